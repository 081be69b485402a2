/*
 * Font files in memory: read, and cut into.
 */
#ifndef FONT_FILE_H
#define FONT_FILE_H

#include "unit.h"

/* Of at most 2 MiB. */
static inline struct str read_font(struct arena *arena, const char *path)
{
    enum { MOST = 2 << 20 };
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s was not found", path);
    char *bytes = arena_alloc(arena, MOST);
    size_t length = fread(bytes, 1, MOST, file);
    fclose(file);
    return (struct str){bytes, length};
}

static inline char *entry(struct str file, const char *tag)
{
    for (size_t at = 12; at + 16 <= file.len; at += 16)
        if (memcmp(file.ptr + at, tag, 4) == 0)
            return (char *)file.ptr + at;
    fail_msg("no table %s", tag);
    return NULL;
}

static inline char *table(struct str file, const char *tag)
{
    const unsigned char *at = (const unsigned char *)entry(file, tag) + 8;
    return (char *)file.ptr + (at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3]);
}

static inline void put16(char *at, unsigned value)
{
    at[0] = (char)(value >> 8);
    at[1] = (char)value;
}

static inline unsigned get16(const char *at)
{
    return (unsigned)((unsigned char)at[0] << 8 | (unsigned char)at[1]);
}

static inline void put32(char *at, size_t value)
{
    put16(at, (unsigned)(value >> 16 & 0xFFFF));
    put16(at + 2, (unsigned)(value & 0xFFFF));
}

static inline size_t get32(const char *at)
{
    return (size_t)get16(at) << 16 | get16(at + 2);
}

/** A collection of whole files, one behind the other. */
static inline struct str collection(struct arena *arena, const struct str *files, unsigned count)
{
    size_t length = 12 + 4 * (size_t)count;
    for (unsigned i = 0; i < count; i++)
        length += files[i].len;
    char *bytes = arena_alloc(arena, length);
    memcpy(bytes, "ttcf\0\1\0\0", 8);
    put32(bytes + 8, count);
    size_t at = 12 + 4 * (size_t)count;
    for (unsigned i = 0; i < count; at += files[i++].len) {
        put32(bytes + 12 + 4 * i, at);
        memcpy(bytes + at, files[i].ptr, files[i].len);
        for (unsigned t = 0; t < get16(bytes + at + 4); t++) {
            char *offset = bytes + at + 12 + 16 * t + 8;
            put32(offset, get32(offset) + at);
        }
    }
    return (struct str){bytes, length};
}

#endif
