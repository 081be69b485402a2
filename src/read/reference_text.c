/*
 * See reference_text.h.
 */
#include "read/reference_text.h"

#include "read/character_check.h"
#include "read/csl_text.h"
#include "read/list_number.h"
#include "read/mark_up_check.h"
#include "read/picture.h"
#include "read/record_line.h"
#include "read/text_check.h"
#include "read/values.h"

/* ---- Records ---- */

/* What the text is a record of, which a comment or other fields may stand before; NULL if none. */
static const char *record_of(struct str text)
{
    while (str_starts(text, STR("\uFEFF")))
        text = str_part(text, STR("\uFEFF").len, text.len);
    for (size_t at = 0; at < text.len; at++) {
        struct str line = str_trim(str_before(str_part(text, at, text.len), '\n'));
        const char *record = record_of_line(line);
        if (record)
            return record;
        at += str_find(str_part(text, at, text.len), '\n');
    }
    return NULL;
}

/* ---- A number in front ---- */

static void report_number(struct reader *r, const struct json *value, size_t length)
{
    struct span first = json_locate(r->source, value, 0);
    struct span last = json_locate(r->source, value, length - 1);
    struct place place = {r->source, {first.off, last.off + last.len - first.off}};
    diag_add(r->diags, DIAG_NUMBERED_REFERENCE, place,
             text_excerpt(r->arena, str_part(value->string, 0, length)));
}

/* Who pastes a reference out of a PDF gets line ends and soft hyphens with it. */
static void tidied_text_read(struct reader *r, const struct json *value, struct text *to)
{
    hidden_text_read(r, value, to);
    if (!to->str.len)
        return;
    to->str = csl_plain(r->arena, to->str, r->pictures);
    pictures_place(r, value);
    if (!to->str.len)
        diag_add(r->diags, DIAG_EMPTY_TEXT, to->at, path_text(r));
    characters_check(r, value, to->str);
    mark_up_check(r, value);
}

void reference_text_read(struct reader *r, const struct json *value, void *to)
{
    const char *record = record_of(str_trim(value->string));
    size_t length = list_number_length(value->string, r->path ? r->path->index : 0);
    if (record) {
        diag_add(r->diags, DIAG_REFERENCE_FORMAT, place_whole(r, value), path_text(r),
                 str_of(record), STR(EXPORT_AGAIN));
        return;
    }
    if (length)
        report_number(r, value, length);
    tidied_text_read(r, value, to);
}
