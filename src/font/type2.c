/*
 * See type2.h.  A charstring is numbers, then the operator that takes them all.  Masks of hints
 * have a bit for each stem that was told before, in bytes that follow the operator.
 */
#include "font/type2.h"

#include "base/bytes.h"

enum { OPERANDS_MOST = 48 };

enum {
    HSTEM = 1,
    VSTEM = 3,
    RLINETO = 5,
    ESCAPE = 12,
    ENDCHAR = 14,
    HSTEMHM = 18,
    HINTMASK = 19,
    CNTRMASK = 20,
    VSTEMHM = 23,
    SHORT_NUMBER = 28,
};

/* The bytes of the number that begins with this one; 0: it is an operator. */
static size_t number_length(unsigned first)
{
    return first == SHORT_NUMBER ? 3 : first < 32 ? 0 : first < 247 ? 1 : first < 255 ? 2 : 5;
}

/* Whether an operator that draws has what it cannot do without. */
static bool has_operands(unsigned op, size_t operands)
{
    static const unsigned char least[32] = {
        [4] = 1,  [RLINETO] = 2, [6] = 1,  [7] = 1,  [8] = 6,  [21] = 2, [22] = 1,
        [24] = 8, [25] = 8,      [26] = 4, [27] = 4, [30] = 4, [31] = 4,
    };
    return operands >= least[op] && !(op == RLINETO && operands % 2);
}

static bool is_mask(unsigned op)
{
    return op == HINTMASK || op == CNTRMASK;
}

static bool tells_stems(unsigned op)
{
    return op == HSTEM || op == VSTEM || op == HSTEMHM || op == VSTEMHM || is_mask(op);
}

bool type2_is_sound(struct str s)
{
    size_t operands = 0, stems = 0, at = 0;
    while (at < s.len) {
        unsigned first = byte_at(s, at);
        size_t length = number_length(first);
        at += length ? length : 1;
        if (length) {
            if (++operands > OPERANDS_MOST)
                return false;
            continue;
        }
        if (first == ENDCHAR || first == ESCAPE) /* what is escaped is rare: flex and sums */
            return true;
        if (!has_operands(first, operands))
            return false;
        stems += tells_stems(first) ? operands / 2 : 0;
        at += is_mask(first) ? (stems + 7) / 8 : 0;
        operands = 0;
    }
    return at == s.len;
}
