/*
 * date: a day as it is written in a language, or in a citation.
 */
#ifndef COMPOSE_DATE_H
#define COMPOSE_DATE_H

#include "model/article.h"
#include "model/labels.h"

/**
 * "November 1, 2024", "1 de noviembre de 2024", as the form says; "2024-11-01" without a pattern.
 * A date that lacks its day or month is written "2024-11" or "2024"; without year nothing is.
 */
struct str date_text(struct arena *arena, struct date date, const struct date_form *form);

/**
 * "November 1", "November": citations are in American English whatever the language of the page.
 * Without month nothing.
 */
struct str date_month_day(struct arena *arena, struct date date);

#endif
