/*
 * See latex.h; latex.def has the signs.  The text is read once from its start; what a command
 * applies to is its argument: a group in braces, or the one character or command behind it.
 */
#include "read/latex.h"

#include "base/ascii.h"

enum { DEPTH_MAX = 16 }; /* of groups and arguments in each other */

struct latex {
    struct str text;
    size_t at;
    struct builder out;
    bool math; /* between two $ */
    int depth; /* of groups and arguments */
};

static void take_latex(struct latex *l);

static char here(const struct latex *l)
{
    return char_at(l->text, l->at);
}

static void skip_blanks(struct latex *l)
{
    while (here(l) == ' ')
        l->at++;
}

/* ---- Arguments ---- */

/* Behind its opening brace, up to its closing one. */
static void take_group(struct latex *l)
{
    while (l->at < l->text.len && here(l) != '}')
        take_latex(l);
    l->at++;
}

/* What the argument at hand prints. */
static struct str argument(struct latex *l)
{
    struct builder before = l->out;
    l->out = (struct builder){.arena = before.arena};
    skip_blanks(l);
    if (here(l) == '{') {
        l->at++;
        take_group(l);
    } else if (l->at < l->text.len && here(l) != '}') {
        take_latex(l);
    }
    struct str printed = builder_str(&l->out);
    l->out = before;
    return printed;
}

static void put_between(struct latex *l, const char *before, struct str text, const char *after)
{
    builder_add(&l->out, str_of(before));
    builder_add(&l->out, text);
    builder_add(&l->out, str_of(after));
}

/* ---- Accents ---- */

struct accent {
    char command;
    uint16_t mark;       /* what combines with the letter where Unicode has no letter with it */
    const char *letters; /* each before the one with the accent */
};

static const struct accent *accent_of(char command)
{
    static const struct accent accents[] = {
        {'`', 0x0300, "aàeèiìoòuùAÀEÈIÌOÒUÙ"},
        {'\'', 0x0301, "aácćeéiílĺnńoórŕsśuúyýzźAÁCĆEÉIÍLĹNŃOÓRŔSŚUÚYÝZŹ"},
        {'^', 0x0302, "aâcĉeêgĝiîoôsŝuûwŵyŷAÂCĈEÊGĜIÎOÔSŜUÛWŴYŶ"},
        {'~', 0x0303, "aãnñoõiĩuũAÃNÑOÕIĨUŨ"},
        {'"', 0x0308, "aäeëiïoöuüyÿAÄEËIÏOÖUÜYŸ"},
        {'=', 0x0304, "aāeēiīoōuūAĀEĒIĪOŌUŪ"},
        {'.', 0x0307, "cċeėgġzżCĊEĖGĠIİZŻ"},
        {'u', 0x0306, "aăeĕgğoŏuŭAĂEĔGĞOŎUŬ"},
        {'v', 0x030C, "cčdďeěnňrřsštťzžCČDĎEĚNŇRŘSŠTŤZŽ"},
        {'H', 0x030B, "oőuűOŐUŰ"},
        {'r', 0x030A, "aåuůAÅUŮ"},
        {'c', 0x0327, "cçsştţCÇSŞTŢ"},
        {'k', 0x0328, "aąeęiįuųAĄEĘIĮUŲ"},
        {'d', 0x0323, "aạeẹhḥiịoọsṣtṭuụ"},
        {'b', 0x0331, "dḏtṯ"},
    };
    for (size_t i = 0; i < sizeof accents / sizeof *accents; i++)
        if (accents[i].command == command)
            return &accents[i];
    return NULL;
}

static void put_accented(struct latex *l, const struct accent *accent, struct str text)
{
    struct str letters = str_of(accent->letters);
    size_t rest = 0;
    uint32_t base = text.len ? utf8_next(text, &rest) : ' ';
    base = base == 0x0131 ? 'i' : base == 0x0237 ? 'j' : base; /* without their dots */
    for (size_t at = 0; at < letters.len;) {
        uint32_t plain = utf8_next(letters, &at), accented = utf8_next(letters, &at);
        if (plain != base)
            continue;
        builder_utf8(&l->out, accented);
        builder_add(&l->out, str_part(text, rest, text.len));
        return;
    }
    builder_utf8(&l->out, base);
    builder_utf8(&l->out, accent->mark);
    builder_add(&l->out, str_part(text, rest, text.len));
}

/* ---- Commands ---- */

struct command {
    const char *name, *before, *after; /* what is put around its argument */
};

static const struct command *command_of(struct str name)
{
    static const struct command commands[] = {
        {"textit", "<i>", "</i>"}, {"emph", "<i>", "</i>"}, {"textsl", "<i>", "</i>"},
        {"textsuperscript", "<sup>", "</sup>"}, {"textsubscript", "<sub>", "</sub>"},
        {"sqrt", "√(", ")"}, {"enquote", "“", "”"},
        {"textbf", "", ""}, {"textrm", "", ""}, {"textsc", "", ""}, {"textsf", "", ""},
        {"texttt", "", ""}, {"textup", "", ""}, {"textnormal", "", ""}, {"text", "", ""},
        {"mathrm", "", ""}, {"mathit", "", ""}, {"mathbf", "", ""}, {"mathsf", "", ""},
        {"mathcal", "", ""}, {"mathbb", "", ""}, {"boldsymbol", "", ""}, {"mbox", "", ""},
        {"hbox", "", ""}, {"ensuremath", "", ""}, {"operatorname", "", ""}, {"url", "", ""},
        {"uppercase", "", ""}, {"underline", "", ""}, {"path", "", ""}, {"ce", "", ""},
    };
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (str_equal(name, str_of(commands[i].name)))
            return &commands[i];
    return NULL;
}

static const char *printed_sign(struct str name)
{
    static const char *const signs[][2] = {
#define LATEX(name, text) {name, text},
#include "read/latex.def"
#undef LATEX
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_equal(name, str_of(signs[i][0])))
            return signs[i][1];
    return NULL;
}

static bool is_switch(struct str name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(name, str_of(names[i])))
            return true;
    return false;
}

/* "{\it x}": the rest of the group is in italics. */
static bool switches_to_italics(struct str name)
{
    static const char *const names[] = {"it", "em", "sl", "itshape", "slshape"};
    return is_switch(name, names, sizeof names / sizeof *names);
}

/* "{\rm x}": a face that the page does not have, so nothing. */
static bool switches_face(struct str name)
{
    static const char *const names[] = {"rm", "bf", "sc", "sf", "tt", "up", "bfseries", "scshape",
                                        "upshape", "mdseries", "normalfont", "protect"};
    return is_switch(name, names, sizeof names / sizeof *names);
}

static void take_italic_rest(struct latex *l)
{
    builder_add(&l->out, STR("<i>"));
    while (l->at < l->text.len && here(l) != '}')
        take_latex(l);
    builder_add(&l->out, STR("</i>"));
}

/* Behind "\name". */
static void take_named(struct latex *l, struct str name)
{
    const struct accent *accent = name.len == 1 ? accent_of(name.ptr[0]) : NULL;
    const struct command *command = command_of(name);
    const char *sign = printed_sign(name);
    if (command || accent || sign)
        skip_blanks(l);
    if (command) {
        put_between(l, command->before, argument(l), command->after);
    } else if (sign) {
        builder_add(&l->out, str_of(sign));
    } else if (accent) {
        put_accented(l, accent, argument(l));
    } else if (switches_to_italics(name)) {
        skip_blanks(l);
        take_italic_rest(l);
    } else if (switches_face(name)) {
        skip_blanks(l);
    } else {
        put_between(l, "\\", name, "");
    }
}

/* Behind a backslash. */
static void take_command(struct latex *l)
{
    size_t from = l->at;
    while (ascii_is_letter(here(l)))
        l->at++;
    if (l->at > from) {
        take_named(l, str_part(l->text, from, l->at - from));
        return;
    }
    char sign = here(l);
    const struct accent *accent = accent_of(sign);
    l->at += sign != '\0';
    if (accent)
        put_accented(l, accent, argument(l));
    else if (str_find(STR("&%$#_{}"), sign) < 7)
        builder_char(&l->out, sign);
    else if (str_find(STR("\\ ,;:"), sign) < 5)
        builder_char(&l->out, ' ');
    else if (str_find(STR("-/!()[]"), sign) == 7)
        put_between(l, "\\", str_part(l->text, from, l->at - from), "");
}

/* ---- Characters ---- */

/* "^9" or "_2" of mathematics. */
static void take_script(struct latex *l, char sign)
{
    const char *const tags[][2] = {{"<sub>", "</sub>"}, {"<sup>", "</sup>"}};
    bool raised = sign == '^';
    put_between(l, tags[raised][0], argument(l), tags[raised][1]);
}

/* What two or three characters mean together; 0: they are themselves. @return their bytes. */
static size_t take_ligature(struct latex *l)
{
    static const char *const signs[][2] = {
        {"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"~", " "},
    };
    struct str rest = str_part(l->text, l->at, l->text.len);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(rest, str_of(signs[i][0]))) {
            builder_add(&l->out, str_of(signs[i][1]));
            return str_of(signs[i][0]).len;
        }
    return 0;
}

static void copy_character(struct latex *l)
{
    size_t from = l->at, ligature = take_ligature(l);
    if (ligature) {
        l->at += ligature;
        return;
    }
    utf8_next(l->text, &l->at);
    builder_add(&l->out, str_part(l->text, from, l->at - from));
}

/* "$p < 0.05$", but not "from $5 to $10": there is a sign of mathematics, or no blank at its ends
 * and behind it no figure. */
static size_t math_length(struct str text, size_t at)
{
    struct str rest = str_part(text, at + 1, text.len);
    struct str inner = str_before(rest, '$');
    char first = char_at(inner, 0), last = inner.len ? inner.ptr[inner.len - 1] : ' ';
    bool signs = str_find(inner, '\\') < inner.len || str_find(inner, '^') < inner.len
              || str_find(inner, '_') < inner.len || str_find(inner, '{') < inner.len;
    bool tight = inner.len && first != ' ' && last != ' '
              && !ascii_is_digit(char_at(rest, inner.len + 1)) && !ascii_is_digit(first);
    return inner.len < rest.len && (signs || tight) ? inner.len : 0;
}

static void take_dollar(struct latex *l)
{
    size_t width = char_at(l->text, l->at + 1) == '$' ? 2 : 1;
    bool opens = !l->math && math_length(l->text, l->at + width - 1);
    if (opens || l->math)
        l->math = !l->math;
    else
        builder_add(&l->out, str_part(l->text, l->at, width));
    l->at += width;
}

static void take_latex(struct latex *l)
{
    char c = here(l);
    if (++l->depth > DEPTH_MAX) {
        copy_character(l);
    } else if (c == '\\') {
        l->at++;
        take_command(l);
    } else if (c == '{') {
        l->at++;
        take_group(l);
    } else if (c == '$') {
        take_dollar(l);
    } else if (l->math && (c == '^' || c == '_')) {
        l->at++;
        take_script(l, c);
    } else {
        copy_character(l);
    }
    l->depth--;
}

/* ---- The whole ---- */

/* Whether each brace has its other half; those behind a backslash are signs. */
static bool braces_match(struct str s)
{
    int open = 0;
    for (size_t i = 0; i < s.len && open >= 0; i++) {
        if (s.ptr[i] == '\\')
            i++;
        else
            open += s.ptr[i] == '{' ? 1 : s.ptr[i] == '}' ? -1 : 0;
    }
    return open == 0;
}

static bool has_latex(struct str s)
{
    size_t dollar = str_find(s, '$');
    return str_find(s, '\\') < s.len || str_find(s, '{') < s.len || str_contains(s, STR("``"))
        || (dollar < s.len && (math_length(s, dollar) || char_at(s, dollar + 1) == '$'));
}

struct str latex_decoded(struct arena *arena, struct str s)
{
    struct latex l = {.text = s, .out = {.arena = arena}};
    if (!has_latex(s) || !braces_match(s))
        return s;
    while (l.at < s.len)
        take_latex(&l);
    return builder_str(&l.out);
}

struct str latex_unescaped(struct arena *arena, struct str s)
{
    struct builder b = {.arena = arena};
    if (str_find(s, '\\') == s.len)
        return s;
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] != '\\' || str_find(STR("_%&#$~{}"), char_at(s, i + 1)) == 8)
            builder_char(&b, s.ptr[i]);
    return builder_str(&b);
}
