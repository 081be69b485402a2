/* See day.h.  Days are Gregorian, of the years 1 to 9999. */
#include "day.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* 9999-12-31T23:59:59Z */
#define EPOCH_MAX INT64_C(253402300799)

/* The number that `count` digits make, or -1. */
static int digits(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static int days_of_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool day_is_valid(const char *text)
{
    if (strlen(text) != strlen("YYYY-MM-DD") || text[4] != '-' || text[7] != '-')
        return false;
    int year = digits(text, 4), month = digits(text + 5, 2), day = digits(text + 8, 2);
    return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days_of_month(year, month);
}

bool day_read_epoch(const char *text, int64_t *seconds)
{
    int64_t value = 0;
    const char *p = text;
    for (; *p >= '0' && *p <= '9' && value <= EPOCH_MAX; p++)
        value = value * 10 + (*p - '0');
    if (p == text || *p || value > EPOCH_MAX)
        return false;
    *seconds = value;
    return true;
}

bool day_today(int64_t epoch, char day[sizeof "YYYY-MM-DD"])
{
    struct tm tm;
    time_t now = epoch < 0 ? time(NULL) : (time_t)epoch;
    if (now == (time_t)-1 || !(epoch < 0 ? localtime_r(&now, &tm) : gmtime_r(&now, &tm)))
        return false;
    return strftime(day, sizeof "YYYY-MM-DD", "%Y-%m-%d", &tm) == strlen("YYYY-MM-DD");
}
