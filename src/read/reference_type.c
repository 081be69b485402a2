/*
 * See reference_type.h.  reference_type.def has the types of CSL 1.0.2, and what others have in
 * their place, each in their own spelling: "journal-article", "Journal Article", "journalArticle".
 */
#include "read/reference_type.h"

#include "base/ascii.h"
#include "read/text_check.h"

/* Whether they are one type, however its words are put together. */
static bool is_type(struct str written, const char *name)
{
    for (size_t i = 0; i < written.len; i++) {
        char c = written.ptr[i];
        bool joint = *name == '-' || *name == '_', apart = c == ' ' || c == '-' || c == '_';
        if (joint && ascii_is_upper(c))
            name++;
        if (!(joint && apart) && ascii_lower(c) != *name)
            return false;
        name++;
    }
    return !*name;
}

void reference_type_read(struct reader *r, const struct json *value, void *to)
{
    static const struct {
        const char *name;
        enum reference_kind kind;
        const char *described;
    } types[] = {
#define REFERENCE_TYPE(name, kind, described) {name, REFERENCE_##kind, described},
#include "read/reference_type.def"
#undef REFERENCE_TYPE
    };
    struct reference *reference = to;
    struct text text = {0};
    hidden_text_read(r, value, &text);
    if (!text.str.ptr)
        return;
    for (size_t i = 0; i < FIELD_COUNT(types); i++) {
        if (!is_type(text.str, types[i].name))
            continue;
        reference->kind = types[i].kind;
        reference->described = str_of(types[i].described);
        return;
    }
    diag_add(r->diags, DIAG_BAD_CHOICE, text.at, text_excerpt(r->arena, text.str),
             STR("type of reference"),
             STR("\"article-journal\", \"book\", \"chapter\", \"report\", \"webpage\", or another "
                 "type of CSL"));
}

static bool contains_word(struct str text, const char *lower)
{
    size_t length = str_of(lower).len;
    for (size_t at = 0; at + length <= text.len; at++) {
        size_t same = 0;
        while (same < length && ascii_lower(text.ptr[at + same]) == lower[same])
            same++;
        if (same == length)
            return true;
    }
    return false;
}

/* "medRxiv", "arXiv:2001.01234 [cs]" */
static bool is_preprint_server(struct str name)
{
    static const char *const servers[] = {"rxiv", "research square", "ssrn", "preprints.org",
                                          "osf preprints"};
    for (size_t i = 0; i < FIELD_COUNT(servers); i++)
        if (contains_word(name, servers[i]))
            return true;
    return false;
}

/*
 * CSL's "article" is a work that is made public outside of a journal: a preprint.  Old exporters
 * use it for articles of journals too, which have a volume, an issue or pages; and what stands on
 * the server of preprints is one, whatever type its exporter gave it.
 */
void reference_type_settle(struct reference *reference)
{
    bool journal = reference->container.len
                && (reference->volume.len || reference->issue.len || reference->page.len);
    bool may_be = reference->kind == REFERENCE_ARTICLE || reference->kind == REFERENCE_OTHER
               || reference->kind == REFERENCE_REPORT;
    if (reference->kind == REFERENCE_PREPRINT && journal)
        reference->kind = REFERENCE_ARTICLE;
    else if (may_be && !reference->volume.len && !reference->issue.len
             && (is_preprint_server(reference->container)
                 || (!reference->container.len && is_preprint_server(reference->publisher))))
        reference->kind = REFERENCE_PREPRINT;
    if (reference->kind == REFERENCE_PREPRINT && !reference->container.len)
        reference->container = reference->institution;
    if (reference->kind == REFERENCE_PREPRINT && !reference->container.len
        && !reference->publisher.len) /* some exporters have the server here */
        reference->publisher = reference->archive;
}
