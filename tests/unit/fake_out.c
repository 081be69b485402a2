/*
 * Another implementation of pdf/out.h: objects as lists of values, shown as text.  An array's
 * values have no keys.  Values are looked at when they are asked for, since an object may be added
 * to another one before it is filled.  Units named test_pdf_*.c link it in the place of out.c.
 */
#include "fake_out.h"

#include "unit.h"

struct value {
    const char *key;
    struct obj *object; /* NULL: a text */
    struct str text;
    struct value *next;
};

struct obj {
    struct arena *arena;
    bool is_array;
    int number; /* 0: direct */
    const char *name;
    struct value *first, **next_value;
    struct obj *next; /* of the indirect ones */
};

struct out {
    struct arena *arena;
    struct obj *first, **next;
    int count;
};

/* ---- Making ---- */

static struct obj *new_object(struct out *out, bool is_array, bool indirect)
{
    struct obj *object = ARENA_NEW(out->arena, struct obj);
    *object = (struct obj){.arena = out->arena, .is_array = is_array};
    object->next_value = &object->first;
    if (indirect) {
        object->number = ++out->count;
        *out->next = object;
        out->next = &object->next;
    }
    return object;
}

struct out *out_open(struct arena *arena, struct deflater *deflater)
{
    (void)deflater;
    struct out *out = ARENA_NEW(arena, struct out);
    *out = (struct out){.arena = arena};
    out->next = &out->first;
    return out;
}

struct obj *out_dict(struct out *out)
{
    return new_object(out, false, true);
}

struct obj *out_direct_dict(struct out *out)
{
    return new_object(out, false, false);
}

struct obj *out_array(struct out *out)
{
    return new_object(out, true, false);
}

struct obj *out_indirect_array(struct out *out)
{
    return new_object(out, true, true);
}

struct obj *out_stream(struct out *out, struct str bytes, enum out_filter filter)
{
    struct obj *stream = out_dict(out);
    (void)filter;
    dict_text(out, stream, "stream", bytes);
    return stream;
}

static void add(struct obj *to, const char *key, struct obj *object, struct str text)
{
    struct value *value = ARENA_NEW(to->arena, struct value);
    *value = (struct value){key, object, text, NULL};
    *to->next_value = value;
    to->next_value = &value->next;
}

static void add_number(struct obj *to, const char *key, int32_t thousandths)
{
    struct builder b = {.arena = to->arena};
    builder_milli(&b, thousandths);
    add(to, key, NULL, builder_str(&b));
}

static void add_between(struct obj *to, const char *key, const char *before, struct str text,
                        const char *after)
{
    struct builder b = {.arena = to->arena};
    builder_add(&b, str_of(before));
    builder_add(&b, text);
    builder_add(&b, str_of(after));
    add(to, key, NULL, builder_str(&b));
}

void dict_obj(struct out *out, struct obj *dict, const char *key, struct obj *value)
{
    (void)out;
    assert_non_null(value);
    add(dict, key, value, (struct str){0});
}

void dict_name(struct out *out, struct obj *dict, const char *key, const char *name)
{
    (void)out;
    add_between(dict, key, "/", str_of(name), "");
}

void dict_int(struct out *out, struct obj *dict, const char *key, int32_t value)
{
    (void)out;
    add(dict, key, NULL, str_of_int(dict->arena, value));
}

void dict_bool(struct out *out, struct obj *dict, const char *key, bool value)
{
    (void)out;
    add(dict, key, NULL, value ? STR("true") : STR("false"));
}

void dict_text(struct out *out, struct obj *dict, const char *key, struct str utf8)
{
    (void)out;
    add_between(dict, key, "(", utf8, ")");
}

void array_obj(struct out *out, struct obj *array, struct obj *value)
{
    (void)out;
    assert_true(array->is_array);
    assert_non_null(value);
    add(array, NULL, value, (struct str){0});
}

void array_name(struct out *out, struct obj *array, const char *name)
{
    struct builder b = {.arena = array->arena};
    (void)out;
    builder_printf(&b, "/%s", name);
    add(array, NULL, NULL, builder_str(&b));
}

void array_text(struct out *out, struct obj *array, struct str utf8)
{
    (void)out;
    add_between(array, NULL, "(", utf8, ")");
}

void array_int(struct out *out, struct obj *array, int32_t value)
{
    (void)out;
    add(array, NULL, NULL, str_of_int(array->arena, value));
}

void array_milli(struct out *out, struct obj *array, int32_t thousandths)
{
    (void)out;
    add_number(array, NULL, thousandths);
}

/* ---- Showing ---- */

static void show(struct builder *b, const struct obj *object);

static void show_reference(struct builder *b, struct obj *object)
{
    if (object->name)
        builder_add(b, str_of(object->name));
    else if (!object->is_array && fake_has(object, "S"))
        builder_printf(b, "(%s)", fake_value(object, "S").ptr + 1);
    else
        builder_printf(b, "%d 0 R", object->number);
}

static void show_value(struct builder *b, const struct value *value)
{
    if (!value->object)
        builder_add(b, value->text);
    else if (value->object->number)
        show_reference(b, value->object);
    else
        show(b, value->object);
}

static void show(struct builder *b, const struct obj *object)
{
    builder_add(b, object->is_array ? STR("[") : STR("<<"));
    for (const struct value *value = object->first; value; value = value->next) {
        if (value->key)
            builder_printf(b, "/%s ", value->key);
        show_value(b, value);
        if (value->next)
            builder_char(b, ' ');
    }
    builder_add(b, object->is_array ? STR("]") : STR(">>"));
}

/* ---- Asking ---- */

/* The value under the first part of a path. */
static const struct value *step(const struct obj *object, const char *path, size_t length)
{
    size_t index = 0;
    for (const struct value *value = object->first; value; value = value->next, index++) {
        bool found = value->key ? strlen(value->key) == length &&
                                      strncmp(value->key, path, length) == 0
                                : strtoul(path, NULL, 10) == index;
        if (found)
            return value;
    }
    return NULL;
}

static const struct value *find(const struct obj *object, const char *path)
{
    const struct value *value = NULL;
    for (size_t length; *path && object; path += length + (path[length] == '/')) {
        length = strcspn(path, "/");
        value = step(object, path, length);
        object = value ? value->object : NULL;
        if (!object && path[length])
            return NULL;
    }
    return value;
}

static const struct value *need(const struct obj *object, const char *path)
{
    const struct value *value = find(object, path);
    if (!value) {
        struct builder b = {.arena = object->arena};
        show(&b, object);
        fail_msg("there is no %s in %s", path, builder_str(&b).ptr);
    }
    return value;
}

void fake_name(struct obj *object, const char *name)
{
    object->name = name;
}

struct str fake_value(struct obj *object, const char *path)
{
    struct builder b = {.arena = object->arena};
    show_value(&b, need(object, path));
    return builder_str(&b);
}

struct obj *fake_object(struct obj *object, const char *path)
{
    const struct value *value = need(object, path);
    assert_non_null(value->object);
    return value->object;
}

bool fake_has(struct obj *object, const char *path)
{
    return find(object, path) != NULL;
}

size_t fake_count(const struct obj *object)
{
    size_t count = 0;
    for (const struct value *value = object->first; value; value = value->next)
        count++;
    return count;
}

/* ---- The file: an indirect object a line ---- */

bool out_write(struct out *out, struct obj *catalog, struct obj *info, const unsigned char id[16],
               out_sink *sink, void *context, unsigned long *failure)
{
    struct builder b = {.arena = out->arena};
    (void)id;
    for (const struct obj *object = out->first; object; object = object->next) {
        builder_printf(&b, "%d ", object->number);
        show(&b, object);
        builder_char(&b, '\n');
    }
    builder_printf(&b, "Root %d, Info %d\n", catalog->number, info->number);
    *failure = 0;
    return sink(context, b.ptr, b.len);
}
