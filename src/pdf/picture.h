/*
 * picture: the logo as an image object.
 */
#ifndef PDF_PICTURE_H
#define PDF_PICTURE_H

#include "layout/page.h"
#include "pdf/out.h"

/** The XObject resources: the pages' picture under its name. @return NULL if they have none. */
struct obj *picture_write(struct out *out, const struct pages *pages);

#endif
