/*
 * date: a day as it is written in a language.
 */
#ifndef COMPOSE_DATE_H
#define COMPOSE_DATE_H

#include "model/article.h"

/**
 * "November 1, 2024" in American English, "1 November 2024" in any other; languages whose months
 * we do not know get "2024-11-01". Without day or month the rest; without year nothing.
 */
struct str date_text(struct arena *arena, struct date date, struct str language);

#endif
