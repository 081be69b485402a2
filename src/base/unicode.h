/*
 * unicode: what the Unicode Character Database says of characters.
 *
 * The version of the database is that of src/base/unicode.def, which data/make-unicode.py makes.
 * Values beyond U+10FFFF, UTF8_BAD among them, are taken for unassigned characters.
 * How characters compose and which script they are of is HarfBuzz's affair, in src/font.
 */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

/** The version of the database: "15.0.0". */
const char *unicode_version(void);

/** General_Category, by its short names. */
enum unicode_category {
    UNICODE_LU, UNICODE_LL, UNICODE_LT, UNICODE_LM, UNICODE_LO, /* letters */
    UNICODE_MN, UNICODE_MC, UNICODE_ME,                         /* marks: accents and the like */
    UNICODE_ND, UNICODE_NL, UNICODE_NO,                         /* numbers */
    UNICODE_PC, UNICODE_PD, UNICODE_PS, UNICODE_PE, UNICODE_PI, UNICODE_PF, UNICODE_PO,
    UNICODE_SM, UNICODE_SC, UNICODE_SK, UNICODE_SO,             /* symbols */
    UNICODE_ZS, UNICODE_ZL, UNICODE_ZP,                         /* space, line, paragraph */
    UNICODE_CC, UNICODE_CF, UNICODE_CS, UNICODE_CO, UNICODE_CN  /* others; CN: unassigned */
};

enum unicode_category unicode_category(uint32_t c);

/**
 * Line_Break, by its short names, as rule LB1 of UAX #14 resolves it: AI, SG and XX are AL; CJ is
 * NS; SA (Thai, Lao, Khmer and others that need a dictionary) is CM for marks, else AL.  Classes
 * that a later rule divides are divided here.
 */
enum line_class {
    LINE_BK, LINE_CR, LINE_LF, LINE_NL, LINE_SP, LINE_ZW,
    LINE_CM, LINE_ZWJ, LINE_WJ, LINE_GL,
    LINE_OP, LINE_OP_EAST, /* LB30: of the width of an ideograph; no CP is */
    LINE_CP, LINE_CL,
    LINE_QU, LINE_QU_PI, LINE_QU_PF, /* LB15a, LB15b: of the categories Pi and Pf */
    LINE_EX, LINE_IS, LINE_SY, LINE_NS, LINE_IN,
    LINE_BA, LINE_BB, LINE_B2, LINE_HY, LINE_CB,
    LINE_NU, LINE_PR, LINE_PO, LINE_AL, LINE_HL,
    LINE_ID, LINE_ID_RESERVED, /* LB30b: unassigned, kept for pictographs */
    LINE_EB, LINE_EM, LINE_RI,
    LINE_H2, LINE_H3, LINE_JL, LINE_JV, LINE_JT,
    LINE_COUNT
};

enum line_class unicode_line_class(uint32_t c);

bool unicode_is_letter(uint32_t c); /**< of the categories L* */
bool unicode_is_mark(uint32_t c);   /**< of the categories M* */

/** Default_Ignorable_Code_Point: invisible where a program does not know it. */
bool unicode_is_ignorable(uint32_t c);

/** Noncharacter_Code_Point: never assigned, not for interchange. */
bool unicode_is_noncharacter(uint32_t c);

/** Bidi_Control: turns or marks the direction of the text around it. */
bool unicode_is_bidi_control(uint32_t c);

/**
 * A control, a format character or a separator of lines: what a reader does not see, or only by
 * what it does to the text around it.
 */
bool unicode_is_shapeless(uint32_t c);

/**
 * Join_Control, of zero width: whether the letters beside it join.  Words of Persian and of Indic
 * languages are spelled with it.
 */
bool unicode_is_join_control(uint32_t c);

enum { UNICODE_ESCAPE = sizeof "\\ud800\\udc00" };

/**
 * The escape that stands for c in a text of JSON: of a quote, a backslash or what is shapeless.
 * Beyond U+FFFF it has two parts, as in UTF-16.  @return false if c is none of them
 */
bool unicode_to_escape(char escape[UNICODE_ESCAPE], uint32_t c);

/** Written from right to left, or only with scripts that are: the marks of Hebrew and Arabic. */
bool unicode_is_right_to_left(uint32_t c);

/** Simple_Lowercase_Mapping: the small letter of a capital; what is none stays. */
uint32_t unicode_lower(uint32_t c);

/**
 * The raised or lowered form of a figure 0 to 9, of + - = ( ) or of a dash that stands for a minus;
 * 0 if there is none.
 */
uint32_t unicode_script_form(uint32_t c, bool raised);

/**
 * Columns that c takes in a terminal: 2 for what East_Asian_Width calls wide, 0 for marks that
 * stand over others and for invisible joiners, else 1.
 */
unsigned unicode_columns(uint32_t c);

#endif
