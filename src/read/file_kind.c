/*
 * See file_kind.h.  Nothing is converted: to take one encoding for another prints wrong signs, and
 * a wrong sign in a dose is a wrong dose.  The user is told what the file looks like, and converts
 * it with a program that shows the result.
 */
#include "read/file_kind.h"

#include "base/bytes.h"

#include <string.h>

/* ---- Text of wide characters ---- */

/* JSON begins with two ASCII characters: a NUL beside each of them tells the order of bytes. */
const char *file_wide_encoding(struct str bytes)
{
    static const struct first_bytes starts[] = {
        {{"\xFF\xFE\0\0", 4}, "UTF-32"}, {{"\0\0\xFE\xFF", 4}, "UTF-32"},
        {{"\xFF\xFE", 2}, "UTF-16"},     {{"\xFE\xFF", 2}, "UTF-16"},
    };
    const char *marked = first_bytes_mean(bytes, starts, sizeof starts / sizeof *starts);
    if (marked)
        return marked;
    if (bytes.len >= 4 && !bytes.ptr[0] != !bytes.ptr[1] && !bytes.ptr[0] == !bytes.ptr[2]
        && !bytes.ptr[1] == !bytes.ptr[3])
        return bytes.ptr[0] ? "UTF-16LE" : "UTF-16BE";
    return NULL;
}

/* ---- No text ---- */

const char *file_document(struct str bytes)
{
    static const char word[] = "a document of a word processor";
    static const struct first_bytes starts[] = {
        {{"PK\3\4", 4}, word}, /* .docx, .odt and .pages are ZIP archives */
        {{"\xFFWPC", 4}, word}, /* WordPerfect */
        {{"{\\rtf", 5}, word},
        {{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8}, word}, /* .doc */
        {{"%PDF-", 5}, "a PDF"},
        {{"%!PS", 4}, word},
        {{"bplist", 6}, word}, /* .webarchive */
        {{"\x1F\x8B", 2}, "a compressed file"},
        {{"7z\xBC\xAF\x27\x1C", 6}, "a compressed file"},
        {{"Rar!\x1A\x07", 6}, "a compressed file"},
        {{"BZh", 3}, "a compressed file"},
        {{"\xFD" "7zXZ", 5}, "a compressed file"},
        {{"\x89PNG", 4}, "a picture"},
        {{"\xFF\xD8\xFF", 3}, "a picture"},
        {{"GIF8", 4}, "a picture"},
        {{"RIFF", 4}, "a picture"}, /* WebP */
        {{"II*\0", 4}, "a picture"}, /* TIFF, of either order of bytes */
        {{"MM\0*", 4}, "a picture"},
    };
    return first_bytes_mean(bytes, starts, sizeof starts / sizeof *starts);
}

/* ---- Behind the text ---- */

bool file_is_padding(struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        if (!memchr("\0\x1A \t\r\n", bytes.ptr[i], 6))
            return false;
    return true;
}
