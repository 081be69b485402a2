/*
 * What figures say.  The vCard is version 3.0 (RFC 2426), which phones read best; it has what the
 * contact block prints, and no more words than it must, since each makes the modules smaller.
 */
#include "compose/composer.h"

/* RFC 2426, 5: commas, semicolons and backslashes are escaped in values. */
static void add_value(struct builder *b, const char *before, struct str value)
{
    if (!value.len)
        return;
    builder_add(b, str_of(before));
    for (size_t i = 0; i < value.len; i++) {
        if (value.ptr[i] == ',' || value.ptr[i] == ';' || value.ptr[i] == '\\')
            builder_char(b, '\\');
        builder_char(b, value.ptr[i]);
    }
    builder_add(b, STR("\r\n"));
}

static struct str vcard(struct arena *arena, const struct clinic *clinic)
{
    struct builder b = {.arena = arena};
    struct str name = tidy(arena, clinic->name.str);
    builder_add(&b, STR("BEGIN:VCARD\r\nVERSION:3.0\r\n"));
    add_value(&b, "N:", name);
    add_value(&b, "FN:", name);
    add_value(&b, "TEL:", tidy(arena, clinic->phone.str));
    add_value(&b, "TEL;TYPE=FAX:", tidy(arena, clinic->fax.str));
    add_value(&b, "EMAIL:", tidy(arena, clinic->email.str));
    add_value(&b, "URL:", web_uri(arena, tidy(arena, clinic->website.str)));
    add_value(&b, "ADR:;;", compose_address(arena, clinic));
    builder_add(&b, STR("END:VCARD\r\n"));
    return builder_str(&b);
}

struct str compose_qr_text(struct arena *arena, const struct article *article,
                           const struct clinic *clinic)
{
    switch (clinic->qr) {
    case QR_CONTACT:
        return vcard(arena, clinic);
    case QR_WEBSITE:
        return web_uri(arena, tidy(arena, clinic->website.str));
    case QR_SOURCE:
        return tidy(arena, article->published.url.str);
    case QR_NONE:
        break;
    }
    return (struct str){0};
}

static struct str filled(struct arena *arena, const struct labels *labels,
                         const struct clinic *clinic, enum label label, struct str text)
{
    struct phrase phrase = {.arena = arena};
    struct run argument = {.text = tidy(arena, text)};
    phrase_fill(&phrase, compose_labels(labels, clinic).wording[label], &argument, 1);
    return phrase.count ? phrase.at[0].text : STR("");
}

struct str compose_qr_alt(struct arena *arena, const struct article *article,
                          const struct clinic *clinic, const struct labels *labels)
{
    if (clinic->qr == QR_CONTACT)
        return filled(arena, labels, clinic, LABEL_QR_CONTACT, clinic->name.str);
    return filled(arena, labels, clinic, LABEL_QR_LINK, compose_qr_text(arena, article, clinic));
}

struct str compose_logo_alt(struct arena *arena, const struct clinic *clinic,
                            const struct labels *labels)
{
    if (clinic->logo_alt.str.len)
        return tidy(arena, clinic->logo_alt.str);
    return filled(arena, labels, clinic, LABEL_LOGO, clinic->name.str);
}
