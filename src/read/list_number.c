/*
 * See list_number.h.  A number is cut into what stands before the count ("Ref.", "["), the count
 * itself (figures, one letter, or Roman figures) and the signs that close it.  Initials ("A. Doe"),
 * years ("(2019)") and titles ("5 ways to sleep", "(1-3)-Glucan") look much like it.
 */
#include "read/list_number.h"

#include "base/ascii.h"

/* ---- The count ---- */

enum count_kind { NO_COUNT, FIGURES, LETTERS };

struct count {
    enum count_kind kind;
    size_t length;
    size_t value, other; /* "v" is 22 as a letter, 5 as Roman figures */
};

static struct count figures_at(struct str text)
{
    enum { MOST = 3 }; /* more are a year */
    struct count count = {.kind = FIGURES};
    while (count.length <= MOST && ascii_is_digit(char_at(text, count.length)))
        count.value = count.value * 10 + (size_t)(text.ptr[count.length++] - '0');
    return count.length && count.length <= MOST ? count : (struct count){.kind = NO_COUNT};
}

/* 4 of "iv"; the lists of references that are counted so are short. */
static size_t roman_value(struct str word)
{
    static const char *const numbers[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix",
                                          "x", "xi", "xii", "xiii", "xiv", "xv"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (ascii_is_word(word, numbers[i]))
            return i + 1;
    return 0;
}

static struct count letters_at(struct str text)
{
    struct count count = {.kind = LETTERS};
    while (ascii_is_letter(char_at(text, count.length)))
        count.length++;
    count.other = roman_value(str_part(text, 0, count.length));
    if (count.length == 1)
        count.value = (size_t)(ascii_lower(text.ptr[0]) - 'a') + 1;
    return count.value || count.other ? count : (struct count){.kind = NO_COUNT};
}

static struct count count_at(struct str text)
{
    struct count figures = figures_at(text);
    return figures.kind ? figures : letters_at(text);
}

/* ---- Before it ---- */

static size_t blanks_length(struct str text)
{
    size_t at = 0;
    while (char_at(text, at) == ' ' || char_at(text, at) == '\t')
        at++;
    return at;
}

/* Bytes of "Ref. " or "#" before figures; 0 if there is no such word. */
static size_t label_length(struct str text)
{
    static const char *const words[] = {
        "#", "№", "no.", "no", "nr.", "nº", "n.º", "n.", "ref.", "ref", "reference", "references",
        "source", "citation", "note", "item", "referencia", "fuente", "cita",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = str_of(words[i]).len;
        size_t end = length + blanks_length(str_part(text, length, text.len));
        if (ascii_starts(text, words[i]) && ascii_is_digit(char_at(text, end)))
            return end;
    }
    return 0;
}

/* ---- Behind it ---- */

/* Bytes of the signs that close a number: ".", ")", "]:", ".-", ".º". */
static size_t closing_length(struct str text)
{
    static const char *const signs[] = {".", ")", "]", "}", ":", "/", "-", "\\", "º", "°"};
    size_t end = 0;
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < sizeof signs / sizeof *signs && !more; i++)
            if (str_starts(str_part(text, end, text.len), str_of(signs[i]))) {
                end += str_of(signs[i]).len;
                more = true;
            }
    }
    return end;
}

static bool blank_begins(struct str text)
{
    return char_at(text, 0) == ' ' || char_at(text, 0) == '\t' || str_starts(text, STR("\u00A0"));
}

/* Whether the reference begins there: behind a blank, or "1.Doe" and "[1]Doe". */
static bool reference_begins(struct str text, size_t at, char open)
{
    struct str rest = str_part(text, at, text.len);
    bool joined = at && (open == '[' || text.ptr[at - 1] == '.');
    return blank_begins(rest) || (joined && ascii_is_letter(char_at(rest, 0)));
}

static char closing_of(char open)
{
    const struct str pairs = STR("[](){}");
    size_t at = str_find(pairs, open);
    return at < pairs.len ? pairs.ptr[at + 1] : '\0';
}

/* ---- Of a list ---- */

/* What stands around a count. */
struct around {
    size_t word;      /* bytes of "Ref. " */
    char open, close; /* a bracket before it, the first sign behind it; NUL if there is none */
    bool small;       /* it begins with a small letter */
};

/* Whether a count so written can be nothing else. */
static bool must_count(const struct count *count, struct around a)
{
    if (count->kind == FIGURES) /* "4- Hydroxy" may be a substance */
        return a.close && a.close != '-';
    return a.small && (a.open || (a.close == ')' && !a.word));
}

/* Whether it may be one, which the place in the list must then confirm. */
static bool may_count(const struct count *count, struct around a, char behind)
{
    if (count->kind == LETTERS) /* "A. Doe" has an initial */
        return a.small ? a.close == '.' : a.open || a.close == ')';
    return ascii_is_upper(behind);
}

static size_t closed_number_length(struct str text, size_t index)
{
    struct around a = {.word = label_length(text)};
    size_t start = a.word;
    a.open = closing_of(char_at(text, start)) ? text.ptr[start] : '\0';
    start += a.open != '\0';
    start += a.open == '[' && char_at(text, start) == '^'; /* a footnote of Markdown */
    struct count count = count_at(str_part(text, start, text.len));
    size_t behind = start + count.length;
    a.small = char_at(text, start) >= 'a';
    if (a.open && char_at(text, behind) != closing_of(a.open))
        return 0;
    char apart = char_at(text, behind) == ' ' ? char_at(text, behind + 1) : '\0';
    behind += apart && str_find(STR(".-):"), apart) < 4; /* "1 .", "1 -" */
    size_t end = behind + closing_length(str_part(text, behind, text.len));
    a.close = end > behind ? text.ptr[behind] : '\0';
    bool counts = index == count.value || index == count.other;
    bool good = must_count(&count, a)
             || (counts && may_count(&count, a, char_at(text, end + 1)));
    return count.kind && good && reference_begins(text, end, a.open) ? end : 0;
}

/* ---- Signs ---- */

static bool is_list_sign(uint32_t c)
{
    bool raised = c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
    bool ringed = c >= 0x2460 && c <= 0x2473;
    bool dash = c == 0x2013 || c == 0x2014, bullet = c == 0x2022;
    bool back = c == '^' || c == 0x2191; /* to the place in the text, as Wikipedia has it */
    return raised || ringed || dash || bullet || back;
}

/* Bytes of " a b" behind "^": one letter for each place. */
static size_t back_letters_length(struct str text)
{
    size_t at = 0;
    while (char_at(text, at) == ' ' && ascii_is_lower(char_at(text, at + 1))
           && char_at(text, at + 2) == ' ')
        at += 2;
    return at;
}

/* Bytes of "¹", "①", "•" or "^ a b" before a text; 0 if there is no such sign. */
static size_t sign_length(struct str text)
{
    size_t at = 0, end = 0;
    while (at < text.len && is_list_sign(utf8_next(text, &at)))
        end = at;
    bool back = end && (text.ptr[end - 1] == '^' || str_ends(str_part(text, 0, end), STR("↑")));
    return back ? end + back_letters_length(str_part(text, end, text.len)) : end;
}

size_t list_number_length(struct str text, size_t index)
{
    size_t number = closed_number_length(text, index);
    return number ? number : sign_length(text);
}
