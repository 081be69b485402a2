/*
 * See csl_value.h.
 */
#include "read/csl_value.h"

#include "read/character_check.h"
#include "read/csl_text.h"
#include "read/mark_up_check.h"
#include "read/picture.h"

/*
 * The value itself, or of a list of such, as Crossref has them, the first that is not empty.
 * NULL if it is neither a text nor, where that may be, a number.
 */
static const struct json *first_of(const struct json *value, bool number)
{
    const struct json *first = NULL;
    bool list = value->kind == JSON_LIST;
    for (const struct json *item = list ? value->first : value; item; item = item->next) {
        bool fits = item->kind == JSON_STRING || (number && item->kind == JSON_NUMBER);
        if (!fits && !json_is_empty(item))
            return NULL;
        first = first || json_is_empty(item) ? first : item;
        if (!list)
            break;
    }
    return first;
}

/* Reports what cannot be printed of a text that was made of the value. */
static struct str checked(struct reader *r, const struct json *value, struct str text)
{
    size_t length = utf8_length(text);
    if (length > TEXT_MAX)
        diag_add(r->diags, DIAG_TOO_LONG, place_whole(r, value), path_text(r),
                 str_of_int(r->arena, TEXT_MAX), str_of_int(r->arena, length));
    characters_check(r, value, text);
    return text;
}

void csl_styled_read(struct reader *r, const struct json *value, struct str *to,
                     struct italics *italics)
{
    const struct json *first = first_of(value, false);
    if (!first) {
        wrong_type(r, value, "a text");
        return;
    }
    *to = checked(r, first, csl_text(r->arena, first->string, r->pictures, italics));
    pictures_place(r, first);
    encoding_check(r, first);
}

void csl_code_read(struct reader *r, const struct json *value, void *to)
{
    const struct json *first = first_of(value, false);
    if (first)
        *(struct str *)to =
            checked(r, first, pictures_escaped(r, csl_code(r->arena, first->string)));
    else
        wrong_type(r, value, "a text");
}

void csl_text_read(struct reader *r, const struct json *value, void *to)
{
    csl_styled_read(r, value, to, NULL);
}

/* What may be a number is printed as it is written. */
void csl_number_read(struct reader *r, const struct json *value, void *to)
{
    const struct json *first = first_of(value, true);
    if (!first)
        wrong_type(r, value, "a text or a number");
    else if (first->kind == JSON_NUMBER)
        *(struct str *)to = first->string;
    else
        csl_text_read(r, first, to);
}

void csl_nothing_read(struct reader *r, const struct json *value, void *to)
{
    (void)r, (void)value, (void)to;
}

bool csl_is_text(const struct json *value)
{
    return first_of(value, false) != NULL;
}
