/*
 * A reference that is one text is printed as it is written.  The addresses and DOIs in it lead
 * where they say, as those of the other references do.
 */
#include "base/ascii.h"
#include "compose/citation_parts.h"

/* A part of a text that leads somewhere. */
struct address {
    size_t from, end;
    bool doi;
};

static bool begins(struct str text, size_t at, struct str start)
{
    struct str part = str_part(text, at, start.len);
    for (size_t i = 0; i < part.len; i++)
        if (ascii_lower(part.ptr[i]) != start.ptr[i])
            return false;
    return part.len == start.len;
}

/* Whether an address starts at that byte; gets where its own text does, behind "doi:". */
static bool starts_address(struct str text, size_t at, struct address *address)
{
    static const struct {
        struct str start;
        size_t skip; /* of it; only a DOI has a start that is not its own */
    } starts[] = {{{"https://", 8}, 0}, {{"http://", 7}, 0},  {{"www.", 4}, 0},
                  {{"doi:10.", 7}, 4},  {{"doi: 10.", 8}, 5}};
    if (at && (ascii_is_letter(text.ptr[at - 1]) || ascii_is_digit(text.ptr[at - 1])))
        return false;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (begins(text, at, starts[i].start)) {
            *address = (struct address){at + starts[i].skip, 0, starts[i].skip > 0};
            return true;
        }
    return false;
}

/* What no address has (RFC 3986). Its characters are ASCII; so are those of most DOIs. */
static bool ends_address(char c)
{
    static const char none[] = "<>\"{}|\\^`";
    return (unsigned char)c <= ' ' || (unsigned char)c >= 0x7F ||
           str_find(str_of(none), c) < sizeof none - 1;
}

/* Less the punctuation of the sentence around it; a closing bracket belongs to it if it opened
 * one, as in 10.1016/S2352-3026(17)30182-5. */
static size_t address_end(struct str text, size_t from)
{
    static const char sentence[] = ".,;:!?'";
    size_t end = from;
    int open = 0;
    for (; end < text.len && !ends_address(text.ptr[end]); end++) {
        open += text.ptr[end] == '(' ? 1 : text.ptr[end] == ')' ? -1 : 0;
        if (open < 0)
            break;
    }
    while (end > from && str_find(str_of(sentence), text.ptr[end - 1]) < sizeof sentence - 1)
        end--;
    return end;
}

/* What has a dot inside leads somewhere; "https://" alone does not. */
static bool find_address(struct str text, size_t at, struct address *address)
{
    for (; at < text.len; at++) {
        if (!starts_address(text, at, address))
            continue;
        address->end = address_end(text, address->from);
        struct str own = str_part(text, address->from, address->end - address->from);
        if (str_find(own, '.') + 1 < own.len && str_find(own, '.') > 1)
            return true;
    }
    return false;
}

void citation_text(struct phrase *phrase, const struct reference *reference)
{
    struct str text = tidy(phrase->arena, reference->text.str);
    struct address address;
    size_t done = 0;
    for (; find_address(text, done, &address); done = address.end) {
        struct str own = str_part(text, address.from, address.end - address.from);
        phrase_add(phrase, str_part(text, done, address.from - done));
        phrase_linked(phrase, own, address.doi ? cite_doi_uri(phrase->arena, own)
                                               : web_uri(phrase->arena, own));
    }
    phrase_add(phrase, str_part(text, done, text.len));
}
