/* See style.h. */
#include "layout/style.h"

/*
 * Fine print is 10 pt where the body has 12 (FDA Medication Guides) and shrinks with it down to
 * 9 pt (EU package leaflets), never further.
 */
static int32_t fine_print_size(int32_t body)
{
    int32_t fine = PT(9) + (body - PT(10)) / 2;
    return fine > PT(10) ? PT(10) : fine < PT(9) ? PT(9) : fine;
}

struct style style_for_body(int32_t body, uint32_t accent)
{
    return (struct style){.body = body, .fine = fine_print_size(body), .leading = 125,
                          .gap = GAP_FULL, .display = {220, 115},
                          .picture = PICTURE_LEAST, .accent = accent};
}

struct style style_for_large_print(int32_t size, uint32_t accent)
{
    return (struct style){.body = size, .fine = size, .leading = 115,
                          .gap = GAP_FULL, .display = {156, 115},
                          .picture = PICTURE_LEAST, .accent = accent};
}

/*
 * What languages need whose letters differ in height from Latin ones.
 *
 * The least leading, where they are higher or have marks above and below them.  Chinese, Japanese
 * and Korean letters fill their square, so that lines need half an em between them to be seen as
 * lines (W3C, clreq and jlreq: from half an em to a whole one).  The other numbers are so that
 * nothing touches in Noto's faces, whose ascent and descent are together 1.36 em for Latin, 1.5 for
 * Thai, 1.65 for Lao and 1.7 to 2.2 for Arabic and Burmese.  Vietnamese has two marks on one
 * letter, "ế" and "ộ".
 *
 * The size, in hundredths of that of Latin text: as large as it takes for letters as high.  An x is
 * 0.54 em high in Noto Sans; in Noto's other faces small letters are 0.49 (Armenian) to 0.73 em
 * (Telugu), Devanagari's 0.62, and only Arabic ones are lower: 0.34 to 0.50, in the mean 0.44.
 */
static const struct need {
    char languages[32]; /* with a space behind each */
    int32_t leading, more; /* hundredths: of running text; what headings have more than usual */
    int32_t size;
} needs[] = {
    {"vi ", 135, 0, 100},
    {"zh yue ja ko ", 150, 10, 100},
    {"ar fa ur ps ckb sd ug ", 150, 25, 115},
    {"he yi am ti ", 130, 5, 100},
    {"hi ne mr bn as pa gu or ", 140, 15, 100},
    {"ta te kn ml si ", 140, 15, 100},
    {"th ", 145, 20, 100},
    {"lo km ", 155, 30, 100},
    {"my ", 170, 45, 100},
};

static bool names_language(const char *languages, struct str language)
{
    for (struct str rest = str_of(languages); rest.len;) {
        struct str one = str_before(rest, ' ');
        if (str_equal(one, language))
            return true;
        rest = str_part(rest, one.len + 1, rest.len);
    }
    return false;
}

static const struct need *need_of(struct str language)
{
    static const struct need nothing = {"", 0, 0, 100};
    struct str primary = str_before(language, '-');
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
        if (names_language(needs[i].languages, primary))
            return &needs[i];
    return &nothing;
}

void style_for_language(struct style *style, struct str language)
{
    const struct need *need = need_of(language);
    if (style->leading < need->leading)
        style->leading = need->leading;
    style->more_leading = need->more;
    if (style->fine < style->body)
        style->fine = fine_print_size(style->body * 100 / need->size) * need->size / 100;
}

/* 12 pt and more: CDC, APH, RNIB; in large print 18 pt: ACB, APH. */
struct sizes style_sizes(struct str language, int32_t least)
{
    int32_t size = need_of(language)->size, preferred = least > PT(12) ? least : PT(12);
    return (struct sizes){PT(14) * size / 100, preferred * size / 100, least * size / 100,
                          PT(18) * size / 100};
}

static uint64_t append_bits(uint64_t key, int32_t number, int bits)
{
    return key << bits | (uint32_t)number;
}

/* What is not in it follows from the body size, or is the same for all. */
uint64_t style_key(const struct style *style, int depends)
{
    bool display = depends & DEPENDS_ON_DISPLAY, columns = depends & DEPENDS_ON_COLUMNS;
    uint64_t key = (uint32_t)style->body;
    key = append_bits(key, depends & DEPENDS_ON_GAPS ? style->gap : 0, 11);
    key = append_bits(key, display ? style->display.title : 0, 9);
    key = append_bits(key, display ? style->display.summary : 0, 9);
    key = append_bits(key, display ? style->picture : 0, 3);
    key = append_bits(key, columns ? style->share : 0, 10);
    int bits = style->thrifty << 2 | style->holes << 1 | style->fine_share;
    return append_bits(key, columns ? bits : 0, 3);
}

/* At least 2 pt over its text (21 CFR 201.66), else by one ratio. */
static int32_t heading_size(int32_t text)
{
    int32_t ratio = text * 117 / 100;
    return ratio > text + PT(2) ? ratio : text + PT(2);
}

static struct type heading_type(const struct style *style, const struct block *block,
                                enum role role)
{
    if (block->level == 1) {
        int32_t title = style->body * style->display.title / 100;
        return (struct type){title, title * (115 + style->more_leading) / 100, COLOR_TEXT};
    }
    bool small = (role == ROLE_FINE || role == ROLE_CONTACT) && style->fine < style->body;
    int32_t size = small ? style->fine : heading_size(style->body);
    uint32_t rgb = role == ROLE_FINE || role == ROLE_CAUTION ? COLOR_TEXT
                   : role == ROLE_STOP                        ? COLOR_PAPER
                                                              : style->accent;
    return (struct type){size, size * (120 + style->more_leading) / 100, rgb};
}

int32_t type_scaled(const struct type *type, int32_t em)
{
    return (int32_t)((int64_t)em * type->size / 1000);
}

int32_t type_baseline(const struct type *type, int32_t y)
{
    return y + type->leading / 2 + type->size / 3; /* capitals are about 2/3 em high */
}

struct type style_type(const struct style *style, const struct block *block, enum role role)
{
    int32_t body = style->body, fine = style->fine;
    if (block->kind == BLOCK_HEADING)
        return heading_type(style, block, role);
    switch (role) {
    case ROLE_SUBTITLE:
        return (struct type){body, body * style->leading / 100, COLOR_SOFT};
    case ROLE_SUMMARY:
        return (struct type){body * style->display.summary / 100,
                             body * style->display.summary * (130 + style->more_leading) / 10000,
                             COLOR_TEXT};
    case ROLE_AMOUNT:
        return (struct type){body * 180 / 100, body * (210 + 2 * style->more_leading) / 100,
                             COLOR_TEXT};
    case ROLE_CAPTION:
    case ROLE_FINE:
    case ROLE_CONTACT:
        return (struct type){fine, fine * style->leading / 100, COLOR_TEXT};
    case ROLE_QUIET:
        return (struct type){fine, fine * style->leading / 100, COLOR_SOFT};
    case ROLE_RUNNING:
        return (struct type){body, body * style->leading / 100, COLOR_SOFT};
    default:
        return (struct type){body, body * style->leading / 100, COLOR_TEXT};
    }
}

/* In thousandths of the body size, before the style's own factor. */
static int32_t gap_ratio(const struct block *before, const struct block *after, enum role role)
{
    if (role == ROLE_CONTACT || role == ROLE_RUNNING)
        return 0;
    if (before->role == ROLE_LETTERHEAD)
        return 800;
    if (before->role == ROLE_TITLE)
        return 550;
    if (before->role == ROLE_QUESTIONS)
        return 700;
    if (before->kind == BLOCK_HEADING)
        return after->role == ROLE_AMOUNT ? 150 : 440;
    if (before->kind == BLOCK_ITEM)
        return role == ROLE_FINE ? 150 : 375;
    if (after->role == ROLE_STOP)
        return 750;
    if (after->kind == BLOCK_PARAGRAPH || after->kind == BLOCK_LIST)
        return role == ROLE_FINE ? 250 : 450;
    return 1250;
}

int32_t style_gap(const struct style *style, const struct block *before,
                  const struct block *after, enum role role)
{
    int32_t gap = style->body * gap_ratio(before, after, role) / 1000 * style->gap / 1000;
    /* Nearer, a program that looks for columns takes the line across and what is below for one. */
    int32_t least = before->role == ROLE_QUESTIONS ? style->fine * 65 / 100 : 0;
    return gap > least ? gap : least;
}

int32_t style_foot_gap(const struct style *style)
{
    return style->body * 1500 / 1000 * style->gap / 1000;
}

int32_t style_characters(int32_t size, int characters)
{
    return (int32_t)((int64_t)size * CHARACTER_WIDTH * characters / 1000);
}

int32_t style_measure(const struct type *type, const struct block *block, enum role role)
{
    if (block->kind == BLOCK_HEADING || role == ROLE_LETTERHEAD || role == ROLE_CONTACT ||
        role == ROLE_QUIET || role == ROLE_RUNNING || role == ROLE_QUESTIONS)
        return INT32_MAX;
    return style_characters(type->size, MEASURE_MOST);
}
