/*
 * The one place that knows months.  A language that gets its own wording gets a row of months and
 * an order here; until then ISO 8601 is what nobody can misread, as 1/11 or 11/1 could be.
 */
#include "compose/date.h"

enum order { ORDER_ISO, ORDER_MONTH_FIRST, ORDER_DAY_FIRST };

static const char *const english_months[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December"
};

static bool equal_nocase(struct str a, const char *lower)
{
    size_t i = 0;
    for (; i < a.len && lower[i]; i++)
        if ((a.ptr[i] | 0x20) != lower[i])
            return false;
    return i == a.len && !lower[i];
}

/*
 * BCP 47: language, then perhaps a script (4 letters), then perhaps a region (2 letters or 3
 * digits).  English without a region is American, as in CLDR.
 */
static enum order order_of(struct str language)
{
    size_t end = str_find(language, '-');
    if (!equal_nocase(str_part(language, 0, end), "en"))
        return ORDER_ISO;
    while (end < language.len) {
        struct str rest = str_part(language, end + 1, language.len);
        struct str subtag = str_part(rest, 0, str_find(rest, '-'));
        if (subtag.len == 1) /* extensions follow: no region */
            break;
        if (subtag.len == 2 || subtag.len == 3)
            return equal_nocase(subtag, "us") ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
        end += 1 + subtag.len;
    }
    return ORDER_MONTH_FIRST;
}

static void iso(struct builder *b, struct date date)
{
    builder_printf(b, "%04d", date.year);
    if (date.month)
        builder_printf(b, "-%02d", date.month);
    if (date.month && date.day)
        builder_printf(b, "-%02d", date.day);
}

static void english(struct builder *b, struct date date, enum order order)
{
    const char *month = date.month ? english_months[date.month - 1] : "";
    if (!date.month)
        builder_printf(b, "%d", date.year);
    else if (!date.day)
        builder_printf(b, "%s %d", month, date.year);
    else if (order == ORDER_MONTH_FIRST)
        builder_printf(b, "%s %d, %d", month, date.day, date.year);
    else
        builder_printf(b, "%d %s %d", date.day, month, date.year);
}

struct str date_text(struct arena *arena, struct date date, struct str language)
{
    struct builder b = {.arena = arena};
    enum order order = order_of(language);
    if (!date.year)
        return (struct str){0};
    if (order == ORDER_ISO)
        iso(&b, date);
    else
        english(&b, date, order);
    return builder_str(&b);
}
