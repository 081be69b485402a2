/*
 * The grammar of JSON as a machine with a stack of open brackets: a state says what may come next,
 * a token moves to the next state.  A token that may not come is reported, and the machine goes to
 * the state that it would be in if the author had written what was evidently meant; so one slip
 * costs one message, and the slips behind it are found too.
 */
#include "read/json_check.h"

#include "read/file_kind.h"
#include "read/json.h"
#include "read/json_scan.h"

#include <assert.h>

enum state {
    ITEM,  /* at the start, behind [ or a comma of a list: a value, or ] behind [ */
    NAME,  /* behind { or a comma of an object: a name, or } behind { */
    COLON, /* behind a name */
    VALUE, /* behind a colon */
    AFTER, /* behind a value inside brackets: a comma or the closing bracket */
    DONE   /* behind the whole value */
};

struct checker {
    struct scanner scan;
    enum state state;
    struct token before; /* the token before the one that is looked at */
    struct token open[JSON_DEPTH_MAX];
    size_t depth, values;
    bool comma; /* the innermost bracket has had a comma that was not out of place */
    bool stopped;
};

/* ---- Brackets ---- */

static bool in_list(const struct checker *c)
{
    return c->depth && c->open[c->depth - 1].kind == TOKEN_OPEN_LIST;
}

static enum token_kind closer_of(enum token_kind opener)
{
    return opener == TOKEN_OPEN_LIST ? TOKEN_CLOSE_LIST : TOKEN_CLOSE_OBJECT;
}

static void value_is_over(struct checker *c)
{
    c->state = c->depth ? AFTER : DONE;
}

/* A fault that leaves nothing to go on with. */
static void stop(struct checker *c, enum diag_id id, struct span at, size_t number)
{
    scan_fault(&c->scan, id, at, str_of_int(c->scan.diags->arena, number), STR(""));
    c->stopped = true;
}

static void open_bracket(struct checker *c, struct token token)
{
    if (c->depth == JSON_DEPTH_MAX) {
        stop(c, DIAG_TOO_DEEP, token.span, JSON_DEPTH_MAX);
        return;
    }
    assert(c->depth < JSON_DEPTH_MAX);
    c->open[c->depth++] = token;
    c->comma = false;
    c->state = token.kind == TOKEN_OPEN_LIST ? ITEM : NAME;
}

/* The wrong closing bracket closes what it can: an outer bracket of its kind, else the inner. */
static void close_wrong(struct checker *c, struct token token)
{
    assert(c->depth);
    struct token open = c->open[c->depth - 1];
    struct builder message = {.arena = c->scan.diags->arena};
    struct builder hint = {.arena = c->scan.diags->arena};
    uint32_t line = source_position(c->scan.source, open.span.off).line;
    builder_printf(&message, "%c cannot close the %c of line %lu", (char)token.kind,
                   (char)open.kind, (unsigned long)line);
    builder_printf(&hint, "write %c, or put it before this", (char)closer_of(open.kind));
    scan_fault(&c->scan, DIAG_SYNTAX, token.span, builder_str(&message), builder_str(&hint));
    size_t outer = c->depth;
    while (outer && closer_of(c->open[outer - 1].kind) != token.kind)
        outer--;
    c->depth = outer ? outer : c->depth;
}

static void close_bracket(struct checker *c, struct token token)
{
    if (c->depth == 0) {
        scan_syntax(&c->scan, token.span, "this bracket closes nothing", "delete it");
        return;
    }
    if (token.kind != closer_of(c->open[c->depth - 1].kind))
        close_wrong(c, token);
    c->depth--;
    value_is_over(c);
}

/* ---- What may come next ---- */

static bool is_value(struct token token)
{
    return token.kind == TOKEN_TEXT || token.kind == TOKEN_SCALAR
        || token.kind == TOKEN_OPEN_LIST || token.kind == TOKEN_OPEN_OBJECT;
}

static bool is_closer(struct token token)
{
    return token.kind == TOKEN_CLOSE_LIST || token.kind == TOKEN_CLOSE_OBJECT;
}

/* Behind the last byte of the token before: where something is missing. */
static struct span gap(const struct checker *c)
{
    return (struct span){c->before.span.off + c->before.span.len, 0};
}

static void take_value(struct checker *c, struct token token)
{
    if (++c->values > JSON_VALUES_MAX) {
        stop(c, DIAG_TOO_MANY_VALUES, token.span, JSON_VALUES_MAX);
        return;
    }
    if (token.kind == TOKEN_OPEN_LIST || token.kind == TOKEN_OPEN_OBJECT)
        open_bracket(c, token);
    else
        value_is_over(c);
}

/* A closing bracket or a comma, where an item or a field could be. */
static void no_item(struct checker *c, struct token token)
{
    if (!is_closer(token)) {
        scan_syntax(&c->scan, token.span, "there is nothing before this comma", "delete it");
        return;
    }
    if (c->before.kind == TOKEN_COMMA && c->comma)
        scan_syntax(&c->scan, c->before.span, "a comma stands after the last item", "delete it");
    close_bracket(c, token);
}

static void at_item(struct checker *c, struct token token)
{
    if (is_value(token))
        take_value(c, token);
    else if (token.kind == TOKEN_COLON)
        scan_syntax(&c->scan, token.span, "a : does not belong here", "delete it");
    else
        no_item(c, token);
}

static void at_name(struct checker *c, struct token token)
{
    if (is_closer(token) || token.kind == TOKEN_COMMA) {
        no_item(c, token);
        return;
    }
    if (token.kind != TOKEN_TEXT)
        scan_syntax(&c->scan, token.span, "a field starts with its name in double quotes", "");
    if (token.kind == TOKEN_TEXT || token.kind == TOKEN_SCALAR)
        c->state = COLON;
    else if (token.kind == TOKEN_COLON)
        c->state = VALUE;
    else
        take_value(c, token);
}

static void after_value(struct checker *c, struct token token)
{
    if (is_closer(token)) {
        close_bracket(c, token);
    } else if (token.kind == TOKEN_COMMA) {
        c->comma = true;
        c->state = in_list(c) ? ITEM : NAME;
    } else if (token.kind == TOKEN_COLON) {
        bool list = in_list(c);
        scan_syntax(&c->scan, token.span, "a : does not belong here",
                    list ? "fields stand in braces { }, items of a list do not have names" : "");
        c->state = list ? ITEM : VALUE;
    } else {
        scan_syntax(&c->scan, gap(c), "there is no comma here", "put one between the items");
        if (in_list(c))
            at_item(c, token);
        else
            at_name(c, token);
    }
}

static void at_colon(struct checker *c, struct token token)
{
    if (token.kind == TOKEN_COLON) {
        c->state = VALUE;
    } else if (is_value(token)) {
        scan_syntax(&c->scan, gap(c), "there is no : between name and value", "put one here");
        take_value(c, token);
    } else {
        scan_syntax(&c->scan, c->before.span, "this name has no value",
                    "write a : and the value behind it");
        after_value(c, token);
    }
}

static void at_value(struct checker *c, struct token token)
{
    if (is_value(token)) {
        take_value(c, token);
    } else if (token.kind == TOKEN_COLON) {
        scan_syntax(&c->scan, token.span, "a : does not belong here", "delete it");
    } else {
        scan_syntax(&c->scan, c->before.span, "there is no value behind this :", "");
        after_value(c, token);
    }
}

static void step(struct checker *c, struct token token)
{
    assert(c->state != DONE && token.kind != TOKEN_END);
    switch (c->state) {
    case ITEM:
        at_item(c, token);
        break;
    case NAME:
        at_name(c, token);
        break;
    case COLON:
        at_colon(c, token);
        break;
    case VALUE:
        at_value(c, token);
        break;
    case AFTER:
        after_value(c, token);
        break;
    case DONE:
        break; /* gave_up() stops there */
    }
}

/* ---- The whole text ---- */

/* The file ends inside brackets: says at the innermost of them what is missing. */
static void report_unclosed(struct checker *c)
{
    assert(c->depth);
    struct token open = c->open[c->depth - 1];
    struct builder hint = {.arena = c->scan.diags->arena};
    builder_add(&hint, STR("at the end of the file write "));
    for (size_t i = c->depth; i > 0; i--)
        builder_char(&hint, (char)closer_of(c->open[i - 1].kind));
    scan_fault(&c->scan, DIAG_SYNTAX, open.span,
               open.kind == TOKEN_OPEN_LIST ? STR("this [ is never closed")
                                            : STR("this { is never closed"),
               builder_str(&hint));
}

/* @return whether there was too much wrong to look at the end. */
static bool gave_up(struct checker *c)
{
    while (c->state != DONE && !c->stopped) {
        struct token token = scan_next(&c->scan);
        if (token.kind == TOKEN_END)
            break;
        step(c, token);
        c->before = token;
    }
    return c->stopped || c->scan.faults > SCAN_FAULTS_MAX;
}

/* What to do about the text behind the value. */
static const char *rest_hint(struct str rest)
{
    return file_is_padding(rest) ? "most editors do not show it: cut the file off behind the last "
                                   "brace, or write it anew"
                                 : "delete it, or put it inside the braces";
}

static void check_end(struct checker *c)
{
    size_t at = json_skip_space(c->scan.text, c->scan.at);
    size_t end = json_line_end(c->scan.text, at);
    if (c->state == DONE && at < c->scan.text.len)
        scan_fault(&c->scan, DIAG_TEXT_AFTER_VALUE, span_between(at, end),
                   str_of(rest_hint(str_part(c->scan.text, at, c->scan.text.len))), STR(""));
    else if (c->depth)
        report_unclosed(c);
    else if (c->values == 0 && c->scan.faults == 0)
        scan_fault(&c->scan, DIAG_EMPTY_FILE, (struct span){0, 0}, STR(""), STR(""));
}

/* Reports a file in which nearly every byte would be a fault, as one. */
static bool is_wide(struct scanner *s)
{
    const char *encoding = file_wide_encoding(s->text);
    struct builder file = {.arena = s->diags->arena}, hint = {.arena = s->diags->arena};
    if (!encoding)
        return false;
    builder_printf(&file, "the file is %s,", encoding);
    builder_printf(&hint, "save the file as UTF-8; from %s: iconv -f %s -t UTF-8", encoding,
                   encoding);
    scan_fault(s, DIAG_NOT_UTF8, span_between(0, 1), builder_str(&file), builder_str(&hint));
    return true;
}

size_t json_check(struct diags *diags, const struct source *source)
{
    struct checker c = {.state = ITEM};
    scanner_init(&c.scan, diags, source);
    if (is_wide(&c.scan))
        return 0;
    if (!gave_up(&c))
        check_end(&c);
    return c.scan.unusable ? 0 : c.values;
}
