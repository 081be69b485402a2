/*
 * Sheets built block by block, for tests of the layout.  A text of n words is "word word … word",
 * of 5 n - 1 characters.
 */
#ifndef UNIT_SHEET_PARTS_H
#define UNIT_SHEET_PARTS_H

#include "unit.h"

#include "model/sheet.h"

/* Where they live; a test opens and frees it. */
static struct arena *arena;

static inline struct block *block(enum block_kind kind, enum role role, struct str text)
{
    struct block *new = ARENA_NEW(arena, struct block);
    *new = (struct block){.kind = kind, .role = role, .level = 2};
    if (text.len) {
        struct run *run = ARENA_NEW(arena, struct run);
        run->text = text;
        new->runs = (struct runs){run, 1};
    }
    return new;
}

static inline struct block *add(struct block *parent, struct block *child)
{
    struct block **last = &parent->first;
    while (*last)
        last = &(*last)->next;
    return *last = child;
}

static inline struct str words(int count)
{
    struct builder b = {.arena = arena};
    for (int i = 0; i < count; i++)
        builder_add(&b, i ? STR(" word") : STR("word"));
    return builder_str(&b);
}

/* A heading and a list of items of so many words each. */
static inline struct block *section(const char *name, int items, int words_each)
{
    struct block *group = block(BLOCK_GROUP, ROLE_SECTION, (struct str){0});
    group->name = str_of(name);
    add(group, block(BLOCK_HEADING, ROLE_BODY, str_of(name)));
    struct block *list = add(group, block(BLOCK_LIST, ROLE_BODY, (struct str){0}));
    for (int i = 0; i < items; i++)
        add(list, block(BLOCK_ITEM, ROLE_BODY, words(words_each)));
    return group;
}

#endif
