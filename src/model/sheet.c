/*
 * The dump is one block a line, indented by depth, so that a golden file can be read as the page
 * and a diff names what changed.  Runs are marked as people mark them in plain text: **bold**,
 * _italic_, [text](where it leads).  Spaces that would look like others are written as escapes.
 */
#include "model/sheet.h"

#include <assert.h>

/* ---- Origins ---- */

void origins_add(struct arena *arena, struct origins *origins, size_t off, struct place at)
{
    struct place before = origins_find(origins, SIZE_MAX);
    if (place_equal(before, at))
        return;
    assert(!origins->count || origins->at[origins->count - 1].off < off);
    *ARRAY_PUSH(arena, origins) = (struct origin){off, at};
}

struct place origins_find(const struct origins *origins, size_t byte)
{
    size_t i = origins->count;
    while (i > 0 && origins->at[i - 1].off > byte)
        i--;
    return i ? origins->at[i - 1].at : (struct place){0};
}

/* ---- Figures ---- */

static void drop_below(struct block *parent, const struct figure *figure)
{
    struct block **at = &parent->first;
    while (*at) {
        drop_below(*at, figure);
        if ((*at)->figure == figure)
            *at = (*at)->next;
        else
            at = &(*at)->next;
    }
}

void sheet_drop(struct sheet *sheet, const struct figure *figure)
{
    drop_below(sheet->head, figure);
    drop_below(sheet->foot, figure);
}

/* ---- Dump ---- */

static const char *const kind_names[] = {
    [BLOCK_GROUP] = "group", [BLOCK_COLUMNS] = "columns", [BLOCK_BOX] = "box",
    [BLOCK_ROW] = "row", [BLOCK_HEADING] = "heading", [BLOCK_PARAGRAPH] = "paragraph",
    [BLOCK_LIST] = "list", [BLOCK_ITEM] = "item", [BLOCK_FIELDS] = "fields",
    [BLOCK_FIGURE] = "figure"
};

/* Nothing for ROLE_BODY: most blocks are that. */
static const char *const role_names[] = {
    [ROLE_BODY] = "", [ROLE_LETTERHEAD] = " letterhead",
    [ROLE_RUNNING] = " running", [ROLE_TITLE] = " title",
    [ROLE_SUBTITLE] = " subtitle", [ROLE_SUMMARY] = " summary",
    [ROLE_PICTURE] = " picture", [ROLE_CAPTION] = " caption", [ROLE_PLAN] = " plan",
    [ROLE_NOTES] = " notes", [ROLE_SECTION] = " section", [ROLE_ASK] = " ask",
    [ROLE_DOSE] = " dose",
    [ROLE_AMOUNT] = " amount", [ROLE_CAUTION] = " caution", [ROLE_STOP] = " stop",
    [ROLE_QUESTIONS] = " questions",
    [ROLE_FINE] = " fine", [ROLE_CONTACT] = " contact", [ROLE_QUIET] = " quiet"
};

static void add_named(const char *name, struct str value, struct builder *out)
{
    builder_add(out, str_of(name));
    builder_quoted(out, value);
}

static void dump_run(const struct run *run, struct builder *out)
{
    static const char *const marks[] = {
        [RUN_REGULAR] = "", [RUN_BOLD] = "**", [RUN_ITALIC] = "_"
    };
    const char *mark = marks[run->style];
    if (run->language.len)
        builder_printf(out, "{%.*s}", STR_ARGS(run->language));
    builder_printf(out, "%s%s%s", run->heading ? "## " : "", run->link.len ? "[" : "", mark);
    builder_escaped(out, run->text);
    builder_printf(out, "%s", mark);
    if (!run->link.len)
        return;
    builder_add(out, STR("]("));
    builder_escaped(out, run->link);
    if (run->says.len)
        add_named(" ", run->says, out);
    builder_char(out, ')');
}

static void dump_block(const struct block *block, int depth, struct builder *out)
{
    builder_printf(out, "%*s%s", 2 * depth, "", kind_names[block->kind]);
    if (block->kind == BLOCK_HEADING)
        builder_printf(out, " %d", block->level);
    builder_printf(out, "%s%s%s%s", role_names[block->role], block->numbered ? " numbered" : "",
                   block->boxes ? " boxes" : "", block->protect ? " protect" : "");
    if (block->blank.len)
        add_named(" blank=", block->blank, out);
    if (block->name.len)
        add_named(" name=", block->name, out);
    if (block->language.len)
        add_named(" language=", block->language, out);
    if (block->figure) {
        builder_printf(out, " %s %dx%d", block->figure->qr ? "qr" : "picture",
                       (int)block->figure->across, (int)block->figure->down);
        add_named(" ", block->figure->alt, out);
    }
    if (block->runs.count)
        builder_add(out, STR(" \""));
    for (size_t i = 0; i < block->runs.count; i++)
        dump_run(&block->runs.at[i], out);
    builder_add(out, block->runs.count ? STR("\"\n") : STR("\n"));
    for (const struct block *child = block->first; child; child = child->next)
        dump_block(child, depth + 1, out);
}

static void dump_property(const char *name, struct str value, struct builder *out)
{
    if (!value.len)
        return;
    add_named(name, value, out);
    builder_char(out, '\n');
}

void sheet_dump(const struct sheet *sheet, struct builder *out)
{
    dump_property("title ", sheet->title, out);
    dump_property("author ", sheet->author, out);
    dump_property("language ", sheet->language, out);
    dump_property("id ", sheet->id, out);
    builder_printf(out, "accent #%06X\n", (unsigned)sheet->accent);
    if (sheet->fillable)
        builder_add(out, STR("fillable\n"));
    if (sheet->blank_letterhead)
        builder_add(out, STR("letterhead blank\n"));
    dump_property("page-of ", sheet->page_of, out);
    dump_property("continued ", sheet->continued, out);
    builder_add(out, STR("running\n"));
    dump_block(sheet->running, 1, out);
    builder_add(out, STR("head\n"));
    dump_block(sheet->head, 1, out);
    if (sheet->my_questions) {
        builder_add(out, STR("my-questions\n"));
        dump_block(sheet->my_questions, 1, out);
    }
    builder_add(out, STR("foot\n"));
    dump_block(sheet->foot, 1, out);
    if (sheet->brief_contact) {
        builder_add(out, STR("brief-contact\n"));
        dump_block(sheet->brief_contact, 1, out);
    }
}
