/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-document-private.h"

/* The pages with maps. A map lies across the page; one that would be too small on it goes on over
 * more of them or, where paper may be larger, on larger ones. */

#define MOST_SCALE 1.35 /* a small map is not blown up to fill its page */
#define LEAST_TEXT 5.0 /* points: smaller text on a map asks for a larger page */
#define LARGER G_SQRT2 /* from A4 to A3 */

void
lijn_document_map_clear (gpointer data)
{
  LijnDocumentMap *page = data;

  g_clear_pointer (&page->strips, lijn_strips_unref);
  g_clear_object (&page->layout);
  g_clear_object (&page->map);
}

static void
set_on_page (const LijnDocument *self, LijnDocumentMap *page, double least_text)
{
  g_clear_pointer (&page->strips, lijn_strips_unref);
  page->strips = lijn_strips_new (
      page->layout, &self->options, page->width - 2 * LIJN_DOCUMENT_MARGIN,
      page->height - 2 * LIJN_DOCUMENT_MARGIN - LIJN_DOCUMENT_FOOTER, least_text, MOST_SCALE);
}

/* Takes what @page holds. */
static void
add_pages (LijnDocument *self, LijnDocumentMap *page)
{
  guint n = lijn_strips_count_pages (page->strips);

  g_array_append_vals (self->maps, page, 1);
  for (guint i = 1; i < n; i++)
    {
      LijnDocumentMap next = { g_object_ref (page->map),
                               g_object_ref (page->layout),
                               lijn_strips_ref (page->strips),
                               i,
                               page->width,
                               page->height };

      g_array_append_val (self->maps, next);
    }
}

static void
add_map (LijnDocument *self, LijnMap *map, gboolean larger)
{
  LijnDocumentMap page = { .map = g_object_ref (map),
                           .layout = lijn_layout_new (map, &self->audience),
                           .width = MAX (self->page_width, self->page_height),
                           .height = MIN (self->page_width, self->page_height) };

  if (larger)
    {
      set_on_page (self, &page, 0);
      if (lijn_strips_get_text_size (page.strips) < LEAST_TEXT)
        {
          page.width *= LARGER;
          page.height *= LARGER;
        }
    }
  set_on_page (self, &page, LEAST_TEXT);
  lijn_document_add_part (self, lijn_map_get_title (map), self->maps->len, 0);
  add_pages (self, &page);
}

void
lijn_document_add_maps (LijnDocument *self, LijnMap *only, gboolean larger)
{
  GListModel *maps = lijn_project_list (self->project, LIJN_TABLE_MAP);
  guint n = g_list_model_get_n_items (maps);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnMap) map = g_list_model_get_item (maps, i);

      if ((only == NULL || map == only) &&
          lijn_audience_may_see (&self->audience, LIJN_OBJECT (map)))
        add_map (self, map, larger);
    }
}

void
lijn_document_paint_map (LijnDocument *self, const LijnDocumentMap *page, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, LIJN_DOCUMENT_MARGIN, LIJN_DOCUMENT_MARGIN);
  lijn_strips_paint (page->strips, page->index, cr);
  cairo_restore (cr);
  lijn_document_link_map (self, page, cr);
}
