/*
 * The article for the tests of compose, with everything in it.
 */
#ifndef UNIT_COMPOSE_SAMPLES_H
#define UNIT_COMPOSE_SAMPLES_H

#include "model/clinic.h"
#include "unit.h"

#define T(literal) {.str = {literal, sizeof literal - 1}}
#define LIST(array) {.at = array, .count = COUNT(array)}

/* What a test may change before it composes. */
struct sample {
    struct article article;
    struct clinic clinic;
    bool without_clinic, without_letterhead;
};

static const struct point benefits[] = {
    {.title = T("Gut"), .text = T("may help.")},
    {.text = T("Plain.")},
};
static const struct point cautions[] = {{.text = T("Ask first.")}};
static const struct text some_texts[] = {T("One"), T("Two")};
static const struct text address[] = {T("1 Main St"), T("Spokane, WA 99201")};
static const struct reference references[] = {
    {.kind = REFERENCE_TEXT, .text = T("A book.")},
    {.kind = REFERENCE_ARTICLE, .title = {"T", 1}, .container = {"J", 1},
     .issued = {.from = {2017, 0, 0}}},
};

static struct sample full_sample(void)
{
    return (struct sample){
        .article = {.language = STR("en-US"), .id = STR("x"), .title = T("X"),
                    .subtitle = T("Sub"), .summary = T("It is."), .benefits = LIST(benefits),
                    .dosage = {.amount = T("5 g"), .how = T("By mouth."),
                               .steps = LIST(some_texts)},
                    .cautions = LIST(cautions), .ask_first = LIST(some_texts),
                    .stop_and_call = LIST(some_texts), .unknowns = LIST(some_texts),
                    .references = LIST(references), .disclaimer = T("No advice."),
                    .published = {.title = T("X: A Tale"), .url = T("https://example.org/x"),
                                  .updated_on = {2024, 11, 1}},
                    .review = {.by = T("Dr. Kim"), .on_date = {2025, 3, 4}}},
        .clinic = {.name = T("Clinic"), .about = T("Care for all."), .address = LIST(address),
                   .hours = T("Mon–Fri"), .phone = T("555-0100"), .fax = T("555-0101"),
                   .email = T("a@example.org"), .website = T("https://example.org/"),
                   .accent = T("#AA0000"), .accent_rgb = 0xAA0000,
                   .supplement = SUPPLEMENT_SINGULAR, .disclaimer = T("The clinic’s own."),
                   .emergency = T("Emergency: 911"), .language_help = T("Español: 555-0102"),
                   .copyright = T("© 2025 Clinic")},
    };
}

#endif
