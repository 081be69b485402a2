/*
 * See record_line.h.  A record is told by how its lines begin: no reference in print begins so.
 */
#include "read/record_line.h"

#include "base/ascii.h"
#include "read/markup.h"

/* "@article{doe2019," */
static bool is_bibtex(struct str text)
{
    size_t end = 1;
    while (ascii_is_letter(char_at(text, end)))
        end++;
    while (char_at(text, end) == ' ')
        end++;
    return char_at(text, 0) == '@' && end > 1
           && (char_at(text, end) == '{' || char_at(text, end) == '(');
}

/* "TY  - JOUR", "PMID- 123": a field's name, a hyphen, a space. */
static bool has_field(struct str text, struct str name)
{
    size_t end = name.len;
    while (char_at(text, end) == ' ')
        end++;
    return str_starts(text, name) && char_at(text, end) == '-' && char_at(text, end + 1) == ' ';
}

/* "AU  - Doe J": RIS, and PubMed's form of it, put two letters or a digit before two blanks. */
static bool is_ris_field(struct str line)
{
    char first = char_at(line, 0), second = char_at(line, 1);
    bool name = ascii_is_upper(first)
             && (ascii_is_digit(second) || ascii_is_upper(second));
    return name && str_starts(str_part(line, 2, line.len), STR("  - "));
}

/* "<mods>…</mods>": an element, of whatever vocabulary, from end to end. */
static bool is_element(struct str line)
{
    return char_at(line, 0) == '<' && ascii_is_letter(char_at(line, 1)) && str_ends(line, STR(">"))
        && !tag_at(line).length && !str_contains(line, STR("://"));
}

const char *record_of_line(struct str line)
{
    static const char *const starts[][2] = {
        {"%0 ", "a record of EndNote"}, {"FN ", "a record of Web of Science"},
        {"<?xml", "XML"}, {"<record", "XML"}, {"<PubmedArticle", "XML"}, {"\\bibitem", "LaTeX"},
        {"{\"", "JSON in a text"}, {"{ \"", "JSON in a text"}, {"[{", "JSON in a text"},
    };
    if (is_bibtex(line))
        return "BibTeX";
    if (has_field(line, STR("TY")) || is_ris_field(line))
        return "RIS";
    if (has_field(line, STR("PMID")))
        return "a record of PubMed";
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts(line, str_of(starts[i][0])))
            return starts[i][1];
    return is_element(line) ? "XML" : NULL;
}
