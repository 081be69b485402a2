/*
 * Reading small articles: each row of a table is one field, or a few, of an otherwise good one.
 */
#ifndef UNIT_READ_ARTICLE_H
#define UNIT_READ_ARTICLE_H

#include "read/read.h"
#include "report.h"

struct read {
    struct arena *arena;
    struct diags diags;
    struct article article;
    const struct json *tree;
};

/* Has all but CJK, and emoji. */
static inline bool has(const void *context, uint32_t c)
{
    (void)context;
    return c < 0x2E80;
}

/* read lives longer than the call: places point into it. */
static inline void read_open(struct read *r, const char *name, const char *text)
{
    const struct charset charset = {has, NULL, NULL};
    *r = (struct read){.arena = arena_new(NULL, NULL)};
    diags_init(&r->diags, r->arena, false);
    r->article.source = (struct source){str_of(name), str_of(text)};
    article_read(r->arena, &r->diags, &charset, &r->article, &r->tree);
}

static inline void read_close(struct read *r)
{
    arena_free(r->arena);
}

/* Whether fields has one of that name, not counting those inside of others. */
static inline bool has_field(const char *fields, const char *name)
{
    int depth = 0;
    for (const char *c = fields; *c; c++) {
        depth += (*c == '{' || *c == '[') - (*c == '}' || *c == ']');
        if (depth == 0 && strncmp(c, name, strlen(name)) == 0)
            return true;
    }
    return false;
}

/* An article with these fields first, and each required one that is not among them. */
static inline const char *article_with(struct arena *arena, const char *fields)
{
    static const char *const required[][2] = {
        {"\"title\":", "\"T\""},          {"\"summary\":", "\"S\""},
        {"\"benefits\":", "[\"B\"]"},     {"\"dosage\":", "\"D\""},
        {"\"cautions\":", "[\"C\"]"},     {"\"references\":", "[\"R\"]"},
        {"\"disclaimer\":", "\"No.\""},
    };
    struct builder b = {.arena = arena};
    const char *comma = *fields ? ",\n" : "";
    builder_printf(&b, "{%s", fields);
    for (size_t i = 0; i < COUNT(required); i++) {
        if (has_field(fields, required[i][0]))
            continue;
        builder_printf(&b, "%s%s %s", comma, required[i][0], required[i][1]);
        comma = ",\n";
    }
    builder_printf(&b, "}");
    return builder_str(&b).ptr;
}

struct row {
    const char *fields, *expected;
};

static inline void check_rows(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena *arena = arena_new(NULL, NULL);
        struct read r;
        read_open(&r, "x.json", article_with(arena, rows[i].fields));
        assert_report(rows[i].fields, &r.diags, rows[i].expected);
        read_close(&r);
        arena_free(arena);
    }
}

#endif
