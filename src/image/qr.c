/*
 * libqrencode chooses version and mask; its bytes carry other things than dark and light in their
 * higher bits.
 *
 * Squares that touch can show hairlines between them on screen, so neighbours are merged: dark
 * runs of a row first, and then with the run right above if that covers the same columns.
 */
#include "image/qr.h"

#include "base/array.h"

#include <qrencode.h>

#include <assert.h>
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
    assert(code->width > 0 && code->width <= SIZE_MOST);
    *qr = (struct qr){code->width, dark};
    for (int i = 0; i < code->width * code->width; i++)
        dark[i] = code->data[i] & DARK;
    QRcode_free(code);
    return true;
}

struct rectangles {
    struct arena *arena;
    ARRAY(struct qr_rect);
    size_t above[SIZE_MOST]; /* by its first column: 1 + the index of what may still grow down */
};

/* The dark modules x to end of a row: the rectangle right above grows, or a new one begins. */
static void add_run(struct rectangles *rects, int x, int end, int y)
{
    assert(x < end && end <= SIZE_MOST);
    struct qr_rect *up = rects->above[x] ? &rects->at[rects->above[x] - 1] : NULL;
    if (up && up->y + up->height == y && up->width == end - x) {
        up->height++;
    } else {
        *ARRAY_PUSH(rects->arena, rects) = (struct qr_rect){x, y, end - x, 1};
        rects->above[x] = rects->count;
    }
}

size_t qr_rectangles(struct arena *arena, const struct qr *qr, struct qr_rect **rects)
{
    struct rectangles all = {.arena = arena};
    for (int y = 0; y < qr->size; y++) {
        const unsigned char *row = qr->dark + y * qr->size;
        for (int x = 0, end; x < qr->size; x = end + 1) {
            for (end = x; end < qr->size && row[end]; end++)
                ;
            if (end > x)
                add_run(&all, x, end, y);
        }
    }
    *rects = all.at;
    return all.count;
}
