/*
 * A JPEG file goes into the PDF as it is, so it is walked through here: marker by marker (ISO/IEC
 * 10918-1, annex B) to its end, to see that it is of a kind that PDF knows.  Whether its data are
 * whole is for jpeg_judge.c.
 *
 * A file is a list of segments, each a marker (FF and a code), mostly followed by two bytes of
 * length and that many bytes, those two included.  Behind a "start of scan" segment come coded
 * data, in which FF is followed by 00 or by a restart marker.
 *
 * What is copied is what a decoder needs.  Comments, camera data, previews and editors' histories
 * stay out: a handout should not say where a photograph was taken.
 */
#include "image/logo_formats.h"

#include "base/bytes.h"

#include <assert.h>
#include <string.h>

enum {
    M_SOF0 = 0xC0, /* baseline, then extended and progressive */
    M_SOF2 = 0xC2,
    M_DHT = 0xC4,
    M_SOF15 = 0xCF, /* the other kinds of coding lie between, but for DHT */
    M_RST0 = 0xD0,
    M_RST7 = 0xD7,
    M_EOI = 0xD9,
    M_SOS = 0xDA,
    M_DQT = 0xDB,
    M_DNL = 0xDC,
    M_DRI = 0xDD,
    M_DHP = 0xDE, /* hierarchical files start with this */
    M_APP0 = 0xE0,
    M_APP1 = 0xE1,
    M_APP14 = 0xEE,
    M_APP15 = 0xEF,
    M_COM = 0xFE
};

struct walk {
    struct str bytes;
    size_t at;
    struct builder kept;
    struct picture *picture;
    bool tables[2]; /* quantisation, Huffman: seen */
    int scans; /* with data */
};

/* A progressive file has about ten; each makes every reader go through all of the picture. */
enum { SCANS_MOST = 100 };

/* The code of the marker at the walk's place, and on to behind it; 0 if there is none. */
static unsigned next_marker(struct walk *walk)
{
    size_t at = walk->at;
    if (at >= walk->bytes.len || byte_at(walk->bytes, at) != 0xFF)
        return 0;
    while (at < walk->bytes.len && byte_at(walk->bytes, at) == 0xFF) /* any number may fill */
        at++;
    if (at == walk->bytes.len)
        return 0;
    walk->at = at + 1;
    return byte_at(walk->bytes, at);
}

/* What follows the length of the segment at the walk's place, and on to behind it. */
static bool next_segment(struct walk *walk, struct str *body)
{
    assert(walk->at <= walk->bytes.len);
    if (walk->bytes.len - walk->at < 2)
        return false;
    size_t length = big_endian_16(walk->bytes, walk->at);
    if (length < 2 || length > walk->bytes.len - walk->at)
        return false;
    *body = str_part(walk->bytes, walk->at + 2, length - 2);
    walk->at += length;
    return true;
}

static void keep_marker(struct walk *walk, unsigned marker)
{
    builder_char(&walk->kept, (char)0xFF);
    builder_char(&walk->kept, (char)marker);
}

static void keep_segment(struct walk *walk, unsigned marker, struct str body)
{
    assert(body.len + 2 <= 0xFFFF);
    keep_marker(walk, marker);
    builder_char(&walk->kept, (char)((body.len + 2) >> 8));
    builder_char(&walk->kept, (char)(body.len + 2));
    builder_add(&walk->kept, body);
}

/* ---- Orientation: a field of the TIFF directory inside an Exif segment ---- */

static unsigned tiff_number(struct str s, size_t at, size_t bytes, bool little)
{
    unsigned value = 0;
    for (size_t i = 0; i < bytes; i++)
        value = value << 8 | byte_at(s, at + (little ? bytes - 1 - i : i));
    return value;
}

/* Whether this is an Exif segment that says "turn or mirror me". A damaged one says nothing. */
static bool is_rotated(struct str body)
{
    static const struct str exif = {"Exif\0\0", 6};
    enum { HEADER = 8, ENTRY = 12, ORIENTATION = 0x112, VALUE = 8, UPRIGHT = 1, MOST = 8 };
    struct str tiff = str_part(body, exif.len, body.len);
    if (!str_starts(body, exif) || tiff.len < HEADER)
        return false;
    bool little = tiff.ptr[0] == 'I';
    size_t at = tiff_number(tiff, 4, 4, little);
    if (at > tiff.len - 2)
        return false;
    unsigned entries = tiff_number(tiff, at, 2, little);
    at += 2;
    for (; entries > 0 && tiff.len - at >= ENTRY; entries--, at += ENTRY)
        if (tiff_number(tiff, at, 2, little) == ORIENTATION) {
            unsigned value = tiff_number(tiff, at + VALUE, 2, little);
            return value > UPRIGHT && value <= MOST;
        }
    return false;
}

/* ---- Segments ---- */

static bool is_frame(unsigned marker)
{
    return marker >= M_SOF0 && marker <= M_SOF15 && marker != M_DHT;
}

/* Precision, height, width, and three bytes for each component: id, sampling, table. */
static enum logo_status read_frame(struct walk *walk, unsigned marker, struct str body)
{
    enum { FIXED = 6, COMPONENT = 3 };
    if (marker > M_SOF2)
        return LOGO_UNSUPPORTED;
    if (walk->picture->components || body.len < FIXED)
        return LOGO_DAMAGED;
    unsigned components = byte_at(body, 5);
    if (body.len != FIXED + COMPONENT * components)
        return LOGO_DAMAGED;
    if (components == 4)
        return LOGO_CMYK;
    uint32_t height = big_endian_16(body, 1), width = big_endian_16(body, 3);
    bool height_follows = height == 0; /* in a DNL segment, which few readers know */
    if (byte_at(body, 0) != 8 || (components != 1 && components != 3) || height_follows)
        return LOGO_UNSUPPORTED;
    for (size_t at = FIXED; at < body.len; at += COMPONENT) {
        unsigned across = byte_at(body, at + 1) >> 4, down = byte_at(body, at + 1) & 15;
        if (across < 1 || across > 4 || down < 1 || down > 4 || byte_at(body, at + 2) > 3)
            return LOGO_DAMAGED;
    }
    walk->picture->width = width;
    walk->picture->height = height;
    walk->picture->components = (int)components;
    return logo_check_size(width, height);
}

/* The scan's components with their tables, three bytes more, then coded data. */
static enum logo_status read_scan(struct walk *walk, struct str body)
{
    size_t components = body.len ? byte_at(body, 0) : 0;
    if (!walk->tables[0] || !walk->tables[1] || components < 1 ||
        components > (size_t)walk->picture->components || body.len != 4 + 2 * components)
        return LOGO_DAMAGED;
    size_t end = walk->at;
    for (; end + 1 < walk->bytes.len; end++) {
        unsigned code = byte_at(walk->bytes, end + 1);
        if (byte_at(walk->bytes, end) == 0xFF && code != 0 && (code < M_RST0 || code > M_RST7))
            break;
    }
    walk->scans += end > walk->at;
    keep_segment(walk, M_SOS, body);
    builder_add(&walk->kept, str_part(walk->bytes, walk->at, end - walk->at));
    walk->at = end;
    return walk->scans > SCANS_MOST ? LOGO_UNSUPPORTED : LOGO_OK;
}

static enum logo_status read_segment(struct walk *walk, unsigned marker)
{
    struct str body;
    if (!next_segment(walk, &body))
        return LOGO_DAMAGED;
    if (marker == M_SOS)
        return read_scan(walk, body);
    if (marker == M_APP1 && is_rotated(body))
        return LOGO_ROTATED;
    bool needed = is_frame(marker) || marker == M_DHT || marker == M_DQT || marker == M_DNL ||
                  marker == M_DRI || (marker == M_APP0 && str_starts(body, STR("JFIF"))) ||
                  (marker == M_APP14 && str_starts(body, STR("Adobe")));
    if (needed)
        keep_segment(walk, marker, body);
    else if ((marker < M_APP0 || marker > M_APP15) && marker != M_COM)
        return marker == M_DHP ? LOGO_UNSUPPORTED : LOGO_DAMAGED;
    walk->tables[0] = walk->tables[0] || marker == M_DQT;
    walk->tables[1] = walk->tables[1] || marker == M_DHT;
    return is_frame(marker) ? read_frame(walk, marker, body) : LOGO_OK;
}

enum logo_status logo_jpeg(struct arena *arena, struct str bytes, struct picture *picture)
{
    struct picture found = {.jpeg = true};
    struct walk walk = {.bytes = bytes, .at = 2, .kept = {.arena = arena}, .picture = &found};
    builder_add(&walk.kept, str_part(bytes, 0, 2));
    for (;;) {
        unsigned marker = next_marker(&walk);
        if (marker == M_EOI)
            break;
        enum logo_status status = read_segment(&walk, marker);
        if (status != LOGO_OK)
            return status;
    }
    if (!walk.scans)
        return LOGO_DAMAGED;
    keep_marker(&walk, M_EOI);
    found.data = builder_str(&walk.kept);
    *picture = found;
    return jpeg_judge(arena, found.data);
}
