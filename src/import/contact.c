/*
 * See contact.h.  A line is "Label: value", or known by its form: an e-mail address, a telephone
 * number, a ©.  The first of each kind is taken.
 */
#include "import/contact.h"

#include "base/ascii.h"
#include "import/tidy.h"

/* ---- The name ---- */

static bool is_copyright(struct str text)
{
    return str_starts(text, STR("\xC2\xA9")) || str_starts(text, STR("Copyright"))
           || str_starts(text, STR("(c) "));
}

/* "© 2025 by Metta Wellness | Areas Served": what stands before the first bar. */
static struct str before_bar(struct str text)
{
    return str_trim(str_before(text, '|'));
}

static bool is_of_copyright(struct arena *arena, const struct words *words, struct str word)
{
    struct str normal = words_normal(arena, word);
    return !ascii_is_letter(word.ptr[0]) || str_equal(normal, STR(" copyright "))
           || words_equal(words, CUE_COPYRIGHT, normal);
}

/* Without the sign, years and "by" before it, and without what follows its full stop. */
static struct str name_in(struct arena *arena, const struct words *words, struct str text)
{
    struct str rest = before_bar(text);
    for (size_t end; rest.len && (end = str_find(rest, ' ')) < rest.len;) {
        if (!is_of_copyright(arena, words, str_part(rest, 0, end)))
            break;
        rest = str_part(rest, end + 1, rest.len);
    }
    struct sentences sentences = tidy_sentences(arena, words->language, rest);
    rest = sentences.count ? sentences.at[0] : rest;
    while (rest.len && rest.ptr[rest.len - 1] == '.')
        rest.len--;
    return rest;
}

struct str contact_name(const struct post *post, const struct words *words)
{
    for (size_t i = 0; i < post->blocks.count; i++)
        if (post->blocks.at[i].area <= AREA_FRAME && is_copyright(post->blocks.at[i].text))
            return name_in(post->arena, words, post->blocks.at[i].text);
    return post->facts.site.ptr ? post->facts.site : STR("");
}

/* ---- Forms ---- */

static bool is_email(struct str text)
{
    size_t sign = str_find(text, '@');
    return sign > 0 && sign + 3 < text.len && str_find(text, ' ') == text.len
           && str_find(str_part(text, sign, text.len), '.') + sign < text.len - 1;
}

static bool is_phone(struct str text)
{
    int digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        digits += ascii_is_digit(c);
        if (!ascii_is_digit(c) && c != ' ' && c != '-' && c != '.' && c != '(' && c != ')'
            && c != '+' && c != '/')
            return false;
    }
    return digits >= 7 && digits <= 15;
}

/* ---- Taking ---- */

struct taker {
    struct draft *draft;
    const struct words *words;
    uint32_t line;
};

static void take_field(struct taker *t, struct piece *field, struct str value)
{
    if (field->text.len)
        draft_leave(t->draft, REASON_CONTACT, value, t->line);
    else
        *field = (struct piece){value, t->line, false};
}

static bool take_labelled(struct taker *t, struct str label, struct str value)
{
    struct draft_contact *c = &t->draft->contact;
    const struct {
        enum cue cue;
        struct piece *field;
    } fields[] = {
        {CUE_CONTACT_PHONE, &c->phone}, {CUE_CONTACT_FAX, &c->fax},
        {CUE_CONTACT_EMAIL, &c->email}, {CUE_CONTACT_HOURS, &c->hours},
        {CUE_CONTACT_WEBSITE, &c->website}, {CUE_CONTACT_ADDRESS, NULL},
    };
    struct str normal = words_normal(t->draft->arena, label);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (!words_equal(t->words, fields[i].cue, normal))
            continue;
        draft_leave(t->draft, REASON_LABEL, label, t->line);
        if (fields[i].field)
            take_field(t, fields[i].field, value);
        else
            draft_add(t->draft, &c->address, value, t->line, false);
        return true;
    }
    return false;
}

static bool take_by_form(struct taker *t, struct str text)
{
    struct draft_contact *c = &t->draft->contact;
    if (is_email(text))
        take_field(t, &c->email, text);
    else if (is_phone(text))
        take_field(t, &c->phone, text);
    else if (is_copyright(text))
        take_field(t, &c->copyright, text);
    else if (c->name.len && str_starts(text, c->name) && str_words(text) > 6)
        take_field(t, &c->about, text);
    else
        return false;
    return true;
}

static bool take_part(struct taker *t, struct str text)
{
    struct str label = str_before(text, ':');
    struct str value = str_trim(str_part(text, label.len + 1, text.len));
    if (value.len && take_labelled(t, label, value))
        return true;
    return take_by_form(t, text);
}

bool contact_take(struct draft *draft, const struct words *words, const struct block *block)
{
    struct taker t = {draft, words, block->line};
    bool any = false;
    for (size_t at = 0; at < block->text.len;) {
        struct str part = str_before(str_part(block->text, at, block->text.len), '|');
        bool first = at == 0;
        at += part.len + 1;
        part = str_trim(part);
        if (!part.len)
            continue;
        bool taken = take_part(&t, part);
        if (first && !taken)
            return false;
        if (!taken)
            draft_leave(draft, REASON_FRAME, part, block->line);
        any = any || taken;
    }
    return any;
}
