/*
 * libqrencode chooses version and mask; its bytes carry other things than dark and light in their
 * higher bits.
 *
 * Squares that touch can show hairlines between them on screen, so neighbours are merged: dark
 * runs of a row first, and then with the run right above if that covers the same columns.
 */
#include "image/qr.h"

#include <qrencode.h>

#include <errno.h>

enum { SIZE_MOST = 177 };

bool qr_encode(struct arena *arena, struct str text, struct qr *qr)
{
    enum { SMALLEST_VERSION = 0, DARK = 1, BYTES_MOST = 2331 };
    if (text.len == 0 || text.len > BYTES_MOST)
        return false;
    /* Taken first: while libqrencode's result is held, the arena must not leave by its hook. */
    unsigned char *dark = arena_alloc(arena, (size_t)SIZE_MOST * SIZE_MOST);
    QRcode *code = QRcode_encodeData((int)text.len, (const unsigned char *)text.ptr,
                                     SMALLEST_VERSION, QR_ECLEVEL_M);
    if (!code) {
        if (errno == ENOMEM)
            arena_out_of_memory(arena);
        return false;
    }
    *qr = (struct qr){code->width, dark};
    for (int i = 0; i < code->width * code->width; i++)
        dark[i] = code->data[i] & DARK;
    QRcode_free(code);
    return true;
}

size_t qr_rectangles(struct arena *arena, const struct qr *qr, struct qr_rect **rects)
{
    int size = qr->size;
    struct qr_rect *at = ARENA_ARRAY(arena, (size_t)size * (size_t)(size + 1) / 2, struct qr_rect);
    struct qr_rect *above[SIZE_MOST] = {0}; /* by its first column: what may still grow downwards */
    size_t count = 0;
    for (int y = 0; y < size; y++) {
        const unsigned char *row = qr->dark + y * size;
        for (int x = 0, end; x < size; x = end) {
            for (end = x; end < size && row[end]; end++)
                ;
            if (end == x) {
                end++;
                continue;
            }
            struct qr_rect *up = above[x];
            if (up && up->y + up->height == y && up->width == end - x) {
                up->height++;
            } else {
                above[x] = &at[count];
                at[count++] = (struct qr_rect){x, y, end - x, 1};
            }
        }
    }
    *rects = at;
    return count;
}
