/*
 * assets: what a clinic file names or asks for besides text: its logo, QR code and fonts.
 */
#ifndef ASSETS_H
#define ASSETS_H

#include "base/array.h"
#include "base/diag.h"
#include "font/font.h"
#include "handout.h"
#include "model/clinic.h"
#include "model/sheet.h"

/** The files that were loaded, each once; their names are the paths in the clinic file. */
struct loaded {
    ARRAY(struct handout_input);
};

/** What all of them need to know. */
struct assets {
    struct arena *arena;
    struct diags *diags;
    struct loaded *loaded; /**< gets what is loaded */
    const struct handout_read_options *options; /**< for its loader */
    const struct clinic *clinic;                /**< all zero: none */
};

/** Loads the sheet's logo and encodes its QR code; drops what cannot be had (with diagnostics). */
void assets_load_figures(const struct assets *assets, struct sheet *sheet);

/**
 * The fonts to set the page in.
 * @return NULL if the clinic has none of its own (or faulty ones: with diagnostics); else for
 *         fonts_close().
 */
struct fonts *assets_load_fonts(const struct assets *assets, const struct fonts *base);

/** The accent 0xRRGGBB as it can be printed; a clinic that chose a lighter one is told. */
uint32_t assets_accent(const struct assets *assets, uint32_t wanted);

#endif
