/* See tidy.h. */
#include "import/tidy.h"

#include "base/ascii.h"
#include "base/unicode.h"
#include "prose/letters.h"
#include "prose/sentence.h"
#include "read/entity.h"
#include "read/text_check.h"

/* ---- Lines ---- */

bool tidy_is_override(uint32_t c)
{
    return c == 0x202D || c == 0x202E;
}

bool tidy_is_figure(uint32_t c)
{
    enum unicode_category category = c < 0x80 ? UNICODE_CN : unicode_category(c);
    return (c >= '0' && c <= '9') || category == UNICODE_ND || category == UNICODE_NL
           || category == UNICODE_NO;
}

static bool is_control(uint32_t c)
{
    return unicode_category(c) == UNICODE_CC || c == UTF8_BAD;
}

/* A joiner inside an emoji or an Indic word is seen: it changes what stands beside it. */
static bool is_unseen(uint32_t c)
{
    return is_control(c)
           || (unicode_is_ignorable(c) && !tidy_is_override(c)
               && !unicode_is_join_control(c));
}

/* As the Encoding Standard of the WHATWG reads numbers from 128 to 159. */
static uint32_t meant_character(uint32_t c)
{
    uint32_t windows = c < 0x100 ? windows_1252(c) : 0;
    return windows ? windows : c;
}

static bool parts_figures(const struct builder *before, struct str text, size_t at, uint32_t c)
{
    return is_control(c) && before->len && ascii_is_digit(before->ptr[before->len - 1])
           && ascii_is_digit(char_at(text, at));
}

struct str tidy_line(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    bool space = false;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = meant_character(utf8_next(text, &at));
        if (character_is_white(c) || parts_figures(&b, text, at, c)) {
            space = b.len > 0;
        } else if (!is_unseen(c)) {
            if (space)
                builder_char(&b, ' ');
            space = false;
            builder_utf8(&b, c);
        }
    }
    return b.len ? builder_str(&b) : STR("");
}

/* ---- List marks ---- */

static size_t bullet_end(struct str line)
{
    static const uint32_t bullets[] = {'-', '*', '+', 0x2022, 0xB7, 0x25E6, 0x25AA, 0x25CF, 0x2013,
                                       0x2014, 0x2713, 0x2714, 0x2023, 0x27A2};
    size_t at = 0;
    uint32_t c = utf8_next(line, &at);
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (c == bullets[i])
            return at;
    return 0;
}

/* "1.", "12)", "a.", "(b)", "[3]" */
static size_t item_number_end(struct str line)
{
    size_t at = line.ptr[0] == '(' || line.ptr[0] == '[', start = at;
    while (at - start < 3 && ascii_is_digit(char_at(line, at)))
        at++;
    if (at == start && ascii_is_letter(char_at(line, at)))
        at++;
    char c = char_at(line, at);
    bool closed = c == ')' || c == ']' || (c == '.' && start == 0);
    return at > start && closed ? at + 1 : 0;
}

struct str tidy_mark(struct str line)
{
    if (!line.len)
        return line;
    bool copyright = str_starts(line, STR("(c) 1")) || str_starts(line, STR("(c) 2"));
    size_t end = bullet_end(line);
    end = end || copyright ? end : item_number_end(line);
    return end && char_at(line, end) == ' ' ? str_part(line, 0, end + 1) : STR("");
}

/* ---- Sentences ---- */

/* The character that ends at *end, which is moved to its start. */
static uint32_t step_back(struct str text, size_t *end)
{
    size_t at = utf8_start(text, *end - 1);
    *end = at;
    return utf8_next(text, &at);
}

/* From its end: a paragraph is asked again for each line that is joined to it. */
bool tidy_ends_sentence(struct str text)
{
    size_t end = text.len;
    uint32_t c = end ? step_back(text, &end) : 0;
    bool closed = is_closing_mark(c);
    while (end && is_closing_mark(c))
        c = step_back(text, &end);
    return is_end_mark(c) || (c == ':' && !closed);
}

struct sentences tidy_sentences(struct arena *arena, struct str language, struct str text)
{
    const struct text whole = {.str = text};
    struct passage passage = {.text = &whole, .lexicon = lexicon_of(language)};
    struct sentences sentences = {0};
    cut_sentences(arena, &passage);
    for (size_t i = 0; i < passage.sentence_count; i++)
        *ARRAY_PUSH(arena, &sentences) = passage.sentences[i].str;
    if (!passage.sentence_count && text.len) /* signs alone */
        *ARRAY_PUSH(arena, &sentences) = text;
    return sentences;
}
