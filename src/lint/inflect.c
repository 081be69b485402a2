/* See inflect.h. */
#include "lint/inflect.h"

#include "base/ascii.h"
#include "lint/match.h"

#include <string.h>

enum ending ending_of(struct str word, struct str base)
{
    if (word_equals(word, base))
        return ENDING_NONE;
    switch (ascii_lower(word.ptr[word.len - 1])) {
    case 'd':
        return ENDING_ED;
    case 'g':
        return ENDING_ING;
    default:
        return ENDING_S;
    }
}

/* Verbs of the lists that take no -ed: past and participle. */
static const char *irregular(struct str base, bool participle)
{
    static const char *const verbs[][3] = {
        {"break", "broke", "broken"},   {"build", "built", "built"},
        {"buy", "bought", "bought"},    {"choose", "chose", "chosen"},
        {"cut", "cut", "cut"},          {"do", "did", "done"},
        {"drink", "drank", "drunk"},    {"eat", "ate", "eaten"},
        {"find", "found", "found"},     {"get", "got", "gotten"},
        {"give", "gave", "given"},      {"go", "went", "gone"},
        {"have", "had", "had"},         {"keep", "kept", "kept"},
        {"let", "let", "let"},          {"make", "made", "made"},
        {"mean", "meant", "meant"},     {"show", "showed", "shown"},
        {"speed", "sped", "sped"},      {"spread", "spread", "spread"},
        {"stick", "stuck", "stuck"},    {"take", "took", "taken"},
        {"tell", "told", "told"},       {"think", "thought", "thought"},
    };
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (str_equal(base, str_of(verbs[i][0])))
            return verbs[i][1 + participle];
    return NULL;
}

static bool ends_in_y(struct str base)
{
    return base.len > 1 && base.ptr[base.len - 1] == 'y' && !is_vowel(base.ptr[base.len - 2]);
}

/* "stop", "get": one vowel before the last letter, and no other in the word. */
static bool doubles(struct str base)
{
    int vowels = 0;
    if (base.len < 3)
        return false;
    char last = base.ptr[base.len - 1];
    for (size_t i = 0; i < base.len; i++)
        vowels += is_vowel(base.ptr[i]);
    return vowels == 1 && is_vowel(base.ptr[base.len - 2]) && !strchr("aeiouwxy", last);
}

static void add_s(struct builder *b, struct str base)
{
    static const char *const hissing[] = {"s", "x", "z", "ch", "sh", "o"};
    bool hisses = false;
    for (size_t i = 0; i < sizeof hissing / sizeof *hissing; i++)
        hisses = hisses || str_ends(base, str_of(hissing[i]));
    if (str_equal(base, STR("have"))) {
        builder_add(b, STR("has"));
        return;
    }
    builder_add(b, str_part(base, 0, base.len - ends_in_y(base)));
    builder_add(b, ends_in_y(base) ? STR("ies") : hisses ? STR("es") : STR("s"));
}

static void add_ed(struct builder *b, struct str base, bool participle)
{
    const char *past = irregular(base, participle);
    if (past) {
        builder_add(b, str_of(past));
        return;
    }
    builder_add(b, str_part(base, 0, base.len - ends_in_y(base)));
    if (doubles(base))
        builder_char(b, base.ptr[base.len - 1]);
    builder_add(b, ends_in_y(base) ? STR("ied") : str_ends(base, STR("e")) ? STR("d") : STR("ed"));
}

static void add_ing(struct builder *b, struct str base)
{
    bool drops = str_ends(base, STR("e")) && !str_ends(base, STR("ee"));
    builder_add(b, str_part(base, 0, base.len - drops));
    if (doubles(base))
        builder_char(b, base.ptr[base.len - 1]);
    builder_add(b, STR("ing"));
}

void add_inflected(struct builder *b, struct str base, enum ending ending)
{
    if (ending == ENDING_S)
        add_s(b, base);
    else if (ending == ENDING_ED || ending == ENDING_EN)
        add_ed(b, base, ending == ENDING_EN);
    else if (ending == ENDING_ING)
        add_ing(b, base);
    else
        builder_add(b, base);
}
