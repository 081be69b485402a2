/*
 * pango FILE: the example's words as a PDF, with Pango and cairo: what a program takes that sets
 * plain paragraphs, untagged, with fonts of the machine.  BENCH_TEXT names a file with the text.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

enum { WIDTH = 612, HEIGHT = 792, MARGIN = 43 }; /* points: Letter */

static void draw(cairo_t *cairo, const char *text)
{
    PangoLayout *layout = pango_cairo_create_layout(cairo);
    PangoFontDescription *font = pango_font_description_from_string("Inter 8.5");
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, (WIDTH - 2 * MARGIN) * PANGO_SCALE);
    pango_layout_set_text(layout, text, -1);
    cairo_move_to(cairo, MARGIN, MARGIN);
    pango_cairo_show_layout(cairo, layout);
    pango_font_description_free(font);
    g_object_unref(layout);
}

int main(int argc, char **argv)
{
    char *text;
    const char *name = getenv("BENCH_TEXT");
    if (argc != 2 || !name || !g_file_get_contents(name, &text, NULL, NULL))
        return 2;
    cairo_surface_t *surface = cairo_pdf_surface_create(argv[1], WIDTH, HEIGHT);
    cairo_t *cairo = cairo_create(surface);
    draw(cairo, text);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    int status = cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    g_free(text);
    return status;
}
