/*
 * See character_check.h.  A text may be a megabyte of one bad character, so a character is located
 * only when it is met first, and at most KINDS_MAX times for a text.
 */
#include "read/character_check.h"

#include "base/unicode.h"
#include "read/entity.h"
#include "read/letter_form.h"
#include "read/script.h"
#include "read/text_check.h"

#include <assert.h>

/* ---- What to do ---- */

struct remedy {
    uint32_t first, last;
    const char *hint;
};

/* For what turns up in pasted text; the order does not matter. */
static const struct remedy remedies[] = {
    {0x0009, 0x000D, "put a space in its place"},
    {0x00AD, 0x00AD, "delete it: it only says where a word may be divided"},
    {0x200B, 0x200F, "delete it: it has no width"},
    {0x2028, 0x2029, "put a space in its place"},
    {0x202A, 0x202E, "delete it: it has no width"},
    {0x2060, 0x206F, "delete it: it has no width"},
    {0xE000, 0xF8FF, "only the font that it was typed in has it: write what it shows"},
    {0xFE00, 0xFE0F, "delete it: it has no width"},
    {0xFEFF, 0xFEFF, "delete it: it has no width"},
    {0xFFFD, 0xFFFD, "it stands for a character that was lost: write that one"},
};

static struct str remedy_of(struct arena *arena, uint32_t c, enum diag_id fault)
{
    struct builder b = {.arena = arena};
    struct str form = letter_form(arena, c);
    if (windows_1252(c)) /* whoever converted the file took Windows-1252 for Latin-1 */
        builder_utf8(&b, windows_1252(c));
    builder_add(&b, form);
    if (b.len) {
        struct builder hint = {.arena = arena};
        builder_printf(&hint, "write \"%.*s\"", STR_ARGS(builder_str(&b)));
        return builder_str(&hint);
    }
    for (size_t i = 0; i < sizeof remedies / sizeof *remedies; i++)
        if (c >= remedies[i].first && c <= remedies[i].last)
            return str_of(remedies[i].hint);
    return fault == DIAG_NO_GLYPH ? STR("write it in words, or delete it")
                                  : STR("delete it, or put a space");
}

/* ---- What is wrong ---- */

/* What to report about c, or DIAG_COUNT.  No font of another script is asked for "ﬁ" and "㎎". */
static enum diag_id character_fault(const struct reader *r, uint32_t c, bool joins)
{
    if (joins && character_is_joiner(c))
        return DIAG_COUNT;
    if (!joins && letter_has_form(c))
        return charset_at_hand(r->charset, c) ? DIAG_COUNT : DIAG_NO_GLYPH;
    switch (character_kind(c)) {
    case CHARACTER_UNPRINTABLE:
        return DIAG_CONTROL_CHARACTER;
    case CHARACTER_VISIBLE: /* all text faces have ASCII: no need to ask for nearly every one */
        return c < 0x80 || r->charset->has(r->charset->context, c) ? DIAG_COUNT : DIAG_NO_GLYPH;
    case CHARACTER_SPACE:
        break;
    }
    return DIAG_COUNT;
}

enum { KINDS_MAX = 20 }; /* more are a text in a script that we do not have */

/* The characters that were reported of one text. */
struct seen {
    uint32_t at[KINDS_MAX];
    size_t count;
};

/* @return false if that kind was there before. */
static bool is_new(struct seen *seen, uint32_t kind)
{
    for (size_t i = 0; i < seen->count; i++)
        if (seen->at[i] == kind)
            return false;
    assert(seen->count < KINDS_MAX);
    seen->at[seen->count++] = kind;
    return true;
}

struct place character_place(const struct reader *r, const struct json *value, uint32_t c)
{
    for (size_t at = 0; at < value->string.len;) {
        size_t here = at;
        if (utf8_next(value->string, &at) == c)
            return (struct place){r->source, json_locate(r->source, value, here)};
    }
    return place_whole(r, value);
}

/* ---- Scripts ---- */

/* The script of a character that is missing because all of its script is; NULL if it is alone. */
static const struct script *missing_script(const struct reader *r, uint32_t c, bool joins)
{
    const struct script *script = joins || !letter_has_form(c) ? script_of(c) : NULL;
    bool have = script && r->charset->has(r->charset->context, script->sample);
    return have ? NULL : script;
}

/* Once in a file: who writes in a script does not mistype each of its letters. */
static void report_script(struct reader *r, const struct json *value, uint32_t c,
                          const struct script *script)
{
    for (size_t i = 0; i < r->no_scripts.count; i++)
        if (r->no_scripts.at[i] == script->sample)
            return;
    *ARRAY_PUSH(r->arena, &r->no_scripts) = script->sample;
    diag_add(r->diags, DIAG_NO_SCRIPT, character_place(r, value, c), str_of(script->name));
}

/* ---- Accents ---- */

/* No language sets more on one letter.  Each further one is set over or under the one before, and
 * so over the lines around: a text could strike out a dose that is not its own. */
enum { MARKS_MOST = 6 };

static void marks_check(struct reader *r, const struct json *value, struct str text)
{
    int marks = 0;
    for (size_t at = 0; at < text.len;) {
        if ((unsigned char)text.ptr[at] < 0xCC) { /* all before U+0300 */
            at++;
            marks = 0;
            continue;
        }
        uint32_t c = utf8_next(text, &at);
        marks = unicode_category(c) == UNICODE_MN ? marks + 1 : 0;
        if (marks > MARKS_MOST) {
            diag_add(r->diags, DIAG_TOO_MANY_MARKS, character_place(r, value, c), path_text(r),
                     str_of_int(r->arena, MARKS_MOST));
            return;
        }
    }
}

/* ---- All of a text ---- */

/* Whether json_check has reported the control character at that place already. */
static bool is_known(const struct place *place, uint32_t c)
{
    assert(place->span.off < place->source->text.len);
    return c < 0x20 && place->source->text.ptr[place->span.off] != '\\';
}

bool characters_join(struct str text)
{
    for (size_t at = 0; at < text.len;) {
        if ((unsigned char)text.ptr[at] < 0xD6) { /* Cyrillic and before */
            at++;
            continue;
        }
        uint32_t c = utf8_next(text, &at);
        if ((c < 0x1E00 || c >= 0x2E80) && unicode_is_letter(c) && !letter_has_form(c))
            return true;
    }
    return false;
}

void characters_check(struct reader *r, const struct json *value, struct str text)
{
    struct seen seen = {.count = 0};
    bool joins = characters_join(text);
    marks_check(r, value, text);
    for (size_t at = 0; at < text.len && seen.count < KINDS_MAX;) {
        if (text.ptr[at] >= ' ' && text.ptr[at] <= '~') { /* nearly every one */
            at++;
            continue;
        }
        uint32_t c = utf8_next(text, &at);
        enum diag_id fault = c == UTF8_BAD ? DIAG_COUNT : character_fault(r, c, joins);
        const struct script *script = fault == DIAG_NO_GLYPH ? missing_script(r, c, joins) : NULL;
        if (script)
            report_script(r, value, c, script);
        if (script || fault == DIAG_COUNT || !is_new(&seen, c))
            continue;
        struct place place = character_place(r, value, c);
        if (!is_known(&place, c))
            diag_add(r->diags, fault, place, path_text(r), character_name(r->arena, c),
                     remedy_of(r->arena, c, fault));
    }
}
