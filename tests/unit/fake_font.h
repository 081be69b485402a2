/* What a test may ask of the fake font besides font/font.h. */
#ifndef FAKE_FONT_H
#define FAKE_FONT_H

#include <stdbool.h>

/** Makes font_subset() fail. */
extern bool fake_subset_fails;

#endif
