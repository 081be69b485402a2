/* See diag.h. */
#include "base/diag.h"

struct entry {
    struct str slug, message, hint;
    enum severity severity;
};

static const struct entry table[DIAG_COUNT] = {
#define ERROR SEVERITY_ERROR
#define WARNING SEVERITY_WARNING
#define NOTE SEVERITY_NOTE
#define DIAG(id, slug, severity, message, hint)                                                   \
    [DIAG_##id] = {{slug, sizeof slug - 1}, {message, sizeof message - 1},                        \
                   {hint, sizeof hint - 1}, severity},
#include "base/diag.def"
#undef DIAG
};

void diags_init(struct diags *diags, struct arena *arena, bool strict)
{
    *diags = (struct diags){.arena = arena, .strict = strict};
    diags->last = &diags->first;
}

struct str diag_slug(enum diag_id id)
{
    return table[id].slug;
}

/* Fills a template. Sets *complete to false if an argument that it names is missing or empty. */
static struct str fill(struct arena *arena, struct str template, const struct str *args,
                       size_t count, bool *complete)
{
    struct builder b = {.arena = arena};
    *complete = true;
    for (size_t i = 0; i < template.len; i++) {
        const char *p = template.ptr + i;
        if (i + 2 < template.len && p[0] == '{' && p[1] >= '0' && p[1] <= '9' && p[2] == '}') {
            size_t index = (size_t)(p[1] - '0');
            struct str arg = index < count ? args[index] : (struct str){0};
            *complete = *complete && arg.len;
            builder_add(&b, arg);
            i += 2;
        } else {
            builder_char(&b, *p);
        }
    }
    return builder_str(&b);
}

static void append(struct diags *diags, enum diag_id id, enum severity severity, struct place at,
                   const struct str *args, size_t count)
{
    struct diag *diag = ARENA_NEW(diags->arena, struct diag);
    bool complete;
    *diag = (struct diag){.id = id, .severity = severity, .at = at};
    diag->message = fill(diags->arena, table[id].message, args, count, &complete);
    diag->hint = fill(diags->arena, table[id].hint, args, count, &complete);
    if (!complete)
        diag->hint.len = 0;
    *diags->last = diag;
    diags->last = &diag->next;
    diags->count++;
}

void diag_add_args(struct diags *diags, enum diag_id id, struct place at, const struct str *args,
                   size_t count)
{
    enum severity severity = table[id].severity;
    if (severity == SEVERITY_WARNING && diags->strict)
        severity = SEVERITY_ERROR;
    diags->errors += severity == SEVERITY_ERROR;
    if (diags->count < DIAG_MAX - 1)
        append(diags, id, severity, at, args, count);
    else if (diags->unlisted++ == 0)
        append(diags, DIAG_TOO_MANY_FAULTS, SEVERITY_NOTE, (struct place){0}, NULL, 0);
}
