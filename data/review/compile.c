/*
 * compile: makes C of a language's lexicon, when the program is built.
 *
 *     compile SYMBOL OUTPUT FILE…     (any.tsv and, say, en.tsv, where it stands what a line is)
 *
 * The language of a file is its name.  A ROW is a line of a file.  Its phrase is written out in
 * all its FORMS, each with what to say instead in the same form, so that the program only
 * compares.  A line with a fault is reported with its file and number, all of them, and nothing
 * is written.  What is allocated lives as long as the program, which is short.
 */
#include "forms.h"

#include "prose/class.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MOST = 1024, CELLS = 4, SOURCES_MOST = 64, ROWS_MOST = 8192, FORMS_MOST = 65536 };

static const char *const class_names[] = {
    "",
#define CLASS(id, name, family, letters) name,
#include "prose/class.def"
#undef CLASS
};

static const enum word_letters class_letters[] = {
    AS_READ,
#define CLASS(id, name, family, letters) letters,
#include "prose/class.def"
#undef CLASS
};

/** A line of a file. */
struct row {
    const char *phrase, *instead;
    int class, line;
    const char *file, *language;
};

/** A phrase in one of its forms. */
struct form {
    const char *phrase, *instead, *participle; /* participle: instead of a past that is one; "" same */
    const struct row *row;
};

struct build {
    const char *language, *file;
    int line, faults;
    char *sources[SOURCES_MOST];
    size_t source_count;
    struct row rows[ROWS_MOST];
    size_t row_count;
    struct form forms[FORMS_MOST];
    size_t count;
    struct verbs verbs;
};

/* ---- Faults ---- */

static void fault(struct build *b, const char *what, const char *which)
{
    fprintf(stderr, "%s:%d: error: %s \"%s\"\n", b->file, b->line, what, which);
    b->faults++;
}

static int class_of(const char *name)
{
    for (int i = 1; i < CLASS_COUNT; i++)
        if (strcmp(class_names[i], name) == 0)
            return i;
    return CLASS_NONE;
}

static bool is_declared(const struct build *b, const char *source)
{
    for (size_t i = 0; i < b->source_count; i++)
        if (strcmp(b->sources[i], source) == 0)
            return true;
    return false;
}

/* Whether every word is there, and in small letters. */
static bool is_phrase(const char *phrase, int class)
{
    size_t length = strlen(phrase);
    if (!length || phrase[0] == ' ' || phrase[length - 1] == ' ' || strstr(phrase, "  ")
        || strpbrk(phrase, "\"’"))
        return false;
    for (const char *c = phrase; *c; c++)
        if (*c >= 'A' && *c <= 'Z' && class_letters[class] == AS_READ)
            return false;
    return true;
}

static bool is_syllable_count(const char *text)
{
    return *text >= '1' && *text <= '9' && !text[1];
}

/* ---- Rows ---- */

static void read_row(struct build *b, char **cells)
{
    int class = class_of(cells[1]);
    if (class == CLASS_NONE)
        fault(b, "there is no class", cells[1]);
    else if (!is_phrase(cells[0], class))
        fault(b, "this is no phrase in small letters and with single spaces:", cells[0]);
    else if (!*cells[2])
        fault(b, "\"instead\" is empty (\"-\" is for nothing) of", cells[0]);
    else if (!*cells[3])
        fault(b, "no source is given for", cells[0]);
    else if (!is_declared(b, cells[3]))
        fault(b, "there is no line \"# source ...\" for", cells[3]);
    else if (class == CLASS_SYLLABLES && !is_syllable_count(cells[2]))
        fault(b, "\"instead\" must be a number of syllables, 1 to 9, of", cells[0]);
    else if (b->row_count == ROWS_MOST)
        fault(b, "there are too many lines:", cells[0]);
    else if (class == CLASS_IRREGULAR)
        verbs_add(&b->verbs, cells[0], cells[2]);
    else
        b->rows[b->row_count++] = (struct row){cells[0], cells[2], class, b->line, b->file,
                                                 b->language};
}

static void read_source(struct build *b, const char *text)
{
    size_t length = strcspn(text, ":");
    if (!text[length] || !length || b->source_count == SOURCES_MOST)
        fault(b, "this is no \"# source KEY: what it is\":", text);
    else
        b->sources[b->source_count++] = text_part(text, length);
}

static void read_line(struct build *b, char *line)
{
    char *cells[CELLS + 1], *at = line;
    size_t count = 0;
    line[strcspn(line, "\r\n")] = '\0';
    if (strncmp(line, "# source ", 9) == 0)
        read_source(b, line + 9);
    if (!*line || *line == '#')
        return;
    for (; at && count <= CELLS; count++) {
        cells[count] = at;
        at = strchr(at, '\t');
        if (at)
            *at++ = '\0';
    }
    if (count == CELLS)
        read_row(b, cells);
    else
        fault(b, "there must be four cells with tabs between them in the line of", line);
}

/* "en" of "data/review/en.tsv". */
static const char *language_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    return text_part(name, strcspn(name, "."));
}

static void read_file(struct build *b, const char *path)
{
    char line[LINE_MOST];
    FILE *from = fopen(path, "r");
    b->file = path;
    b->language = language_of(path);
    b->line = 0;
    if (!from) {
        fault(b, strerror(errno), path);
        return;
    }
    while (fgets(line, sizeof line, from)) {
        b->line++;
        if (strchr(line, '\n'))
            read_line(b, text_part(line, strlen(line)));
        else
            fault(b, "the line is too long, or does not end:", line);
    }
    fclose(from);
}

/* ---- Forms ---- */

static void add_form(struct build *b, struct form form)
{
    if (b->count < FORMS_MOST)
        b->forms[b->count++] = form;
}

/* All forms of a row, with what to say instead in the same form. */
static void add_forms(struct build *b, const struct row *row)
{
    struct endings endings = endings_of(row->phrase, row->language, &b->verbs);
    const char *instead = strcmp(row->instead, "-") == 0 ? "" : row->instead;
    for (size_t i = 0; i < endings.count; i++) {
        const struct ending *e = &endings.at[i];
        const char *past = in_form(instead, e->kind, false, row->language, &b->verbs);
        const char *participle = in_form(instead, e->kind, true, row->language, &b->verbs);
        const char *phrase = with_ending(row->phrase, e->text), *dotted = with_stops(phrase);
        struct form form = {with_sign_apart(phrase), past,
                            strcmp(past, participle) ? participle : "", row};
        add_form(b, form);
        form.phrase = dotted;
        if (dotted && strncmp(class_names[row->class], "short", strlen("short")) == 0)
            add_form(b, form);
    }
}

/* Endings, with their "*", the longer first, since the first one that fits counts. */
static int compare_phrases(const char *a, const char *b)
{
    bool endings = *a == '*' && *b == '*';
    size_t length = strlen(a), other = strlen(b);
    return endings && length != other ? (length > other ? -1 : 1) : strcmp(a, b);
}

static int compare(const void *a, const void *b)
{
    const struct form *x = a, *y = b;
    int order = compare_phrases(x->phrase, y->phrase);
    if (order || x->row == y->row)
        return order;
    return x->row->class != y->row->class ? x->row->class - y->row->class
                                          : x->row < y->row ? -1 : 1;
}

/* Sorted, so that twice the same are neighbours. */
static void find_twins(struct build *b)
{
    for (size_t i = 1; i < b->count; i++) {
        const struct form *one = &b->forms[i - 1], *two = &b->forms[i];
        if (strcmp(one->phrase, two->phrase) != 0 || one->row->class != two->row->class)
            continue;
        fprintf(stderr, "%s:%d: error: \"%s\" is there twice: see %s:%d\n", two->row->file,
                two->row->line, two->phrase, one->row->file, one->row->line);
        b->faults++;
    }
}

/* ---- C ---- */

/* Text that was added once is not added again: most phrases share what to say instead. */
static size_t pool_add(struct pool *pool, const char *text)
{
    for (size_t at = 0; at < pool->length; at += strlen(pool->at + at) + 1)
        if (strcmp(pool->at + at, text) == 0)
            return at;
    return pool_append(pool, text);
}

static void write_entries(FILE *to, const struct build *b, struct pool *phrases,
                          struct pool *others, bool endings)
{
    fprintf(to, "static const struct entry %s[] = {\n", endings ? "endings" : "entries");
    size_t count = 0;
    for (size_t i = 0; i < b->count; i++) {
        const struct form *f = &b->forms[i];
        if ((f->phrase[0] == '*') != endings)
            continue;
        size_t phrase = pool_append(phrases, f->phrase + endings);
        fprintf(to, "    {%zu, %zu, %zu, %d, %d},\n", phrase, pool_add(others, f->instead),
                pool_add(others, f->participle), f->row->class,
                (int)(f->row - b->rows));
        count++;
    }
    fprintf(to, "%s};\nenum { %s_COUNT = %zu };\n\n", count ? "" : "    {0, 0, 0, 0, 0},\n",
            endings ? "ENDINGS" : "ENTRIES", count);
}

static void write_pool(FILE *to, const char *name, const struct pool *pool)
{
    fprintf(to, "static const unsigned char %s[] = {", name);
    for (size_t i = 0; i < pool->length; i++)
        fprintf(to, "%s%d,", i % 24 ? "" : "\n    ", (unsigned char)pool->at[i]);
    fprintf(to, "\n};\n\n");
}

static void write_c(FILE *to, const struct build *b, const char *symbol)
{
    struct pool phrases = {0}, others = {0};
    pool_append(&others, "");
    fprintf(to, "/* Made from data/review by its compile.c. */\n"
                "#include \"prose/lexicon.h\"\n\n");
    write_entries(to, b, &phrases, &others, false);
    write_entries(to, b, &phrases, &others, true);
    write_pool(to, "phrases", &phrases);
    write_pool(to, "others", &others);
    fprintf(to, "const struct lexicon %s = {\"%s\", phrases, others, entries, ENTRIES_COUNT,\n"
                "    endings, ENDINGS_COUNT, %zu};\n", symbol, b->language, b->row_count);
}

int main(int argc, char **argv)
{
    static struct build b;
    if (argc < 4) {
        fprintf(stderr, "usage: compile SYMBOL OUTPUT FILE...\n");
        return 2;
    }
    for (int i = 3; i < argc; i++)
        read_file(&b, argv[i]);
    for (size_t i = 0; i < b.row_count; i++)
        add_forms(&b, &b.rows[i]);
    qsort(b.forms, b.count, sizeof *b.forms, compare);
    find_twins(&b);
    FILE *to = b.faults ? NULL : fopen(argv[2], "w");
    if (!to)
        return 1;
    write_c(to, &b, argv[1]);
    return fclose(to) == 0 ? 0 : 1;
}
