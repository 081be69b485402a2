/*
 * See list.h.  A list of names has a NUL behind each (find -print0), or stands in lines.
 */
#include "list.h"
#include "files.h"

#include <assert.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LIST_MOST ((size_t)64 << 20) /* bytes of names: half a million long ones */

/* Room for one more name. @return the names, at the same place or another */
static void *names_room(const struct printer *printer, void *names, size_t count, size_t *room)
{
    if (count < *room)
        return names;
    *room = *room ? 2 * *room : 64;
    char **larger = message_alloc(printer, *room * sizeof *larger);
    if (count)
        memcpy(larger, names, count * sizeof *larger);
    free(names);
    return larger;
}

static void add_name(struct list *list, const struct printer *printer, const char *name)
{
    list->at = names_room(printer, list->at, list->count, &list->room);
    list->at[list->count++] = name;
}

/* ---- Folders ---- */

static int is_article(const struct dirent *entry)
{
    return path_is_json(entry->d_name) && strcmp(entry->d_name, CLINIC_NAME) != 0;
}

static void keep_found(struct list *list, const struct printer *printer, char *name)
{
    list->found = names_room(printer, list->found, list->found_count, &list->found_room);
    list->found[list->found_count++] = name;
}

/* @return whether it is a folder with articles */
static bool add_folder(struct list *list, const struct printer *printer, const char *name)
{
    struct dirent **entries;
    int count = scandir(name, &entries, is_article, alphasort);
    for (int i = 0; i < count; i++) {
        char *path = path_in(printer, name, entries[i]->d_name);
        keep_found(list, printer, path);
        add_name(list, printer, path);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    return count > 0;
}

static void add_argument(struct list *list, const struct printer *printer, const char *name)
{
    if (!path_is_folder(name) || !add_folder(list, printer, name))
        add_name(list, printer, name);
}

/* ---- The clinic file among them ---- */

/* @param named  which file --clinic names */
static bool is_clinic(struct file_id named, const char *name)
{
    return strcmp(path_base(name), CLINIC_NAME) == 0 || file_id_equal(file_identify(name), named);
}

/* "*.json" takes it along. Where there is nothing else it is asked for, and is an error of its
 * own. */
static void skip_clinics(struct list *list, const struct options *options)
{
    size_t kept = 0;
    struct file_id named = file_identify(options->clinic);
    for (size_t i = 0; i < list->count && list->count > 1; i++)
        kept += !is_clinic(named, list->at[i]);
    if (!kept)
        return;
    size_t count = list->count;
    list->count = 0;
    for (size_t i = 0; i < count; i++)
        if (is_clinic(named, list->at[i]))
            fault(&options->printer, FAULT_CLINIC_SKIPPED, list->at[i], NULL);
        else
            list->at[list->count++] = list->at[i];
}

/* ---- Lists of names ---- */

/* A line may end as those of Windows do. */
static void trim(char *line)
{
    size_t length = strlen(line);
    if (length && line[length - 1] == '\r')
        line[length - 1] = '\0';
}

static void add_listed(struct list *list, const struct printer *printer, size_t length)
{
    bool lines = !memchr(list->text, '\0', length);
    char *end = list->text + length;
    for (char *name = list->text; name < end;) {
        char *behind = memchr(name, lines ? '\n' : '\0', (size_t)(end - name));
        behind = behind ? behind : end;
        *behind = '\0';
        if (lines)
            trim(name);
        if (*name)
            add_argument(list, printer, name);
        name = behind + 1;
    }
}

static enum status read_list(struct list *list, const struct options *options)
{
    struct file file;
    const struct printer *printer = &options->printer;
    const char *path = options->files_from;
    enum status status = file_read_or_stdin(printer, path, LIST_MOST, &file);
    if (status)
        return status;
    if (file.length > LIST_MOST)
        status = fault(printer, FAULT_CANNOT_READ, path, "it is larger than 64 MiB", "");
    list->text = message_alloc(printer, file.length + 1);
    if (!status) {
        memcpy(list->text, file.bytes, file.length);
        add_listed(list, printer, file.length);
    }
    file_free(&file);
    return status;
}

enum status list_open(struct list *list, const struct options *options)
{
    enum status status = STATUS_OK;
    *list = (struct list){0};
    for (int i = 0; i < options->article_count; i++)
        add_argument(list, &options->printer, options->articles[i]);
    if (options->files_from)
        status = read_list(list, options);
    if (!status && !list->count)
        status = fault(&options->printer, FAULT_NO_ARTICLE, NULL, NULL);
    skip_clinics(list, options);
    bool one = options->destination >= DESTINATION_FILE;
    if (!status && one && list->count > 1)
        status = fault(&options->printer, FAULT_ONE_OUTPUT, NULL, options->output);
    return status;
}

void list_close(struct list *list)
{
    for (size_t i = 0; i < list->found_count; i++)
        free(list->found[i]);
    free(list->found);
    free(list->text);
    free(list->at);
}
