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
        {{"{\\rtf", 5}, word},
        {{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8}, word}, /* .doc */
        {{"%PDF-", 5}, "a PDF"},
        {{"%!PS", 4}, word},
        {{"bplist", 6}, word}, /* .webarchive */
        {{"\x1F\x8B", 2}, "a compressed file"},
        {{"\x89PNG", 4}, "a picture"},
        {{"\xFF\xD8\xFF", 3}, "a picture"},
    };
    return first_bytes_mean(bytes, starts, sizeof starts / sizeof *starts);
}

/* ---- Text of single bytes ---- */

/*
 * Windows-1252 has signs where Latin-1 has controls that nobody types: the quotes, dashes and the
 * euro of 0x80 to 0x9F.  Five of those bytes are nothing in Windows-1252 either; and whole words of
 * such bytes are of an alphabet or a script that neither has.
 */
const char *file_encoding_hint(struct str bytes)
{
    enum { WORD = 4 }; /* bytes in a row that Western words do not have beyond ASCII */
    bool windows = false, neither = false;
    size_t row = 0;
    for (size_t at = 0; at < bytes.len;) {
        unsigned char byte = (unsigned char)bytes.ptr[at];
        size_t from = at;
        bool bad = utf8_next(bytes, &at) == UTF8_BAD;
        bool pair = bad || at - from == 2; /* some pairs of such bytes look like UTF-8 */
        row = pair ? row + at - from : 0;
        windows = windows || (bad && byte < 0xA0);
        bool no_sign = memchr("\x81\x8D\x8F\x90\x9D", byte, 5) != NULL;
        neither = neither || (bad && (no_sign || row >= WORD));
    }
    if (neither)
        return "save the file as UTF-8 in the program that wrote it";
    if (windows)
        return "save the file as UTF-8; from Windows-1252: iconv -f WINDOWS-1252 -t UTF-8";
    return "save the file as UTF-8; from Latin-1: iconv -f LATIN1 -t UTF-8";
}

/* ---- Behind the text ---- */

bool file_is_padding(struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        if (!memchr("\0\x1A \t\r\n", bytes.ptr[i], 6))
            return false;
    return true;
}
