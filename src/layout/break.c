/*
 * See break.h.  The rules are those of UAX #14 for Unicode 15.0, by their numbers (LB4 and so
 * on), with numbers as in its example 7, which Unicode's own test follows.  One differs: LB15 would
 * allow no line end in  "word" (more  since it takes each quotation mark for an opening one.  LB15a
 * and LB15b of Unicode 15.1 stand for it: an opening mark keeps what is behind its spaces, a
 * closing one what is before them, and which of both a mark is, its neighbours say.  So no language
 * needs rules of its own for its marks.
 *
 * A character's class is in the table of base/unicode.h.  One pass looks at each class and what it
 * remembers of the classes before it.  For a pair of classes the answer is in `kept`: to each left
 * class the set of those right ones that no line end may part from it.  Two rules depend on what
 * comes behind the pair; their opportunity stays `open` until the next class.
 */
#include "layout/break.h"

#include "base/ascii.h"
#include "base/unicode.h"
#include "layout/thai.h"

/* ---- Sets of classes ---- */

typedef uint64_t classes;

#define OF(name) ((classes)1 << LINE_##name)
#define ALL (~(classes)0)
#define HARD (OF(BK) | OF(CR) | OF(LF) | OF(NL))
#define QUOTES (OF(QU) | OF(QU_PI) | OF(QU_PF))
#define OPENING (OF(OP) | OF(OP_EAST))
#define CLOSING (OF(CL) | OF(CP))
#define LETTERS (OF(AL) | OF(HL))
#define IDEOGRAPHS (OF(ID) | OF(ID_RESERVED) | OF(EB) | OF(EM))
#define HANGUL (OF(JL) | OF(JV) | OF(JT) | OF(H2) | OF(H3))

static bool in(enum line_class class, classes set)
{
    return set >> class & 1;
}

/* What never begins a line, even behind spaces (LB11, LB13). */
#define SPACED (OF(WJ) | CLOSING | OF(EX) | OF(IS) | OF(SY))
/* What nothing is parted from but an object (LB19, LB12a). */
#define JOINED (SPACED | QUOTES | OF(GL))
/* What nothing is parted from that no rule of its own parts (LB21, LB22). */
#define NEAR (JOINED | OF(BA) | OF(HY) | OF(NS) | OF(IN))

_Static_assert(LINE_COUNT <= 64, "a set of classes has a bit for each");

/* Right classes that no line end parts from the left one, if no space is between them. */
static const classes kept[LINE_COUNT] = {
    [LINE_WJ] = ALL,                                        /* LB11 */
    [LINE_GL] = ALL,                                        /* LB12 */
    [LINE_OP] = ALL,                                        /* LB14 */
    [LINE_OP_EAST] = ALL,
    [LINE_QU] = ALL,                                        /* LB19 */
    [LINE_QU_PI] = ALL,
    [LINE_QU_PF] = ALL,
    [LINE_CB] = JOINED,                                     /* LB20 */
    [LINE_BA] = NEAR & ~OF(GL),                             /* LB12a */
    [LINE_HY] = (NEAR & ~OF(GL)) | OF(NU),                  /* LB25 */
    [LINE_BB] = ALL & ~OF(CB),                              /* LB21 */
    [LINE_B2] = NEAR | OF(B2),                              /* LB17 */
    [LINE_CL] = NEAR,
    [LINE_CP] = NEAR | LETTERS | OF(NU),                    /* LB30 */
    [LINE_EX] = NEAR,
    [LINE_IS] = NEAR | LETTERS,                             /* LB29 */
    [LINE_SY] = NEAR | OF(HL),                              /* LB21b */
    [LINE_NS] = NEAR,
    [LINE_IN] = NEAR,
    [LINE_AL] = NEAR | LETTERS | OF(NU) | OF(PR) | OF(PO) | OF(OP), /* LB28, 23, 24, 30 */
    [LINE_HL] = NEAR | LETTERS | OF(NU) | OF(PR) | OF(PO) | OF(OP),
    [LINE_NU] = NEAR | LETTERS | OF(OP),                    /* LB23, LB30 */
    [LINE_PR] = NEAR | LETTERS | OF(NU) | IDEOGRAPHS | HANGUL, /* LB24, 25, 23a, 27 */
    [LINE_PO] = NEAR | LETTERS | OF(NU),                    /* LB24, LB25 */
    [LINE_ID] = NEAR | OF(PO),                              /* LB23a */
    [LINE_ID_RESERVED] = NEAR | OF(PO) | OF(EM),            /* LB30b */
    [LINE_EB] = NEAR | OF(PO) | OF(EM),
    [LINE_EM] = NEAR | OF(PO),
    [LINE_RI] = NEAR,
    [LINE_JL] = NEAR | OF(PO) | OF(JL) | OF(JV) | OF(H2) | OF(H3), /* LB26, LB27 */
    [LINE_JV] = NEAR | OF(PO) | OF(JV) | OF(JT),
    [LINE_H2] = NEAR | OF(PO) | OF(JV) | OF(JT),
    [LINE_JT] = NEAR | OF(PO) | OF(JT),
    [LINE_H3] = NEAR | OF(PO) | OF(JT),
};

/* The same if spaces are between them; beside SPACED, which is kept from nothing. */
static const classes kept_spaced[LINE_COUNT] = {
    [LINE_OP] = ALL, [LINE_OP_EAST] = ALL,                  /* LB14 */
    [LINE_QU_PI] = ALL,                                     /* LB15a */
    [LINE_CL] = OF(NS), [LINE_CP] = OF(NS),                 /* LB16 */
    [LINE_B2] = OF(B2),                                     /* LB17 */
};

/* Before an opening mark of quotation, beside spaces (LB15a); behind a closing one (LB15b), where
 * BK stands for the end of the text too. */
#define BEFORE_PI (HARD | OPENING | QUOTES | OF(GL) | OF(ZW))
#define BEHIND_PF (HARD | OF(SP) | OF(GL) | SPACED | QUOTES | OF(ZW))

/* ---- The pass ---- */

/* How much of a number stands to the left: LB25, example 7. */
enum number { NO_NUMBER, IN_NUMBER, NUMBER_CLOSED };

struct breaker {
    enum line_class left; /* the last class, but for marks (LB9) and spaces */
    bool spaces;          /* whether spaces stand behind it */
    bool joiner;          /* the last character is a zero width joiner */
    bool hebrew_hyphen;   /* left is a hyphen behind a Hebrew letter */
    bool odd_indicator;   /* left is a regional indicator, the first of two */
    enum number number;
    bool *open;           /* an opportunity, if no class of open_unless comes next; or NULL */
    classes open_unless;
};

/* Whether a mark goes with what stands before it (LB9, LB10). */
static bool is_absorbed(const struct breaker *b, enum line_class right)
{
    return in(right, OF(CM) | OF(ZWJ)) && !b->spaces && !in(b->left, HARD | OF(SP) | OF(ZW));
}

/* Right classes that the classes before left keep from a line end too. */
static classes kept_by_context(const struct breaker *b)
{
    classes set = 0;
    if (b->hebrew_hyphen)
        set |= ALL & ~OF(CB); /* LB21a */
    if (b->left == LINE_RI && b->odd_indicator)
        set |= OF(RI); /* LB30a */
    if (b->number == IN_NUMBER)
        set |= OF(NU) | OF(PR) | OF(PO); /* LB25 */
    if (b->number == NUMBER_CLOSED)
        set |= OF(PR) | OF(PO);
    return set;
}

static bool may_part(const struct breaker *b, enum line_class right)
{
    if (in(b->left, HARD))
        return !(b->left == LINE_CR && right == LINE_LF); /* LB4, LB5 */
    if (in(right, HARD | OF(SP) | OF(ZW)))
        return false; /* LB6, LB7 */
    if (b->left == LINE_ZW)
        return true; /* LB8 */
    if (b->joiner)
        return false; /* LB8a */
    if (b->spaces)
        return !in(right, SPACED | kept_spaced[b->left]); /* LB18 */
    return !in(right, kept[b->left] | kept_by_context(b));
}

static void close_open(struct breaker *b, enum line_class right)
{
    if (b->open && in(right, b->open_unless))
        *b->open = false;
    b->open = NULL;
}

/* Leaves an opportunity before right to what comes behind right. */
static void keep_open(struct breaker *b, enum line_class right, bool *may)
{
    bool prefix = in(b->left, OF(PR) | OF(PO)) && !b->spaces && in(right, OPENING);
    bool closing = right == LINE_QU_PF && b->left != LINE_ZW && !in(b->left, HARD);
    if (!*may || !(prefix || closing))
        return;
    b->open = may;
    b->open_unless = prefix ? OF(NU) /* LB25 */ : BEHIND_PF;
}

static enum number number_with(const struct breaker *b, enum line_class right)
{
    if (right == LINE_NU)
        return IN_NUMBER;
    if (b->number == IN_NUMBER && in(right, OF(SY) | OF(IS)))
        return IN_NUMBER;
    return b->number == IN_NUMBER && in(right, CLOSING) ? NUMBER_CLOSED : NO_NUMBER;
}

static void move_behind_space(struct breaker *b)
{
    if (in(b->left, HARD))
        b->left = LINE_SP; /* a line end is over; a mark behind the space still has no letter */
    b->spaces = true;
    b->number = NO_NUMBER;
}

static void move_behind(struct breaker *b, enum line_class right)
{
    bool touches = !b->spaces;
    bool opens = b->spaces || in(b->left, BEFORE_PI);
    b->hebrew_hyphen = touches && b->left == LINE_HL && in(right, OF(HY) | OF(BA));
    b->odd_indicator = right == LINE_RI && !(touches && b->left == LINE_RI && b->odd_indicator);
    b->number = number_with(b, right);
    b->left = right == LINE_QU_PI && !opens ? LINE_QU : right;
    b->spaces = false;
}

/* Answers whether a line may end before the character of that class, and moves behind it. */
static void step_over(struct breaker *b, enum line_class right, bool *may)
{
    bool joiner = right == LINE_ZWJ;
    if (is_absorbed(b, right)) {
        *may = false;
    } else {
        if (in(right, OF(CM) | OF(ZWJ)))
            right = LINE_AL; /* LB10 */
        close_open(b, right);
        *may = may_part(b, right);
        keep_open(b, right, may);
        if (right == LINE_SP)
            move_behind_space(b);
        else
            move_behind(b, right);
    }
    b->joiner = joiner;
}

/* The letters of a word, of which no line end parts one from another. @return where they end */
static size_t pass_letters(struct str text, size_t at, bool *may)
{
    while (at < text.len && ascii_is_letter(text.ptr[at]))
        may[at++] = false;
    return at;
}

void break_unicode(struct str text, bool *may)
{
    bool start; /* LB2: no opportunity before the text */
    struct breaker b = {.left = LINE_BK};
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        enum line_class right = unicode_line_class(utf8_next(text, &at));
        step_over(&b, right, from ? &may[from - 1] : &start);
        may[from] = false;
        for (size_t i = from + 1; i < at; i++)
            may[i] = false;
        if (right == LINE_AL)
            at = pass_letters(text, at, may);
    }
    close_open(&b, LINE_BK);
}

bool *break_opportunities(struct arena *arena, const struct thai *thai, struct str text)
{
    bool *may = ARENA_ARRAY(arena, text.len, bool);
    break_unicode(text, may);
    if (thai)
        thai_part(thai, arena, text, may);
    break_tie(text, may);
    return may;
}
