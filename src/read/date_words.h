/*
 * date_words: a date as people and programs write it.
 */
#ifndef READ_DATE_WORDS_H
#define READ_DATE_WORDS_H

#include "model/reference.h"

/** The date of a year, month and day, where month and day may be 0; months 13 to 24 are seasons. */
bool date_of_parts(const int parts[3], struct cited_date *date);

/**
 * Understands "2019", "2019-05-01", "2019/5/1", "20190501", "May 1, 2019", "2013 Oct 1",
 * "Spring 2019", "ca. 1995", "1995?", "2017-2018", "2019-05/2019-07", and a time behind a day.
 * Of "5/6/2019" only the year is sure.  "n.d." is no date: true, and absent.
 * @return false if it is none of these: "in press".
 */
bool date_of_words(struct str text, struct cited_date *date);

/** Whether it is a month, a day and a year, be there such a day or not: "June 31, 2017". */
bool words_are_a_day(struct str text);

/** Sets the season that a word names, such as "Spring". @return false if it names none. */
bool season_of_word(struct str word, enum season *season);

#endif
