/*
 * Parsing a text from a buffer of exactly its size, so that AddressSanitizer sees a read behind
 * its end; and the texts that several tests parse.
 */
#ifndef UNIT_PARSE_H
#define UNIT_PARSE_H

#include "read/json.h"
#include "report.h"

struct parse {
    struct arena *arena;
    struct diags diags;
    struct source source;
    char *bytes;
    const struct json *value;
};

/* parse lives longer than the call: places point to its source. */
static inline void parse_open(struct parse *p, struct str text)
{
    *p = (struct parse){.arena = arena_new(NULL, NULL), .bytes = malloc(text.len ? text.len : 1)};
    assert_non_null(p->bytes);
    if (text.len)
        memcpy(p->bytes, text.ptr, text.len);
    p->source = (struct source){STR("x.json"), {p->bytes, text.len}};
    diags_init(&p->diags, p->arena, false);
    p->value = json_parse(p->arena, &p->diags, &p->source);
}

static inline void parse_close(struct parse *p)
{
    arena_free(p->arena);
    free(p->bytes);
}

static inline struct str read_file(const char *name)
{
    static char bytes[1 << 16];
    FILE *file = fopen(name, "rb");
    assert_non_null(file);
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return (struct str){bytes, size};
}

/* All kinds of value and of escape. */
static const char sample[] =
    "{\"title\": \"L-Gl\\u00fct \\ud83d\\ude00 \\\"x\\\" \\\\ NF-κB\", \"n\": [0, -1.5e+3, 18],\n"
    "\"flags\": {\"a\": true, \"b\": false, \"c\": null},\r\n \"empty\": [ ], \"none\": { }}\n";

#endif
