/*
 * form: what can be filled in, as fields of an interactive form (ISO 32000-1, 12.7).
 *
 * A page without fields gets no form, and nothing of it is made.
 */
#ifndef PDF_FORM_H
#define PDF_FORM_H

#include "layout/page.h"
#include "pdf/out.h"

/** Start with {.out = …, .arena = …}. */
struct form {
    struct out *out;
    struct arena *arena;
    struct obj *fields; /**< NULL until the first one, as are all below */
    struct obj *resources;
    struct obj *ticked, *empty; /**< how a box looks, of this size: */
    int32_t side;
    int count; /**< of the fields; their names are numbers */
};

/**
 * An empty field, which is its own annotation; the caller adds its place on the page.
 * @param mark  a field, in a FORM tag whose alt tells what to fill in.
 */
struct obj *form_field(struct form *form, const struct mark *mark);

/** Gives the catalog the form, if there is any field. */
void form_catalog(struct form *form, const struct fonts *fonts, struct obj *catalog);

#endif
