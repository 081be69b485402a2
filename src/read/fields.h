/*
 * fields: JSON objects into structs, by tables.
 *
 * A table has a row for each field: its name, the function that reads its value, and where in the
 * struct the result goes.  To add a field is to add a row.  Reading never stops at a fault: each
 * is reported with the field's path, such as "benefits[2].text", in which items count from 1.
 */
#ifndef READ_FIELDS_H
#define READ_FIELDS_H

#include "base/array.h"
#include "read/read.h"

#include <stddef.h>

/* More than these is a mistake in the file, or cannot come out as a page that is read. */
enum {
    TITLE_MAX = 200,     /* characters: three lines of the largest heading */
    TEXT_MAX = 4000,     /* characters: nearly all that a page holds, even in small print */
    ITEMS_MAX = 12,      /* of a list: over 7 are hard to read already (CDC Index, item 8) */
    OWN_SECTIONS_MAX = 6, /* as many as there are others: more is another handout */
    REFERENCES_MAX = 20, /* half a page of fine print */
    ADDRESS_MAX = 6      /* lines of an address: what the post takes */
};

/** One step on the way to a value: a field's name, or the number of an item. */
struct path {
    const struct path *up;
    struct str name;
    size_t index; /**< from 1; 0 for a field */
};

/** What is being read, and where we are in it. */
struct reader {
    struct arena *arena;
    struct diags *diags;
    const struct charset *charset;
    const struct source *source;
    const char *whole;       /**< what the file is, for messages: "the article" */
    const struct path *path; /**< to the current value; NULL at the top */
    struct pictures *pictures; /**< what a reference is printed without; NULL elsewhere */
    struct builder *unread;  /**< names of fields that are not read, for one note; or NULL */
    const struct labels *usual; /**< of a clinic: the wording that its own labels replace */
    struct {
        ARRAY(uint32_t);
    } no_scripts; /**< samples of the scripts that no font has and that were reported */
};

/** Reads the current value into *to, whose type the function knows. */
typedef void value_reader(struct reader *r, const struct json *value, void *to);

struct field {
    const char *name;
    value_reader *read;
    size_t offset;       /**< of the result in the struct */
    const char *missing; /**< a hint for who left it out; NULL if the field is optional */
};

/** The fields of one kind of object: at most one row for a name. */
struct shape {
    const char *what; /**< "an article": for messages */
    const struct field *fields;
    size_t count;
    const char *const *ignored; /**< names that are allowed but not read, up to a NULL; or NULL */
    /**
     * The same, of other formats: a name that is like one of them is no slip.  Where this is not
     * NULL an exporter wrote the object: what is empty is absent, and a field of no known name is
     * an error only if its name is nearly known; else it is added to the reader's unread ones.
     */
    const char *const *foreign;
};

#define FIELD_COUNT(table) (sizeof(table) / sizeof *(table))

/** null, a text without anything to see, a list or an object of nothing but such. */
bool json_is_empty(const struct json *value);

/** @return false if it is no object at all. */
bool object_read(struct reader *r, const struct json *value, const struct shape *shape, void *to);

/**
 * Reports what is not a list, is empty where `least` is 1, or longer than `most`.
 * @param must_be  for messages: "a list of texts". @return false if it is no list.
 */
bool list_check(struct reader *r, const struct json *value, const char *must_be, size_t least,
                size_t most);
/** An array in the arena of value->count elements of that size, each read from its item. */
void *list_read_all(struct reader *r, const struct json *value, value_reader *read,
                    size_t element);
/** Reads each item into the next of value->count elements of an array. */
void list_read(struct reader *r, const struct json *value, value_reader *read, void *array,
               size_t element);

/* ---- Values: to is a struct text, or struct texts ---- */

void text_read(struct reader *r, const struct json *value, void *to);
void title_read(struct reader *r, const struct json *value, void *to);
void texts_read(struct reader *r, const struct json *value, void *to);
/** A text that is not printed, such as a path: only its kind and length are checked. */
void hidden_text_read(struct reader *r, const struct json *value, void *to);
/** A text that may stand there for other programs. @param to  is not used. */
void ignored_text_read(struct reader *r, const struct json *value, void *to);
/** A text that must have a form; reports `id` with the text if it has not. @return if it has. */
bool formed_text_read(struct reader *r, const struct json *value, struct text *to,
                      bool (*has_form)(struct str text), enum diag_id id);
/** A language's tag, in its usual case. @return if it has the form of one; else it is reported. */
bool language_read(struct reader *r, const struct json *value, struct text *to);
/** Lists of texts of other sizes. */
void texts_read_as(struct reader *r, const struct json *value, struct texts *to,
                   value_reader *read, size_t most);

/** @param names  up to a NULL. @param what  "paper size". @return the index, or -1 (reported). */
int choice_read(struct reader *r, const struct json *value, const char *const *names,
                const char *what);

/** The name of a size of paper. @param to  an enum paper_choice */
void paper_read(struct reader *r, const struct json *value, void *to);

/** @param otherwise  what it is taken for if it is neither true nor false (reported). */
bool bool_read(struct reader *r, const struct json *value, bool otherwise);

/* ---- Reporting ---- */

/** Where to point at for a value: a list or an object is its bracket. */
struct place place_of(const struct reader *r, const struct json *value);
/** The whole of it. */
struct place place_whole(const struct reader *r, const struct json *value);
/** The current value for a message, in quotes: "benefits[2].text"; or "the article". */
struct str path_text(const struct reader *r);
/** @param must_be  "a text" */
void wrong_type(struct reader *r, const struct json *value, const char *must_be);

#endif
