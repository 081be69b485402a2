/*
 * Names of people and organisations.  Services differ: Crossref has "name" for an organisation,
 * and some exporters give one with one name only as "given".
 */
#include "base/array.h"
#include "read/csl_parts.h"

static struct str joined(struct arena *arena, struct str a, struct str b)
{
    struct builder both = {.arena = arena};
    builder_add(&both, a);
    builder_add(&both, a.len && b.len ? STR(" ") : STR(""));
    builder_add(&both, b);
    return both.len ? builder_str(&both) : (struct str){0};
}

/* "Frank G., Jr": some put the suffix behind the given names. */
static void part_suffix(struct name *name)
{
    static const char *const suffixes[] = {"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"};
    size_t comma = str_find(name->given, ',');
    struct str behind = str_trim(str_part(name->given, comma + 1, name->given.len));
    for (size_t i = 0; i < FIELD_COUNT(suffixes) && !name->suffix.len; i++)
        if (str_equal(behind, str_of(suffixes[i]))) {
            name->suffix = behind;
            name->given = str_trim(str_part(name->given, 0, comma));
        }
}

/* @return whether there is a name. */
static bool finish(struct arena *arena, struct name *name)
{
    part_suffix(name);
    if (!name->family.ptr && !name->literal.ptr) {
        struct str particles = joined(arena, name->dropping, name->particle);
        name->literal = joined(arena, name->given, particles);
        name->given = name->particle = name->dropping = (struct str){0};
    }
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

/* There is no cap but JSON's: papers of hundreds of authors exist, and a few names are printed. */
void csl_names_read(struct reader *r, const struct json *value, void *to)
{
    struct names *names = to;
    if (!list_check(r, value, "a list of names", 0, JSON_VALUES_MAX))
        return;
    struct { ARRAY(struct name); } read = {0};
    struct path path = {.up = r->path};
    r->path = &path;
    for (const struct json *item = value->first; item; item = item->next) {
        struct name name = {0};
        path.index++;
        if (!json_is_empty(item) && name_read(r, item, &name))
            *ARRAY_PUSH(r->arena, &read) = name;
    }
    r->path = path.up;
    *names = (struct names){read.at, read.count};
}
