/* What a test may ask of the fake pdf/out.h: the values of objects, as text. */
#ifndef FAKE_OUT_H
#define FAKE_OUT_H

#include "pdf/out.h"

/** What references to an indirect object are shown as; else "(P)" for an element P, or "7 0 R". */
void fake_name(struct obj *object, const char *name);

/**
 * The value at a path of keys and indices: "K/0/Pg" is the Pg of the first kid. A dictionary is
 * "<</S /P /K 0>>", an array "[0 1]", a text "(Water)", a reference what fake_name() says. Fails
 * if there is none.
 */
struct str fake_value(struct obj *object, const char *path);

/** The object at a path. Fails if there is none. */
struct obj *fake_object(struct obj *object, const char *path);

bool fake_has(struct obj *object, const char *path);

/** How many values an array or a dictionary has. */
size_t fake_count(const struct obj *object);

#endif
