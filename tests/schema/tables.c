/*
 * tables article|clinic   the fields that the program's readers have, as a file comes by them
 * tables sections         the rows of section.def: field, kind
 * tables papers           the rows of paper.def: name, title
 * tables labels           the keys of the labels
 *
 * A file of that kind comes on standard input, and for each object in it a line is printed: its
 * path, a tab, and the names that its table allows.  The linker hands every call of object_read()
 * to us first, so what is printed is what reads.  A fault of the file is printed and is exit 1.
 */
#include "model/section.h"
#include "read/fields.h"
#include "read/labels_read.h"

#include <stdio.h>
#include <string.h>

/* ---- What the readers know ---- */

bool __real_object_read(struct reader *r, const struct json *value, const struct shape *shape,
                        void *to);
bool __wrap_object_read(struct reader *r, const struct json *value, const struct shape *shape,
                        void *to);

bool __wrap_object_read(struct reader *r, const struct json *value, const struct shape *shape,
                        void *to)
{
    if (strcmp(r->whole, "the language") != 0) { /* the usual labels of a clinic */
        printf("%.*s\t", STR_ARGS(r->path ? path_text(r) : STR("")));
        for (size_t i = 0; i < shape->count; i++)
            printf("%s ", shape->fields[i].name);
        for (const char *const *name = shape->ignored; name && *name; name++)
            printf("%s ", *name);
        putchar('\n');
    }
    return __real_object_read(r, value, shape, to);
}

static bool has(const void *context, uint32_t c)
{
    (void)context;
    (void)c;
    return true;
}

static struct str read_all(struct arena *arena)
{
    struct builder b = {.arena = arena};
    char part[4096];
    for (size_t size; (size = fread(part, 1, sizeof part, stdin)) > 0;)
        builder_add(&b, (struct str){part, size});
    return builder_str(&b);
}

static int print_fields(struct arena *arena, bool of_clinic)
{
    const struct charset charset = {has, NULL, NULL};
    const struct json *tree;
    struct article article = {.source = {STR("file"), read_all(arena)}};
    struct clinic clinic = {.source = article.source};
    struct labels usual;
    struct diags diags;
    diags_init(&diags, arena, false);
    labels_read(arena, STR("en"), &usual);
    if (of_clinic)
        clinic_read(arena, &diags, &charset, &usual, &clinic, &tree);
    else
        article_read(arena, &diags, &charset, &article, &tree);
    for (const struct diag *diag = diags.first; diag; diag = diag->next)
        printf("fault: %.*s\n", STR_ARGS(diag->message));
    return diags.count != 0;
}

/* ---- The lists ---- */

static void print_sections(void)
{
#define SECTION(id, field, kind, ...) puts(#field "\t" #kind);
#include "model/section.def"
#undef SECTION
}

static void print_papers(void)
{
#define PAPER(id, name, title, ...) puts(name "\t" title);
#include "model/paper.def"
#undef PAPER
}

static void print_labels(void)
{
#define LABEL(id, key) puts(key);
#include "model/labels.def"
#undef LABEL
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";
    struct arena *arena = arena_new(NULL, NULL);
    int status = 0;
    if (strcmp(what, "sections") == 0)
        print_sections();
    else if (strcmp(what, "papers") == 0)
        print_papers();
    else if (strcmp(what, "labels") == 0)
        print_labels();
    else
        status = print_fields(arena, strcmp(what, "clinic") == 0);
    arena_free(arena);
    return status;
}
