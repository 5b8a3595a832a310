/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-document-private.h"

#include <glib/gi18n.h>

/* The line at the bottom of each page. */

static void
show_line (cairo_t *cr, const char *text, double x, double y, double align)
{
  g_autoptr (PangoLayout) layout = lijn_type_layout (LIJN_TYPE_LABEL, text, -1, 1);
  PangoFontDescription *font = pango_font_description_copy (
      pango_layout_get_font_description (layout));
  int width;

  pango_font_description_set_absolute_size (font, 8 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_size (layout, &width, NULL);
  cairo_move_to (cr, x - align * width / PANGO_SCALE, y);
  pango_cairo_show_layout (cr, layout);
}

/* Says for whom the pages are, so that nobody passes on what is private. */
static char *
describe_audience (LijnDocument *self)
{
  LijnParty *party;

  if (self->audience.everything)
    return g_strdup (_ ("All content, private too"));
  party = self->party != NULL ? lijn_project_find (self->project, LIJN_TABLE_PARTY, self->party)
                              : NULL;
  if (party == NULL)
    return g_strdup (_ ("Shared content"));
  return g_strdup_printf (_ ("For %s, with its private content"), lijn_party_get_name (party));
}

void
lijn_document_paint_footer (LijnDocument *self, guint page, cairo_t *cr)
{
  const LijnColor *soft = &lijn_palette_get (LIJN_PALETTE_PAPER)->soft;
  g_autofree char *audience = describe_audience (self);
  g_autofree char *left = g_strdup_printf (_ ("%s · %s"), lijn_project_get_title (self->project),
                                           audience);
  g_autofree char *right = g_strdup_printf (_ ("%s · page %u of %u"), self->date, page + 1,
                                            lijn_document_count_pages (self));
  double width, height, margin;

  lijn_document_get_page_size (self, page, &width, &height);
  margin = page < self->maps->len ? LIJN_DOCUMENT_MARGIN : LIJN_SHEET_MARGIN;
  cairo_set_source_rgb (cr, soft->red, soft->green, soft->blue);
  show_line (cr, left, margin, height - LIJN_DOCUMENT_FOOTER - 4, 0);
  show_line (cr, right, width - margin, height - LIJN_DOCUMENT_FOOTER - 4, 1);
}
