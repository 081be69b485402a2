/*
 * See complete.h.  Each shell's text is a frame around one line for each option of options.def.
 * What an option's value can be completed with is read off the way that --help writes it: "a|b|c"
 * is a choice, FILE a JSON file, NAME a folder to put it in.
 */
#include "complete.h"

#include <string.h>

enum value { VALUE_NONE, VALUE_CHOICE, VALUE_JSON, VALUE_FILE, VALUE_FOLDER, VALUE_FREE };

static enum value value_kind_of(const struct option_row *row)
{
    if (!*row->value)
        return VALUE_NONE;
    if (*row->value >= 'a' && *row->value <= 'z')
        return VALUE_CHOICE;
    if (strcmp(row->value, "FILE") == 0)
        return VALUE_JSON;
    if (strcmp(row->value, "NAME") == 0)
        return VALUE_FOLDER;
    return strstr(row->value, "FILE") ? VALUE_FILE : VALUE_FREE;
}

/* The choices "a|b|c" as words. */
static void put_choices(FILE *to, const char *choices)
{
    for (; *choices; choices++)
        putc(*choices == '|' ? ' ' : *choices, to);
}

/* Text for single quotes. @param special  what else needs a backslash. */
static void put_quoted(FILE *to, const char *text, const char *special)
{
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\'", to);
        else if (strchr(special, *text))
            putc('\\', to);
        putc(*text, to);
    }
}

/* ---- bash ---- */

static void put_bash_option(FILE *to, const struct option_row *row)
{
    static const char *const how[] = {
        [VALUE_JSON] = "_handout_paths -f -X '!*.json'", [VALUE_FILE] = "_handout_paths -f",
        [VALUE_FOLDER] = "_handout_paths -d", [VALUE_FREE] = ":"};
    enum value value = value_kind_of(row);
    if (value == VALUE_NONE)
        return;
    fputs("        ", to);
    if (row->letter)
        fprintf(to, "-%c|", row->letter);
    fprintf(to, "--%s) ", row->name);
    if (value == VALUE_CHOICE) {
        fputs("_handout_words '", to);
        put_choices(to, row->value);
        fputs("' ;;\n", to);
    } else {
        fprintf(to, "%s ;;\n", how[value]);
    }
}

/* For bash, "--name=value" is three words, and a function sees the variables of its caller. */
static void print_bash(FILE *to)
{
    fputs("# bash completion of handout, as printed by handout --completions=bash\n"
          "_handout_words()\n{\n"
          "    mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$word\")\n"
          "}\n"
          "_handout_paths()\n{\n"
          "    compopt -o filenames 2>/dev/null\n"
          "    mapfile -t COMPREPLY < <(compgen \"$@\" -- \"$word\"; compgen -d -- \"$word\")\n"
          "}\n"
          "_handout()\n{\n"
          "    local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} i\n"
          "    if [[ $word == \"=\" ]]; then\n"
          "        word=\n"
          "    elif [[ $option == \"=\" ]]; then\n"
          "        option=${COMP_WORDS[COMP_CWORD - 2]}\n"
          "    fi\n"
          "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
          "        [[ ${COMP_WORDS[i]} == -- ]] && option=--\n"
          "    done\n"
          "    COMPREPLY=()\n"
          "    case $option in\n", to);
    for (size_t i = 0; i < option_count; i++)
        put_bash_option(to, &option_rows[i]);
    fputs("        --) _handout_paths -f -X '!*.json' ;;\n"
          "        *) if [[ $word == -* ]]; then\n"
          "               _handout_words '", to);
    for (size_t i = 0; i < option_count; i++)
        fprintf(to, "%s--%s", i ? " " : "", option_rows[i].name);
    fputs("'\n"
          "           else\n"
          "               _handout_paths -f -X '!*.json'\n"
          "           fi ;;\n"
          "    esac\n"
          "}\n"
          "complete -F _handout handout\n", to);
}

/* ---- zsh ---- */

static void put_zsh_option(FILE *to, const struct option_row *row)
{
    static const char *const how[] = {
        [VALUE_JSON] = "_files -g \"*.json(-.)\"", [VALUE_FILE] = "_files",
        [VALUE_FOLDER] = "_files -/", [VALUE_FREE] = " "};
    enum value value = value_kind_of(row);
    const char *plus = value ? "+" : "", *equals = value ? "=" : "";
    if (row->letter)
        fprintf(to, " \\\n    '(-%c --%s)'{-%c%s,--%s%s}'[", row->letter, row->name, row->letter,
                plus, row->name, equals);
    else
        fprintf(to, " \\\n    '--%s%s[", row->name, equals);
    put_quoted(to, row->help, "[]\\");
    putc(']', to);
    if (value == VALUE_CHOICE) {
        fprintf(to, ":%s:(", row->name);
        put_choices(to, row->value);
        putc(')', to);
    } else if (value) {
        fprintf(to, ":%s:%s", row->value, how[value]);
    }
    putc('\'', to);
}

/* The last lines serve both ways: the body of an autoloaded function, and text for eval. */
static void print_zsh(FILE *to)
{
    fputs("#compdef handout\n"
          "# zsh completion of handout, as printed by handout --completions=zsh\n"
          "_handout()\n{\n"
          "    _arguments -s -S", to);
    for (size_t i = 0; i < option_count; i++)
        put_zsh_option(to, &option_rows[i]);
    fputs(" \\\n    '*:article:_files -g \"*.json(-.)\"'\n"
          "}\n"
          "if [[ ${funcstack[1]} == _handout ]]; then\n"
          "    _handout \"$@\"\n"
          "else\n"
          "    compdef _handout handout\n"
          "fi\n", to);
}

/* ---- fish ---- */

static void put_fish_option(FILE *to, const struct option_row *row)
{
    static const char *const how[] = {
        [VALUE_NONE] = "", [VALUE_JSON] = " -x -k -a '(__fish_complete_suffix .json)'",
        [VALUE_FILE] = " -r -F", [VALUE_FOLDER] = " -x -a '(__fish_complete_directories)'",
        [VALUE_FREE] = " -x"};
    enum value value = value_kind_of(row);
    fputs("complete -c handout", to);
    if (row->letter)
        fprintf(to, " -s %c", row->letter);
    fprintf(to, " -l %s", row->name);
    if (value == VALUE_CHOICE) {
        fputs(" -x -a '", to);
        put_choices(to, row->value);
        putc('\'', to);
    } else {
        fputs(how[value], to);
    }
    fputs(" -d '", to);
    put_quoted(to, row->help, "\\");
    fputs("'\n", to);
}

static void print_fish(FILE *to)
{
    fputs("# fish completion of handout, as printed by handout --completions=fish\n"
          "complete -c handout -x -k -a '(__fish_complete_suffix .json)'\n", to);
    for (size_t i = 0; i < option_count; i++)
        put_fish_option(to, &option_rows[i]);
}

void complete_print(FILE *to, enum shell shell)
{
    switch (shell) {
    case SHELL_BASH: print_bash(to); break;
    case SHELL_ZSH: print_zsh(to); break;
    case SHELL_FISH: print_fish(to); break;
    }
}
