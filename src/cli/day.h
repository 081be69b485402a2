/*
 * day: calendar days as text, without the locale and without tables of the C library.
 */
#ifndef CLI_DAY_H
#define CLI_DAY_H

#include <stdbool.h>
#include <stdint.h>

/** Whether text is "YYYY-MM-DD" of a day that exists. */
bool day_is_valid(const char *text);

/** Reads SOURCE_DATE_EPOCH: digits only, up to the end of the year 9999. */
bool day_read_epoch(const char *text, int64_t *seconds);

/**
 * Today: the day of `epoch` in UTC, or, if that is negative, of the clock in local time.
 * @return false if there is no telling.
 */
bool day_today(int64_t epoch, char day[sizeof "YYYY-MM-DD"]);

#endif
