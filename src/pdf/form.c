/*
 * The page itself draws the lines and boxes to fill in, for those who print it.  So a field's
 * appearance is nothing, or a tick.
 *
 * Viewers set what is typed in the form's font, in a size that fits the field (0 Tf); thus a long
 * answer gets small before any of it is out of sight.  PDF/A forbids NeedAppearances, so
 * every field has an appearance from the start (ISO 19005-2, 6.4.1).
 */
#include "pdf/form.h"

#include "pdf/embed.h"

#define TYPED_FONT "Text"
#define TYPED_STYLE "/" TYPED_FONT " 0 Tf 0 g"

/* ---- Appearances ---- */

static struct obj *appearance(const struct form *form, struct str operators, int32_t width,
                              int32_t height)
{
    struct obj *stream = out_stream(form->out, operators, OUT_PLAIN);
    struct obj *box = out_array(form->out);
    const int32_t corners[] = {0, 0, width, height};
    for (int i = 0; i < 4; i++)
        array_milli(form->out, box, corners[i]);
    dict_name(form->out, stream, "Type", "XObject");
    dict_name(form->out, stream, "Subtype", "Form");
    dict_obj(form->out, stream, "BBox", box);
    dict_obj(form->out, stream, "Resources", form->resources);
    return stream;
}

/* Two strokes, down and up, with room to the edges of the box. */
static struct str tick(struct arena *arena, int32_t side)
{
    static const int points[][2] = {{22, 50}, {42, 26}, {78, 78}}; /* percent of the side */
    struct builder b = {.arena = arena};
    builder_milli(&b, side * 14 / 100);
    builder_add(&b, STR(" w 1 J 1 j 0 G\n"));
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        builder_milli(&b, side * points[i][0] / 100);
        builder_char(&b, ' ');
        builder_milli(&b, side * points[i][1] / 100);
        builder_add(&b, i ? STR(" l\n") : STR(" m\n"));
    }
    builder_add(&b, STR("S\n"));
    return builder_str(&b);
}

/* Boxes of one size share how they look. */
static struct obj *tick_states(struct form *form, int32_t side)
{
    if (form->side != side) {
        form->side = side;
        form->ticked = appearance(form, tick(form->arena, side), side, side);
        form->empty = appearance(form, STR(""), side, side);
    }
    struct obj *states = out_direct_dict(form->out);
    dict_obj(form->out, states, "Yes", form->ticked);
    dict_obj(form->out, states, "Off", form->empty);
    return states;
}

/* ---- Fields ---- */

static void make_tick(struct form *form, struct obj *field, struct obj *look, int32_t side)
{
    dict_name(form->out, field, "FT", "Btn");
    dict_name(form->out, field, "V", "Off");
    dict_name(form->out, field, "AS", "Off");
    dict_obj(form->out, look, "N", tick_states(form, side));
}

static void make_line(struct form *form, struct obj *field, struct obj *look,
                      const struct mark *mark)
{
    dict_name(form->out, field, "FT", "Tx");
    dict_text(form->out, field, "DA", STR(TYPED_STYLE));
    dict_obj(form->out, look, "N",
             appearance(form, STR("/Tx BMC\nEMC\n"), mark->width, mark->height));
}

static void open_form(struct form *form)
{
    if (form->fields)
        return;
    form->fields = out_array(form->out);
    form->resources = out_dict(form->out);
}

struct obj *form_field(struct form *form, const struct mark *mark)
{
    struct out *out = form->out;
    open_form(form);
    struct obj *field = out_dict(out), *look = out_direct_dict(out);
    dict_name(out, field, "Type", "Annot");
    dict_name(out, field, "Subtype", "Widget");
    dict_int(out, field, "F", 4); /* to be printed; PDF/A-2 6.3.2 */
    dict_text(out, field, "T", str_of_int(form->arena, ++form->count));
    dict_text(out, field, "TU", mark->tag->alt);
    if (mark->kind == MARK_TICK)
        make_tick(form, field, look, mark->width);
    else
        make_line(form, field, look, mark);
    dict_obj(out, field, "AP", look);
    array_obj(out, form->fields, field);
    return field;
}

void form_catalog(struct form *form, const struct fonts *fonts, struct obj *catalog)
{
    struct out *out = form->out;
    if (!form->fields)
        return;
    struct obj *dict = out_dict(out), *names = out_direct_dict(out);
    dict_obj(out, names, TYPED_FONT, embed_typed(out, fonts));
    dict_obj(out, form->resources, "Font", names);
    dict_obj(out, dict, "Fields", form->fields);
    dict_obj(out, dict, "DR", form->resources);
    dict_text(out, dict, "DA", STR(TYPED_STYLE));
    dict_obj(out, catalog, "AcroForm", dict);
}
