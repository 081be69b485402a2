/* See clinic.h.  The dump starts each line with "clinic.": it follows the article's. */
#include "model/clinic.h"

#include "model/dump.h"

bool clinic_words(const struct clinic *clinic, enum label label)
{
    for (size_t i = 0; i < clinic->labels.count; i++)
        if (label_find(clinic->labels.at[i].key) == label)
            return true;
    return false;
}

/* ---- The dump ---- */

static void dump_choice(struct builder *out, const char *name, const char *choice)
{
    builder_printf(out, "%s %s\n", name, choice);
}

static void dump_choices(const struct clinic *clinic, struct builder *out)
{
    static const char *const papers[] = {
        "unset",
#define PAPER(id, name, ...) name,
#include "model/paper.def"
#undef PAPER
    };
    static const char *const plans[] = {"default", "labels", "off"};
    static const char *const qrs[] = {"none", "contact", "website", "source"};
    static const char *const citations[] = {"ama", "apa"};
    static const char *const supplements[] = {"none", "singular", "plural"};
    dump_choice(out, "clinic.paper", papers[clinic->paper]);
    dump_choice(out, "clinic.plan", plans[clinic->plan]);
    if (clinic->fillable)
        dump_choice(out, "clinic.plan_fillable", "true");
    if (clinic->plan_times)
        dump_choice(out, "clinic.plan_times", "true");
    if (clinic->without_my_questions)
        dump_choice(out, "clinic.my_questions", "false");
    dump_choice(out, "clinic.qr", qrs[clinic->qr]);
    dump_choice(out, "clinic.citation_style", citations[clinic->citation]);
    dump_choice(out, "clinic.supplement_statement", supplements[clinic->supplement]);
}

static void dump_labels(struct builder *out, struct own_labels labels)
{
    for (size_t i = 0; i < labels.count; i++) {
        struct builder name = {.arena = out->arena};
        builder_printf(&name, "clinic.labels.%.*s", STR_ARGS(labels.at[i].key));
        dump_text(out, builder_str(&name).ptr, labels.at[i].wording);
    }
}

static const char *const levels[] = {"", "off", "note", "warning", "error"};

static void dump_rules(struct builder *out, const struct rule_levels *rules)
{
    for (int i = 0; i < RULE_COUNT; i++)
        if (rules->of[i])
            builder_printf(out, "clinic.rules.%.*s %s\n",
                           STR_ARGS(rule_entry((enum rule)i).slug), levels[rules->of[i]]);
}

static void dump_words(struct builder *out, struct own_words words)
{
    for (size_t i = 0; i < words.count; i++) {
        dump_text(out, "clinic.words.term", words.at[i].term);
        dump_text(out, "clinic.words.say", words.at[i].say);
        if (words.at[i].level)
            dump_choice(out, "clinic.words.severity", levels[words.at[i].level]);
    }
}

void clinic_dump(const struct clinic *clinic, struct builder *out)
{
    dump_text(out, "clinic.language", clinic->language);
    dump_text(out, "clinic.name", clinic->name);
    dump_text(out, "clinic.about", clinic->about);
    dump_texts(out, "clinic.address", clinic->address);
    dump_text(out, "clinic.hours", clinic->hours);
    dump_text(out, "clinic.phone", clinic->phone);
    dump_text(out, "clinic.fax", clinic->fax);
    dump_text(out, "clinic.email", clinic->email);
    dump_text(out, "clinic.website", clinic->website);
    dump_text(out, "clinic.logo", clinic->logo);
    dump_text(out, "clinic.logo_alt", clinic->logo_alt);
    dump_text(out, "clinic.accent", clinic->accent);
    dump_choices(clinic, out);
    dump_texts(out, "clinic.plan_labels", clinic->plan_labels);
    dump_text(out, "clinic.disclaimer", clinic->disclaimer);
    dump_text(out, "clinic.emergency", clinic->emergency);
    dump_text(out, "clinic.language_help", clinic->language_help);
    dump_text(out, "clinic.language_help_language", clinic->language_help_language);
    dump_text(out, "clinic.copyright", clinic->copyright);
    dump_text(out, "clinic.fonts.regular", clinic->font_regular);
    dump_text(out, "clinic.fonts.bold", clinic->font_bold);
    dump_text(out, "clinic.fonts.italic", clinic->font_italic);
    dump_labels(out, clinic->labels);
    dump_words(out, clinic->words);
    dump_rules(out, &clinic->rules);
}
