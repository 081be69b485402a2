/*
 * assets: what a clinic file names or asks for besides text: its logo, QR code and fonts.
 */
#ifndef ASSETS_H
#define ASSETS_H

#include "base/diag.h"
#include "compose/compose.h"
#include "font/font.h"
#include "handout.h"

/** What all of them need to know. */
struct assets {
    struct arena *arena;
    struct diags *diags;
    const struct handout_options *options; /**< for its loader */
    const struct article *article;
    const struct clinic *clinic;
    const struct labels *labels;
};

/** @return NULL without a logo, or if it cannot be printed (with a diagnostic). */
const struct figure *assets_logo(const struct assets *assets);

/** @return NULL without a QR code, or if there can be none (with a diagnostic). */
const struct figure *assets_qr(const struct assets *assets);

/**
 * The fonts to set the page in.
 * @return NULL if the clinic has none of its own (or faulty ones: with diagnostics); else for
 *         fonts_close().
 */
struct fonts *assets_fonts(const struct assets *assets, const struct fonts *base);

#endif
