/*
 * Names of people and organisations.  Services differ: Crossref has "name" for an organisation,
 * some exporters give one with one name only as "given", others an organisation as "family".
 * What stands around a name as on a letter is told apart from it: "Dr", "MD", "Jr".
 */
#include "base/array.h"
#include "base/ascii.h"
#include "read/csl_parts.h"

static struct str joined(struct arena *arena, struct str a, struct str b)
{
    struct builder both = {.arena = arena};
    builder_add(&both, a);
    builder_add(&both, a.len && b.len ? STR(" ") : STR(""));
    builder_add(&both, b);
    return both.len ? builder_str(&both) : (struct str){0};
}

static bool is_listed(struct str word, const char *const *lower, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ascii_is_word(word, lower[i]))
            return true;
    return false;
}

/* ---- Around a name ---- */

/* Where the last word of a text begins. */
static size_t last_word(struct str text)
{
    size_t at = text.len;
    while (at && text.ptr[at - 1] != ' ')
        at--;
    return at;
}

/* Without commas and semicolons at its end. */
static struct str without_commas(struct str text)
{
    while (text.len && str_find(STR(",; "), text.ptr[text.len - 1]) < 3)
        text.len--;
    return text;
}

static bool is_suffix(struct str word)
{
    static const char *const suffixes[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "2nd",
                                           "3rd"};
    return is_listed(word, suffixes, FIELD_COUNT(suffixes));
}

/* What no reference prints: "J, MD, PhD". */
static bool is_degree(struct str word)
{
    static const char *const degrees[] = {"md", "m.d.", "phd", "ph.d.", "do", "d.o.", "nd", "rn",
                                          "rd", "rdn", "mph", "msc", "ms", "ma", "mba", "drph",
                                          "pharmd", "dds", "dvm", "facp", "frcp", "mrcp", "mbbs"};
    return is_listed(word, degrees, FIELD_COUNT(degrees));
}

/* Without what no reference prints: "Jr, MD" is Jr; absent if nothing is left. */
static struct str without_degrees(struct str suffix)
{
    for (bool more = suffix.len > 0; more;) {
        size_t at = last_word(suffix);
        more = is_degree(str_part(suffix, at, suffix.len));
        if (more)
            suffix = without_commas(str_part(suffix, 0, at));
    }
    return suffix.len ? suffix : (struct str){0};
}

/* "Frank G., Jr", "John III", "J, MD": the suffix has a field of its own, a degree none. */
static void part_ending(struct str *text, struct name *name)
{
    for (bool more = true; more;) {
        size_t at = last_word(*text);
        struct str word = str_part(*text, at, text->len);
        bool comma = at > 1 && text->ptr[at - 2] == ',';
        bool suffix = at && is_suffix(word);
        more = suffix || (comma && is_degree(word));
        if (suffix && !name->suffix.len)
            name->suffix = word;
        if (more)
            *text = without_commas(str_part(*text, 0, at));
    }
    *text = without_commas(*text);
}

/* "Dr. Ann" */
static struct str without_address(struct str given)
{
    static const char *const words[] = {"dr", "dr.", "prof", "prof.", "mr.", "mrs.", "ms."};
    struct str first = str_before(given, ' ');
    while (first.len < given.len && is_listed(first, words, FIELD_COUNT(words))) {
        given = str_part(given, first.len + 1, given.len);
        first = str_before(given, ' ');
    }
    return given;
}

/* ---- Organisations ---- */

static bool is_word_of_groups(struct str word)
{
    static const char *const words[] = {
        "academy", "administration", "agency", "alliance", "association", "board", "bureau",
        "center", "centers", "centre", "clinic", "collaboration", "collaborative", "collaborators",
        "college", "commission", "committee", "company", "consortium", "corporation", "council",
        "department", "editors", "federation", "force", "foundation", "group", "health",
        "hospital", "inc", "initiative", "institute", "institutes", "investigators",
        "laboratories", "laboratory", "library", "ltd", "medicine", "ministry", "nations",
        "network", "news", "office", "organisation", "organization", "panel", "press", "program",
        "programme", "project", "registry", "school", "service", "services", "society", "staff",
        "study", "survey", "team", "times", "trial", "trialists", "union", "university",
    };
    return is_listed(word, words, FIELD_COUNT(words));
}

/* What the words of a name are. */
struct words {
    size_t count, of_groups, of_persons;
};

/* "Ann", "Jean-Luc", "B.": a capital, and small letters or a full stop behind it. */
static bool is_word_of_persons(struct str word)
{
    bool small = word.len > 1;
    for (size_t i = 1; i < word.len; i++) {
        char c = word.ptr[i], before = word.ptr[i - 1];
        bool apart = before == '-' || before == '\'';
        small = small && !ascii_is_digit(c) && (apart || c < 'A' || c > 'Z');
    }
    return small && (word.ptr[0] & 0x20) == 0;
}

static struct words name_words(struct str name)
{
    struct words words = {.count = 0};
    for (size_t at = 0; at < name.len; words.count++) {
        struct str word = without_commas(str_before(str_part(name, at, name.len), ' '));
        words.of_groups += is_word_of_groups(word);
        words.of_persons += is_word_of_persons(word);
        at += str_before(str_part(name, at, name.len), ' ').len + 1;
    }
    return words;
}

/* "Example Trial Group", given as a family name: several words, and one that only groups have. */
static bool names_group(struct str family)
{
    struct words words = name_words(family);
    return words.count > 1 && words.of_groups;
}

/* "Ann B. Doe", given as a literal name: two or three words such as persons have. */
static bool names_person(struct str literal)
{
    struct words words = name_words(literal);
    return (words.count == 2 || words.count == 3) && words.of_persons == words.count
        && !words.of_groups;
}

/* "A", "AB" */
static bool is_bare_initials(struct str word)
{
    return ascii_is_upper(char_at(word, 0))
        && (word.len == 1 || (word.len == 2 && ascii_is_upper(word.ptr[1])));
}

/* "Doe, Ann B.", given as a literal name: as a library files a person. */
static void part_inverted(struct name *name)
{
    struct str family = str_before(name->literal, ',');
    struct str given = str_trim(str_part(name->literal, family.len + 1, name->literal.len));
    struct words before = name_words(family), behind = name_words(given);
    bool initials = is_bare_initials(given);
    bool person = given.len && str_find(given, ',') == given.len
               && before.count <= 2 && before.of_persons == before.count
               && behind.count <= 3 && (initials || behind.of_persons == behind.count);
    if (!person || before.of_groups || behind.of_groups || name->family.ptr)
        return;
    name->family = family;
    name->given = given;
    name->literal = (struct str){0};
}

/* "et al", as some turn "and others" of BibTeX into a name. */
static bool is_others(const struct name *name)
{
    static const char *const words[] = {"et al", "et al.", "others", "and others", "et alii"};
    struct str only = name->literal.ptr ? name->literal : name->family;
    return !name->given.len && is_listed(only, words, FIELD_COUNT(words));
}

/* ---- The whole ---- */

/* @return whether there is a name. */
static bool finish(struct arena *arena, struct name *name)
{
    part_inverted(name);
    name->suffix = without_degrees(name->suffix);
    bool alone = !name->given.ptr && !name->particle.ptr && !name->dropping.ptr;
    bool group = alone && !name->literal.ptr && names_group(name->family);
    if (group)
        name->literal = name->family;
    if (group || !name->family.ptr) {
        struct str particles = joined(arena, name->dropping, name->particle);
        name->literal = name->literal.ptr ? name->literal : joined(arena, name->given, particles);
        name->family = name->given = name->particle = name->dropping = (struct str){0};
    } else {
        name->given = without_address(name->given);
        part_ending(&name->given, name);
        part_ending(&name->family, name);
    }
    name->group = name->literal.ptr && !names_person(name->literal);
    return name->family.ptr || name->literal.ptr;
}

/* @return whether there is a name. */
static bool name_read(struct reader *r, const struct json *value, struct name *name)
{
#define AT(member) offsetof(struct name, member)
    static const struct field fields[] = {
        {"family", csl_text_read, AT(family), NULL},
        {"given", csl_text_read, AT(given), NULL},
        {"literal", csl_text_read, AT(literal), NULL},
        {"name", csl_text_read, AT(literal), NULL},
        {"familyName", csl_text_read, AT(family), NULL}, /* DataCite */
        {"givenName", csl_text_read, AT(given), NULL},
        {"lastName", csl_text_read, AT(family), NULL}, /* Zotero */
        {"firstName", csl_text_read, AT(given), NULL},
        {"suffix", csl_text_read, AT(suffix), NULL},
        {"dropping-particle", csl_text_read, AT(dropping), NULL},
        {"non-dropping-particle", csl_text_read, AT(particle), NULL},
        {"comma-suffix", csl_nothing_read, 0, NULL},
        {"static-ordering", csl_nothing_read, 0, NULL},
        {"parse-names", csl_nothing_read, 0, NULL},
    };
#undef AT
    static const struct shape shape = {"a name", fields, FIELD_COUNT(fields), NULL,
                                       .foreign = csl_foreign};
    if (value->kind == JSON_OBJECT)
        object_read(r, value, &shape, name);
    else
        wrong_type(r, value, "an object with \"family\" and \"given\"");
    return finish(r->arena, name);
}

/*
 * Literal names only, one of which is a person's: then all are, but those that say that they are
 * none.  "Ann Doe", "Bo E R van Roe" are written by one hand.
 */
static void settle_groups(struct name *at, size_t count)
{
    bool parts = false, person = false;
    for (size_t i = 0; i < count; i++) {
        parts = parts || at[i].family.ptr;
        person = person || !at[i].group;
    }
    for (size_t i = 0; i < count && !parts && person; i++)
        at[i].group = name_words(at[i].literal).of_groups > 0;
}

/* There is no cap but JSON's: papers of hundreds of authors exist, and a few names are printed. */
void csl_names_read(struct reader *r, const struct json *value, void *to)
{
    struct names *names = to;
    if (!list_check(r, value, "a list of names", 0, JSON_VALUES_MAX))
        return;
    struct { ARRAY(struct name); } read = {0};
    struct path path = {.up = r->path};
    bool others = false;
    r->path = &path;
    for (const struct json *item = value->first; item; item = item->next) {
        struct name name = {0};
        path.index++;
        if (json_is_empty(item) || !name_read(r, item, &name))
            continue;
        if (is_others(&name))
            others = true;
        else
            *ARRAY_PUSH(r->arena, &read) = name;
    }
    r->path = path.up;
    settle_groups(read.at, read.count);
    *names = (struct names){read.at, read.count, others && read.count};
}
