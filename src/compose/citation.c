/*
 * One function a style; each is a file of its own, built from citation_parts.
 */
#include "compose/citation.h"

#include "compose/citation_parts.h"

void citation_add(struct phrase *phrase, const struct reference *reference,
                  enum citation_choice style)
{
    static citation_style *const styles[] = {
        [CITATION_AMA] = citation_ama,
        [CITATION_APA] = citation_apa,
    };
    phrase->from = reference->place;
    if (reference->kind == REFERENCE_TEXT)
        phrase_add(phrase, tidy(phrase->arena, reference->text.str));
    else
        styles[style](phrase, reference);
}
