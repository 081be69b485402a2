/*
 * See decode.h.  Windows-1252 stands for Latin-1 too, as in the Encoding Standard of the WHATWG:
 * the two differ only where Latin-1 has controls.
 */
#include "import/decode.h"

#include "base/ascii.h"
#include "read/entity.h"
#include "read/file_kind.h"

#include <string.h>

/* ---- UTF-16 ---- */

static uint32_t unit_at(struct str s, size_t at, bool big)
{
    unsigned char first = (unsigned char)s.ptr[at], second = (unsigned char)s.ptr[at + 1];
    return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

static struct str from_utf16(struct arena *arena, struct str bytes, bool big)
{
    struct builder b = {.arena = arena};
    for (size_t at = 2; at + 1 < bytes.len; at += 2) {
        uint32_t c = unit_at(bytes, at, big), low;
        bool pair = c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.len
                    && (low = unit_at(bytes, at + 2, big)) >= 0xDC00 && low < 0xE000;
        if (pair) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        builder_utf8(&b, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
    }
    return b.len ? builder_str(&b) : STR("");
}

/* ---- Windows-1252 ---- */

static uint32_t from_windows(unsigned char byte)
{
    uint32_t c = windows_1252(byte);
    return c ? c : byte;
}

static struct str from_single_bytes(struct arena *arena, struct str bytes)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < bytes.len; i++)
        builder_utf8(&b, from_windows((unsigned char)bytes.ptr[i]));
    return builder_str(&b);
}

/* ---- Quoted-printable (RFC 2045, 6.7) ---- */

static bool is_quoted_printable(struct str text)
{
    struct str head = str_part(text, 0, 8192);
    return str_contains(head, STR("quoted-printable"))
           && (str_contains(text, STR("=\n")) || str_contains(text, STR("=3D")));
}

static struct str from_quoted_printable(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        int high = ascii_hex(char_at(text, i + 1)), low = ascii_hex(char_at(text, i + 2));
        if (text.ptr[i] == '=' && char_at(text, i + 1) == '\n') {
            i++;
        } else if (text.ptr[i] == '=' && high >= 0 && low >= 0) {
            builder_char(&b, (char)(high * 16 + low));
            i += 2;
        } else {
            builder_char(&b, text.ptr[i]);
        }
    }
    return b.len ? builder_str(&b) : STR("");
}

/* Without the lines of a mail's head, which end with an empty one before the text. */
static struct str without_mail_head(struct str text)
{
    size_t at = 0, from = 0;
    while (at < text.len) {
        struct str line = str_before(str_part(text, at, text.len), '\n');
        at += line.len + 1;
        if (str_contains(str_part(line, 0, 100), STR("quoted-printable")))
            from = at;
        if (!line.len && from)
            return str_part(text, at, text.len);
    }
    return text;
}

/* ---- Lines ---- */

/* "\r\n" and "\r" are "\n", and a NUL is nothing: libraries of C would stop there. */
static struct str with_plain_lines(struct arena *arena, struct str text)
{
    char *to = arena_alloc(arena, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\r' && char_at(text, i + 1) == '\n')
            continue;
        if (text.ptr[i])
            to[len++] = text.ptr[i] == '\r' ? '\n' : text.ptr[i];
    }
    return (struct str){to, len};
}

static struct place at_byte(const struct source *source, size_t at)
{
    return (struct place){source, {(uint32_t)at, 1}};
}

/* ---- All of it ---- */

static bool decode_wide(struct arena *arena, struct diags *diags, struct source *source)
{
    const char *wide = file_wide_encoding(source->text);
    bool little = str_starts(source->text, STR("\xFF\xFE"));
    bool big = str_starts(source->text, STR("\xFE\xFF"));
    if (!wide)
        return true;
    if (strncmp(wide, "UTF-16", 6) != 0 || !(little || big)) {
        diag_add(diags, DIAG_NOT_UTF8, (struct place){.source = source}, STR("this is"),
                 STR("save the post as UTF-8"));
        return false;
    }
    source->text = from_utf16(arena, source->text, big);
    return true;
}

static void decode_bytes(struct arena *arena, struct diags *diags, struct source *source)
{
    size_t bad = utf8_sound(source->text);
    if (bad == source->text.len)
        return;
    struct place place = at_byte(source, bad);
    source->text = from_single_bytes(arena, source->text);
    place.span.off = bad < source->text.len ? (uint32_t)bad : 0;
    diag_add(diags, DIAG_POST_ENCODING, place, STR("Windows-1252"));
}

bool post_decode(struct arena *arena, struct diags *diags, struct source *source)
{
    const char *document = file_document(source->text);
    if (document) {
        diag_add(diags, DIAG_POST_DOCUMENT, (struct place){.source = source}, str_of(document));
        return false;
    }
    if (!decode_wide(arena, diags, source))
        return false;
    if (str_starts(source->text, STR("\xEF\xBB\xBF")))
        source->text = str_part(source->text, 3, source->text.len);
    source->text = with_plain_lines(arena, source->text);
    if (is_quoted_printable(source->text))
        source->text = from_quoted_printable(arena, without_mail_head(source->text));
    decode_bytes(arena, diags, source);
    return true;
}
