/*
 * clinic: what a clinic file means.  Const from the reader on.  Conventions as in article.h.
 */
#ifndef MODEL_CLINIC_H
#define MODEL_CLINIC_H

#include "base/diag.h"
#include "model/article.h"
#include "model/labels.h"

enum paper_choice {
    PAPER_UNSET,
#define PAPER(id, ...) PAPER_##id,
#include "model/paper.def"
#undef PAPER
};

enum qr_choice { QR_NONE, QR_CONTACT, QR_WEBSITE, QR_SOURCE };
enum supplement_choice { SUPPLEMENT_NONE, SUPPLEMENT_SINGULAR, SUPPLEMENT_PLURAL };
enum citation_choice { CITATION_AMA, CITATION_APA };

/** The plan's write-in lines. */
enum plan_choice {
    PLAN_DEFAULT, /**< the labels of the article's language */
    PLAN_LABELS,  /**< the clinic's own */
    PLAN_OFF      /**< "plan": false */
};

/** The headings and labels that a clinic may word itself; keys as in labels.def. */
struct own_label {
    struct str key;
    struct text wording;
};

struct own_labels {
    const struct own_label *at;
    size_t count;
};

/** A word or phrase that the clinic has its own say on. */
struct own_word {
    struct text term;
    struct text say;      /**< what to say instead; absent: leave it out */
    enum rule_level level; /**< RULE_OFF: the review is to let it be */
};

struct own_words {
    const struct own_word *at;
    size_t count;
};

struct clinic {
    struct source source;
    struct place place; /**< of its opening brace; source NULL if the file holds no object */

    struct text language; /**< BCP 47, of the texts below; absent: the article's */
    struct text name, about;
    struct texts address;
    struct text hours, phone, fax, email, website;

    struct text logo, logo_alt;
    struct text accent; /**< "#RRGGBB" as written */
    uint32_t accent_rgb; /**< 0xRRGGBB; meaningful if accent is present */
    enum paper_choice paper;
    enum plan_choice plan;
    struct texts plan_labels;
    bool fillable;             /**< the plan and all boxes are fields of a form */
    struct section_order order;
    bool plan_times;           /**< boxes to tick for the times of the day */
    bool without_my_questions; /**< no lines for questions on a short page */
    enum qr_choice qr;
    struct place qr_at;
    enum citation_choice citation;

    enum supplement_choice supplement;
    struct text disclaimer, emergency, language_help, copyright;
    struct text language_help_language; /**< BCP 47; absent: as the others */
    struct text font_regular, font_bold, font_italic; /**< paths */
    struct own_labels labels;
    struct own_words words;
    struct rule_levels rules; /**< how it weighs what a review finds */

    size_t unfilled; /**< texts that are still those of the template */
};

/** Whether it has its own wording of a label. */
bool clinic_words(const struct clinic *clinic, enum label label);

/** Writes all of it as text, for --dump=article. */
void clinic_dump(const struct clinic *clinic, struct builder *out);

#endif
