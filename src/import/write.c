/*
 * See write.h.  The limits are those of the reader (read/fields.h).  Where there are more points
 * than an article may have, the last one takes the text of all further ones: words are kept, and
 * the author sees where to divide.
 */
#include "import/write.h"

#include "import/json_writer.h"
#include "import/reference.h"
#include "read/fields.h"
#include "read/values.h"

/* ---- Texts ---- */

/* Where a line of the post begins.  Most are asked for in their order, so it goes on from the last
 * one that it was asked for. */
struct line_walk {
    const struct post *post;
    uint32_t line; /* 0: none yet */
    size_t at;
};

struct writer {
    struct json_writer json;
    struct draft *draft;
    const struct post *post;
    const struct words *words;
    struct line_walk *walk;
};

/* @param line  0: the whole post */
static struct place line_place(struct line_walk *walk, uint32_t line)
{
    const struct source *source = &walk->post->source;
    if (!walk->line || line < walk->line)
        walk->line = 1, walk->at = 0;
    for (; walk->line < line && walk->at < source->text.len; walk->line++)
        walk->at += str_find(str_part(source->text, walk->at, source->text.len), '\n') + 1;
    return (struct place){source, {(uint32_t)(walk->at < source->text.len ? walk->at : 0), 1}};
}

/* The pieces as one text, as long as it may be. */
static struct str join(struct writer *w, const struct pieces *pieces)
{
    struct builder b = {.arena = w->draft->arena};
    size_t length = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        const struct piece *piece = &pieces->at[i];
        size_t more = utf8_length(piece->text) + (b.len > 0);
        if (length + more > TEXT_MAX) {
            draft_leave(w->draft, REASON_TOO_MUCH, piece->text, piece->line);
            continue;
        }
        if (b.len)
            builder_char(&b, ' ');
        builder_add(&b, piece->text);
        length += more;
    }
    return b.len ? builder_str(&b) : STR("");
}

static void tell_unsure(struct writer *w, const struct pieces *pieces, const char *field,
                        uint32_t line)
{
    for (size_t i = 0; i < pieces->count; i++)
        if (pieces->at[i].unsure)
            diag_add(w->post->diags, DIAG_POST_UNSURE, line_place(w->walk, pieces->at[i].line),
                     str_of(field), str_of_int(w->draft->arena, line), pieces->at[i].text);
}

static struct str missing_text(const struct writer *w)
{
    const struct words *words = w->words;
    return words->rows[CUE_MISSING].count ? words->rows[CUE_MISSING].at[0].text : STR("?");
}

static uint32_t write_missing(struct writer *w, struct str key, const char *field)
{
    uint32_t line = json_text(&w->json, key, missing_text(w));
    diag_add(w->post->diags, DIAG_POST_MISSING, (struct place){.source = &w->post->source},
             str_of(field), str_of_int(w->draft->arena, line));
    return line;
}

static void write_text(struct writer *w, const char *field, const struct pieces *pieces,
                       bool required)
{
    struct str text = join(w, pieces);
    if (text.len)
        tell_unsure(w, pieces, field, json_text(&w->json, str_of(field), text));
    else if (required)
        write_missing(w, str_of(field), field);
}

static void write_texts(struct writer *w, const char *field, const char *path,
                        const struct pieces *pieces)
{
    if (!pieces->count)
        return;
    json_open(&w->json, '[', str_of(field));
    for (size_t i = 0; i < pieces->count; i++) {
        struct pieces one = {pieces->at + i, 1, 1};
        if (i + 1 == ITEMS_MAX)
            one.count = one.room = pieces->count - i;
        struct str text = join(w, &one);
        if (text.len)
            tell_unsure(w, &one, path, json_text(&w->json, STR(""), text));
        i += one.count - 1;
    }
    json_close(&w->json, ']');
}

/* ---- Points ---- */

/* @return false if none of it has room */
static bool write_point(struct writer *w, const char *field, const struct draft_point *point,
                        const struct pieces *texts)
{
    struct str text = join(w, texts), title = point->title;
    uint32_t line;
    if (utf8_length(title) > TITLE_MAX || !text.len) {
        draft_leave(w->draft, REASON_TOO_MUCH, title, point->line);
        title = STR("");
    }
    if (!text.len)
        return false;
    if (!title.len) {
        line = json_text(&w->json, STR(""), text);
    } else {
        json_open(&w->json, '{', STR(""));
        json_text(&w->json, STR("title"), title);
        line = json_text(&w->json, STR("text"), text);
        json_close(&w->json, '}');
    }
    tell_unsure(w, texts, field, line);
    return true;
}

/* All points from this one on, as the texts of one. */
static struct pieces join_points(struct writer *w, const struct draft_points *points, size_t from)
{
    struct pieces all = {0};
    for (size_t i = from; i < points->count; i++) {
        if (i > from)
            draft_add(w->draft, &all, points->at[i].title, points->at[i].line, false);
        for (size_t k = 0; k < points->at[i].texts.count; k++)
            *ARRAY_PUSH(w->draft->arena, &all) = points->at[i].texts.at[k];
    }
    return all;
}

static void write_points(struct writer *w, const char *field, const struct draft_points *points)
{
    bool any = false;
    json_open(&w->json, '[', str_of(field));
    for (size_t i = 0; i < points->count && i < ITEMS_MAX; i++) {
        struct pieces last = i + 1 == ITEMS_MAX ? join_points(w, points, i) : points->at[i].texts;
        any = write_point(w, field, &points->at[i], &last) || any;
    }
    if (!any)
        write_missing(w, STR(""), field);
    json_close(&w->json, ']');
}

/* ---- The parts of an article ---- */

/* The amount is chosen by its words, and the largest print that it can be wrong in. */
static void write_amount(struct writer *w)
{
    const struct piece *of = w->draft->amount_of;
    if (w->draft->amount.len) {
        struct piece amount = {w->draft->amount, of->line, true};
        uint32_t line = json_text(&w->json, STR("amount"), amount.text);
        tell_unsure(w, &(struct pieces){&amount, 1, 1}, "dosage.amount", line);
    } else if (of) {
        diag_add(w->post->diags, DIAG_POST_AMOUNT_UNSURE, line_place(w->walk, of->line), of->text,
                 str_of_int(w->draft->arena, w->json.line + 1));
    }
}

static void write_dosage(struct writer *w)
{
    const struct draft *draft = w->draft;
    json_open(&w->json, '{', STR("dosage"));
    write_amount(w);
    struct str how = join(w, &draft->how);
    if (how.len)
        tell_unsure(w, &draft->how, "dosage.how", json_text(&w->json, STR("how"), how));
    else if (!draft->steps.count)
        write_missing(w, STR("how"), "dosage");
    write_texts(w, "steps", "dosage.steps", &draft->steps);
    json_close(&w->json, '}');
}

static void write_references(struct writer *w)
{
    json_open(&w->json, '[', STR("references"));
    for (size_t i = 0; i < w->draft->references.count; i++) {
        const struct piece *piece = &w->draft->references.at[i];
        if (i < REFERENCES_MAX && utf8_length(piece->text) <= TEXT_MAX)
            reference_write(&w->json, piece->text);
        else
            draft_leave(w->draft, REASON_TOO_MUCH, piece->text, piece->line);
    }
    json_close(&w->json, ']');
}

static void write_source(struct writer *w)
{
    const struct draft *draft = w->draft;
    json_open(&w->json, '{', STR("source"));
    json_field(&w->json, STR("title"), draft->title);
    if (url_has_form(draft->url))
        json_field(&w->json, STR("url"), draft->url);
    json_field(&w->json, STR("updated"), draft->updated);
    json_close(&w->json, '}');
}

static void write_title(struct writer *w)
{
    struct draft *draft = w->draft;
    if (utf8_length(draft->title) > TITLE_MAX) {
        draft_leave(draft, REASON_TOO_MUCH, draft->title, draft->title_line);
        draft->title = STR("");
    }
    if (draft->title.len)
        json_text(&w->json, STR("title"), draft->title);
    else
        write_missing(w, STR("title"), "title");
}

static struct str article_json(struct writer *w)
{
    struct draft *draft = w->draft;
    bool language = language_has_form(draft->language);
    json_open(&w->json, '{', STR(""));
    json_field(&w->json, STR("id"), draft->id);
    json_field(&w->json, STR("language"), language ? draft->language : w->words->language);
    write_title(w);
    write_text(w, "summary", &draft->summary, true);
    write_points(w, "benefits", &draft->benefits);
    write_dosage(w);
    write_points(w, "cautions", &draft->cautions);
    write_texts(w, "stop_and_call", "stop_and_call", &draft->stop_and_call);
    write_texts(w, "unknowns", "unknowns", &draft->unknowns);
    write_references(w);
    write_text(w, "disclaimer", &draft->disclaimer, true);
    if (draft->title.len || draft->updated.len)
        write_source(w);
    json_close(&w->json, '}');
    builder_char(&w->json.b, '\n');
    return builder_str(&w->json.b);
}

/* ---- The clinic ---- */

static bool has_room(struct str value)
{
    return utf8_length(value) <= TEXT_MAX;
}

/* A value that has not the form it needs is left out. */
static void write_formed(struct writer *w, const char *field, const struct piece *value,
                         bool (*has_form)(struct str text))
{
    if (has_form(value->text))
        json_field(&w->json, str_of(field), value->text);
    else
        draft_leave(w->draft, REASON_CONTACT, value->text, value->line);
}

static void write_address(struct writer *w, const struct pieces *address)
{
    struct pieces shown = *address;
    shown.count = address->count > ADDRESS_MAX ? ADDRESS_MAX : address->count;
    write_texts(w, "address", "address", &shown);
    for (size_t i = shown.count; i < address->count; i++)
        draft_leave(w->draft, REASON_CONTACT, address->at[i].text, address->at[i].line);
}

/* What was found of a clinic is too little for a file of its own. */
static void leave_contact(struct writer *w)
{
    const struct draft_contact *c = &w->draft->contact;
    const struct piece found[] = {c->about, c->hours, c->phone, c->fax, c->email, c->website,
                                  c->copyright};
    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        draft_leave(w->draft, REASON_NO_CLINIC, found[i].text, found[i].line);
    for (size_t i = 0; i < c->address.count; i++)
        draft_leave(w->draft, REASON_NO_CLINIC, c->address.at[i].text, c->address.at[i].line);
}

static struct str clinic_json(struct writer *w)
{
    const struct draft_contact *c = &w->draft->contact;
    bool reachable = (c->phone.text.len && has_room(c->phone.text)) || c->address.count
                     || email_has_form(c->email.text) || website_has_form(c->website.text);
    if (!c->name.len || !has_room(c->name) || !reachable) {
        leave_contact(w);
        return STR("");
    }
    json_open(&w->json, '{', STR(""));
    json_field(&w->json, STR("name"), c->name);
    write_formed(w, "about", &c->about, has_room);
    write_address(w, &c->address);
    write_formed(w, "hours", &c->hours, has_room);
    write_formed(w, "phone", &c->phone, has_room);
    write_formed(w, "fax", &c->fax, has_room);
    write_formed(w, "email", &c->email, email_has_form);
    write_formed(w, "website", &c->website, website_has_form);
    write_formed(w, "copyright", &c->copyright, has_room);
    json_close(&w->json, '}');
    builder_char(&w->json.b, '\n');
    return builder_str(&w->json.b);
}

struct draft_files draft_write(struct draft *draft, const struct post *post,
                               const struct words *words)
{
    struct line_walk walk = {post, 0, 0};
    struct writer article = {{.b = {.arena = draft->arena}}, draft, post, words, &walk};
    struct writer clinic = {{.b = {.arena = draft->arena}}, draft, post, words, &walk};
    struct draft_files files = {0};
    files.article = article_json(&article);
    files.clinic = clinic_json(&clinic);
    return files;
}

/* ---- What was left out ---- */

/* Messages are few and whole: parts with one reason that follow each other share one, and behind
 * so many all further parts of a reason do. */
enum { MESSAGES_MOST = 40 };

struct message {
    enum reason reason;
    uint32_t line;
    struct builder text;
};

struct messages {
    ARRAY(struct message);
};

static struct message *message_for(struct arena *arena, struct messages *messages,
                                   enum reason reason)
{
    for (size_t i = messages->count; i > 0; i--) {
        if (messages->at[i - 1].reason == reason)
            return &messages->at[i - 1];
        if (messages->count < MESSAGES_MOST)
            break;
    }
    struct message *message = ARRAY_PUSH(arena, messages);
    *message = (struct message){.reason = reason, .text = {.arena = arena}};
    return message;
}

void draft_tell_left(const struct draft *draft, const struct post *post)
{
    static const char *const reasons[] = {
#define REASON(id, words) words,
#include "import/reason.def"
#undef REASON
    };
    struct messages messages = {0};
    struct line_walk walk = {post, 0, 0};
    for (size_t i = 0; i < draft->left.count; i++) {
        const struct left_piece *left = &draft->left.at[i];
        struct message *message = message_for(draft->arena, &messages, left->reason);
        if (message->text.len)
            builder_add(&message->text, STR(" | "));
        if (!message->line || left->line < message->line)
            message->line = left->line;
        builder_add(&message->text, left->text);
    }
    for (size_t i = 0; i < messages.count; i++) {
        struct message *message = &messages.at[i];
        diag_add(post->diags, DIAG_POST_LEFT_OUT, line_place(&walk, message->line),
                 str_of(reasons[message->reason]), builder_str(&message->text));
    }
}
