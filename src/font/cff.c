/*
 * See cff.h.  A table is a header, an INDEX of names, one of Top DICTs, and more that the Top DICT
 * has the places of, counted from the start of the table.  So a new charset can stand at the end,
 * and only its place in the Top DICT changes.
 */
#include "font/cff.h"

#include "base/bytes.h"

/* ---- INDEX: count, size of an offset, offsets from 1, data ---- */

enum { INDEX_HEAD = 3 };

/* An offset of an INDEX; 0, which none is, if it is not there. */
static size_t index_offset(struct str cff, size_t index, size_t i)
{
    size_t size = byte_at(cff, index + 2), at = index + INDEX_HEAD + i * size, offset = 0;
    if (size < 1 || size > 4 || at + size > cff.len)
        return 0;
    for (size_t k = 0; k < size; k++)
        offset = offset << 8 | byte_at(cff, at + k);
    return offset;
}

/* Where item i stands; empty if there is no such. @param end  gets what is behind the INDEX. */
static struct str index_item(struct str cff, size_t index, size_t i, size_t *end)
{
    if (index > cff.len || INDEX_HEAD > cff.len - index)
        return (struct str){0};
    size_t count = big_endian_16(cff, index), size = byte_at(cff, index + 2);
    size_t from = index_offset(cff, index, i), to = index_offset(cff, index, i + 1);
    size_t last = index_offset(cff, index, count);
    size_t data = index + INDEX_HEAD + (count + 1) * size - 1;
    if (i >= count || !from || to <= from || last < to || data > cff.len || last > cff.len - data)
        return (struct str){0};
    *end = data + last;
    return str_part(cff, data + from, to - from);
}

/* ---- Top DICT: numbers, then the operator that they belong to ---- */

enum { OP_ESCAPE = 12, OP_CHARSET = 15, OP_CHARSTRINGS = 17, OP_ESCAPED_ROS = 30 };
enum { LONG_NUMBER = 29, REAL = 30 };

/* The length of the number that begins there. */
static size_t dict_number_length(struct str dict, size_t at)
{
    unsigned first = byte_at(dict, at);
    if (first == LONG_NUMBER)
        return 5;
    if (first == 28)
        return 3;
    if (first != REAL)
        return first < 247 ? 1 : 2;
    size_t end = at + 1; /* two digits a byte, up to one that is F */
    while (end < dict.len && (byte_at(dict, end) & 0x0F) != 0x0F &&
           (byte_at(dict, end) & 0xF0) != 0xF0)
        end++;
    return end + 1 - at;
}

/* The place that the number from `at` to `end` is; 0 if it is too short for one. */
static size_t dict_place(struct str dict, size_t at, size_t end)
{
    if (end == at + 5 && byte_at(dict, at) == LONG_NUMBER)
        return big_endian_32(dict, at + 1);
    return end == at + 3 ? big_endian_16(dict, at + 1) : 0;
}

/* What a Top DICT says of which glyph is which, and of their outlines. */
struct top {
    bool cid_keyed;
    size_t charset; /* where the place of the charset stands, in 4 bytes; 0: nowhere */
    size_t charstrings; /* where those are; 0: nowhere */
};

static struct top read_top(struct str dict)
{
    struct top top = {.cid_keyed = false};
    size_t number = 0; /* the last one */
    for (size_t at = 0; at < dict.len;) {
        unsigned first = byte_at(dict, at);
        if (first > 21) {
            number = at;
            at += dict_number_length(dict, at);
            continue;
        }
        bool escaped = first == OP_ESCAPE && at + 1 < dict.len;
        if (escaped && byte_at(dict, at + 1) == OP_ESCAPED_ROS)
            top.cid_keyed = true;
        if (first == OP_CHARSET && at == number + 5 && byte_at(dict, number) == LONG_NUMBER)
            top.charset = number + 1;
        if (first == OP_CHARSTRINGS)
            top.charstrings = dict_place(dict, number, at);
        at += escaped ? 2 : 1;
    }
    return top;
}

static void put_number_at(char *at, size_t bytes, size_t number)
{
    while (bytes-- > 0) {
        at[bytes] = (char)(number & 0xFF);
        number >>= 8;
    }
}

/* The first Top DICT; empty if there is none. */
static struct str find_top(struct str cff)
{
    enum { HEADER = 4, HEADER_SIZE = 2 };
    size_t names_end = 0, tops_end = 0;
    if (cff.len < HEADER)
        return (struct str){0};
    struct str name = index_item(cff, byte_at(cff, HEADER_SIZE), 0, &names_end);
    return name.len ? index_item(cff, names_end, 0, &tops_end) : name;
}

/* ---- What they are for ---- */

size_t cff_charstrings(struct str cff)
{
    return read_top(find_top(cff)).charstrings;
}

struct str cff_charstring(struct str cff, size_t charstrings, size_t glyph)
{
    size_t end;
    return charstrings ? index_item(cff, charstrings, glyph, &end) : (struct str){0};
}

size_t cff_number_by_glyph(char *table, size_t length, unsigned glyphs)
{
    enum { RANGES = 2 };
    struct str dict = find_top((struct str){table, length});
    if (glyphs < 2)
        return 0;
    struct top top = read_top(dict);
    if (!dict.len || !top.cid_keyed)
        return dict.len ? length : 0;
    if (!top.charset)
        return 0;
    put_number_at(table + (dict.ptr - table) + top.charset, 4, length);
    put_number_at(table + length, 1, RANGES); /* one range: the first CID, and how many follow it */
    put_number_at(table + length + 1, 2, 1);
    put_number_at(table + length + 3, 2, glyphs - 2);
    return length + CFF_GROWS_MOST;
}
