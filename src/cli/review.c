/*
 * See review.h.  A report is written into memory first: it then goes out in one piece, and a full
 * disk is noticed where all others are, in output.c.
 */
#include "review.h"
#include "escape.h"
#include "severity.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* One decimal: more would claim a precision that no formula has. */
static int put_tenths(FILE *to, int width, int32_t thousandths)
{
    char text[sizeof "-2147483.6"];
    int32_t tenths = (abs(thousandths) + 50) / 100;
    snprintf(text, sizeof text, "%s%" PRId32 ".%" PRId32, thousandths < 0 && tenths ? "-" : "",
             tenths / 10, tenths % 10);
    return fprintf(to, "%*s", width, text);
}

static bool is_grade(const struct handout_review *review)
{
    return strcmp(review->formula, "Flesch-Kincaid") == 0;
}

/* Schools have grades 1 to 18, and ease has 0 to 100 points: what lies beyond is no figure. */
static void put_score(FILE *to, int width, const struct handout_review *review, int32_t score)
{
    int least = is_grade(review) ? 1 : 0, most = is_grade(review) ? 18 : 100;
    char text[16];
    bool over = score >= most * 1000 + 50;
    if (!over && score > least * 1000 - 50) {
        put_tenths(to, width, score);
        return;
    }
    const char *sign = width ? over ? ">" : "<" : over ? "over " : "under ";
    snprintf(text, sizeof text, "%s%d", sign, over ? most : least);
    fprintf(to, "%*s", width, text);
}

/* ---- The lines among the messages ---- */

static void put_reading_json(FILE *to, const char *article, const char *formula,
                             const struct handout_reading *reading)
{
    const struct {
        const char *name;
        int32_t value;
    } scores[] = {{"score", reading->score},
                  {"smog", reading->smog},
                  {"smog_plain", reading->smog_plain},
                  {"sentence_mean", reading->sentence_mean}};
    fputs("{\"type\":\"reading\"", to);
    escape_member(to, "article", article);
    escape_member(to, "formula", formula);
    escape_member(to, "part", reading->part);
    fprintf(to, ",\"words\":%d,\"sentences\":%d", reading->words, reading->sentences);
    for (size_t i = 0; i < sizeof scores / sizeof *scores; i++) {
        fprintf(to, ",\"%s\":", scores[i].name);
        message_milli(to, scores[i].value);
    }
    fputs("}\n", to);
}

static void put_reading(FILE *to, const struct handout_review *review)
{
    const struct handout_reading *body = &review->readings[0];
    fprintf(to, "%s ", is_grade(review) ? "reading grade" : review->formula);
    put_score(to, 0, review, body->score);
    fputs(is_grade(review) ? " (±1.5)" : " points of ease", to);
    if (body->smog) {
        fputs(", SMOG ", to);
        put_score(to, 0, review, body->smog);
    }
    if (body->smog_plain != body->smog) {
        fputs(" (", to);
        put_score(to, 0, review, body->smog_plain);
        fputs(" without topic words)", to);
    }
    fputs(", ", to);
    put_tenths(to, 0, body->sentence_mean);
    fputs(" words a sentence\n", to);
}

enum { WORDS_LEAST = 30 }; /* of fewer a formula makes anything from grade -3 to 30 */

static bool has_measures(const struct handout_review *review)
{
    return *review->formula && review->reading_count && review->readings[0].sentences;
}

/* Whether there is a figure to print; programs may have it of less. */
static bool is_told(const struct handout_review *review)
{
    return has_measures(review) && review->readings[0].words >= WORDS_LEAST;
}

void review_reading(const struct printer *printer, const char *article,
                    const struct handout_review *review)
{
    if (!message_reports(printer) || !has_measures(review))
        return;
    if (printer->format == FORMAT_JSON) {
        put_reading_json(printer->to, article, review->formula, &review->readings[0]);
        return;
    }
    if (!is_told(review))
        return;
    escape_text(printer->to, article);
    fputs(": ", printer->to);
    put_reading(printer->to, review);
}

/* How many diagnostics there are of each severity. */
struct tally {
    size_t of[HANDOUT_ERROR + 1];
    bool more; /* and some that are not listed */
};

static struct tally count_findings(const struct handout_diagnostics *lists, size_t list_count)
{
    struct tally tally = {0};
    for (size_t list = 0; list < list_count; list++)
        for (size_t i = 0; i < lists[list].count; i++) {
            const struct handout_diagnostic *d = &lists[list].at[i];
            bool more = strcmp(d->id, "too-many-faults") == 0;
            tally.more = tally.more || more;
            tally.of[d->severity] += !more;
        }
    return tally;
}

static void put_tally(FILE *to, const struct tally *tally)
{
    const char *comma = "";
    for (int i = HANDOUT_ERROR; i >= HANDOUT_NOTE; i--) {
        if (!tally->of[i])
            continue;
        fprintf(to, "%s%zu %s%s", comma, tally->of[i],
                severity_name((enum handout_severity)i), tally->of[i] == 1 ? "" : "s");
        comma = ", ";
    }
    fputs(tally->more ? ", and more\n" : *comma ? "\n" : "nothing to mark\n", to);
}

void review_tally(const struct printer *printer, const char *article,
                  const struct handout_diagnostics *lists, size_t list_count)
{
    struct tally tally = count_findings(lists, list_count);
    FILE *to = printer->to;
    if (!message_reports(printer))
        return;
    if (printer->format == FORMAT_JSON) {
        fputs("{\"type\":\"count\"", to);
        escape_member(to, "article", article);
        fprintf(to, ",\"errors\":%zu,\"warnings\":%zu,\"notes\":%zu,\"more\":%s}\n",
                tally.of[HANDOUT_ERROR], tally.of[HANDOUT_WARNING], tally.of[HANDOUT_NOTE],
                tally.more ? "true" : "false");
        return;
    }
    escape_text(to, article);
    fputs(": ", to);
    put_tally(to, &tally);
}

/* ---- A report as text ---- */

enum { LINE = 80 };

/* Text from the column on where the line stands; further lines are indented as far. */
static void put_wrapped(FILE *to, int indent, const char *text)
{
    char word[256]; /* a longer one is cut where it is no longer a word */
    int column = indent;
    while (*(text += strspn(text, " "))) {
        size_t length = strcspn(text, " ");
        length = length < sizeof word ? length : sizeof word - 1;
        memcpy(word, text, length);
        word[length] = '\0';
        int width = (int)escape_columns(word, UINT32_MAX);
        if (column > indent && column + 1 + width > LINE) {
            fprintf(to, "\n%*s", indent, "");
            column = indent;
        } else if (column > indent) {
            putc(' ', to);
            column++;
        }
        escape_text(to, word);
        column += width;
        text += length;
    }
    putc('\n', to);
}

/* The scores of a part that is long enough to have some. */
static void put_part(FILE *to, const struct handout_review *review,
                     const struct handout_reading *r)
{
    static const int widths[] = {7, 7, 12};
    const int32_t scores[] = {r->score, r->smog, r->smog_plain};
    for (int i = 0; i < (is_grade(review) ? 3 : 1); i++)
        if (r->words < WORDS_LEAST)
            fprintf(to, "%*s", widths[i], "-");
        else
            put_score(to, widths[i], review, scores[i]);
    putc('\n', to);
}

static void put_readings(FILE *to, const struct handout_review *review)
{
    if (!is_told(review)) {
        fputs("\nHow hard it is to read was not measured.\n", to);
        return;
    }
    if (is_grade(review))
        fputs("\nHow hard it is to read: Flesch-Kincaid grade, give or take 1.5; SMOG beside it\n"
              "(another scale), as it is and without the words of the topic.  Of fewer than\n"
              "30 words there is none.\n\n"
              "                 words  sentences  words a sentence  grade   SMOG  plain SMOG\n",
              to);
    else
        fprintf(to, "\nHow easy it is to read: points of the %s scale; more is easier.\n"
                    "Of fewer than 30 words there are none.\n\n"
                    "                 words  sentences  words a sentence  points\n",
                review->formula);
    for (size_t i = 0; i < review->reading_count; i++) {
        const struct handout_reading *r = &review->readings[i];
        fprintf(to, "  %-14s %6d  %9d  ", *r->part ? r->part : "all of it", r->words,
                r->sentences);
        put_tenths(to, 16, r->sentence_mean);
        put_part(to, review, r);
    }
}

/* "  12:7       " and the score, then the text. */
static void put_hardest(FILE *to, const char *title, const struct handout_review *review,
                        const struct handout_hard *hard, size_t count)
{
    bool syllables = hard == review->words;
    if (count)
        fprintf(to, "\n%s\n\n", title);
    for (size_t i = 0; i < count; i++) {
        int width = fprintf(to, "  %" PRIu32 ":%" PRIu32, hard[i].line, hard[i].column);
        fprintf(to, "%*s", width < 12 ? 12 - width : 1, "");
        if (syllables)
            fprintf(to, "%5" PRId32, hard[i].score / 1000);
        else
            put_score(to, 5, review, hard[i].score);
        fputs("  ", to);
        put_wrapped(to, 19, hard[i].text);
    }
}

/* Those that a program can decide, or those that a person must. */
static void put_card(FILE *to, const struct handout_review *review, const char *card, bool to_judge)
{
    static const char *const verdicts[] = {
        [HANDOUT_MET] = "met", [HANDOUT_NOT_MET] = "NOT MET", [HANDOUT_TO_JUDGE] = "yes[ ] no[ ]",
        [HANDOUT_NOT_APPLICABLE] = "not here"};
    for (size_t i = 0; i < review->item_count; i++) {
        const struct handout_item *item = &review->items[i];
        if (strcmp(item->card, card) != 0 || (item->verdict == HANDOUT_TO_JUDGE) != to_judge)
            continue;
        fprintf(to, "  %2d  %-12s  ", item->number, verdicts[item->verdict]);
        put_wrapped(to, 20, item->question);
        if (*item->because) {
            fprintf(to, "%20s-> ", "");
            put_wrapped(to, 23, item->because);
        }
    }
}

/* A person gets a checklist to fill in, with what was counted as a help. */
static void put_items(FILE *to, const struct handout_review *review)
{
    const char *card = "";
    for (size_t i = 0; i < review->item_count; i++) {
        if (strcmp(card, review->items[i].card) == 0)
            continue;
        card = review->items[i].card;
        fprintf(to, "\n%s: what a program can tell\n\n", card);
        put_card(to, review, card, false);
        fprintf(to, "\n%s: for a person to fill in\n\n", card);
        put_card(to, review, card, true);
    }
    if (review->item_count)
        fputs("\n\"Not here\" is about what the handout does not have.  The items make no\n"
              "total.\n",
              to);
}

/* "    3  warning  leaky gut -> irritated gut" */
static void put_own_words(FILE *to, const struct handout_review *review)
{
    if (review->own_word_count)
        fputs("\nThe clinic's own words, and how often they are said\n\n", to);
    for (size_t i = 0; i < review->own_word_count; i++) {
        const struct handout_own_word *word = &review->own_words[i];
        fprintf(to, "  %3d  %-7s  ", word->count, word->severity);
        escape_text(to, word->term);
        if (*word->say) {
            fputs(" -> ", to);
            escape_text(to, word->say);
        }
        putc('\n', to);
    }
}

static void put_review_text(FILE *to, const char *article, const struct handout_review *review)
{
    escape_text(to, article);
    putc('\n', to);
    for (unsigned i = escape_columns(article, UINT32_MAX); i > 0; i--)
        putc('=', to);
    putc('\n', to);
    put_readings(to, review);
    put_hardest(to, is_grade(review) ? "The hardest sentences, with their grade"
                                     : "The hardest sentences, with their points",
                review, review->sentences, review->sentence_count);
    put_hardest(to, "The longest words, with their syllables", review, review->words,
                review->word_count);
    put_own_words(to, review);
    put_items(to, review);
    putc('\n', to);
}

/* ---- A report as JSON ---- */

static void put_hard_json(FILE *to, const char *type, const char *article,
                          const struct handout_hard *hard, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fprintf(to, "{\"type\":\"%s\"", type);
        escape_member(to, "article", article);
        fprintf(to, ",\"line\":%" PRIu32 ",\"column\":%" PRIu32, hard[i].line, hard[i].column);
        escape_member(to, "text", hard[i].text);
        fputs(strcmp(type, "hard-word") == 0 ? ",\"syllables\":" : ",\"score\":", to);
        message_milli(to, hard[i].score);
        fputs("}\n", to);
    }
}

static void put_item_json(FILE *to, const char *article, const struct handout_item *item)
{
    static const char *const verdicts[] = {
        [HANDOUT_MET] = "met", [HANDOUT_NOT_MET] = "not-met", [HANDOUT_TO_JUDGE] = "to-judge",
        [HANDOUT_NOT_APPLICABLE] = "not-applicable"};
    fputs("{\"type\":\"item\"", to);
    escape_member(to, "article", article);
    escape_member(to, "card", item->card);
    fprintf(to, ",\"number\":%d", item->number);
    escape_member(to, "question", item->question);
    escape_member(to, "verdict", verdicts[item->verdict]);
    escape_member(to, "because", item->because);
    fputs("}\n", to);
}

static void put_own_word_json(FILE *to, const char *article, const struct handout_own_word *word)
{
    fputs("{\"type\":\"own-word\"", to);
    escape_member(to, "article", article);
    escape_member(to, "term", word->term);
    escape_member(to, "say", word->say);
    escape_member(to, "severity", word->severity);
    fprintf(to, ",\"count\":%d}\n", word->count);
}

static void put_review_json(FILE *to, const char *article, const struct handout_review *review)
{
    for (size_t i = 0; has_measures(review) && i < review->reading_count; i++)
        put_reading_json(to, article, review->formula, &review->readings[i]);
    put_hard_json(to, "hard-sentence", article, review->sentences, review->sentence_count);
    put_hard_json(to, "hard-word", article, review->words, review->word_count);
    for (size_t i = 0; i < review->own_word_count; i++)
        put_own_word_json(to, article, &review->own_words[i]);
    for (size_t i = 0; i < review->item_count; i++)
        put_item_json(to, article, &review->items[i]);
}

char *review_report(const struct printer *printer, const char *article,
                    const struct handout_review *review)
{
    char *text;
    size_t length;
    FILE *to = message_collect(printer, &text, &length);
    if (printer->format == FORMAT_JSON)
        put_review_json(to, article, review);
    else
        put_review_text(to, article, review);
    message_collected(printer, to, &text);
    return text;
}
