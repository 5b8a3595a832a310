/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-document-private.h"

/* Links inside of the document: from a pin or tag on a map to its row in the registers, and from the
 * row back. */

static gboolean
takes_links (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
}

/* Whole points are exact enough, and are written alike in every locale. */
static void
add_link (cairo_t *cr, const LijnRect *rect, guint page, double x, double y)
{
  g_autofree char *attributes = g_strdup_printf (
      "rect=[%.0f %.0f %.0f %.0f] page=%u pos=[%.0f %.0f]", rect->x, rect->y, rect->width,
      rect->height, page + 1, MAX (x, 0), MAX (y, 0));

  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

/* Where @rect of the map is on paper. Returns: the page among those of the map. */
static guint
place_on_paper (const LijnDocumentMap *page, const LijnRect *rect, LijnRect *place)
{
  guint index = lijn_strips_place (page->strips, rect, place);

  place->x += LIJN_DOCUMENT_MARGIN;
  place->y += LIJN_DOCUMENT_MARGIN;
  return index;
}

static void
link_rect (LijnDocument *self, const LijnDocumentMap *page, cairo_t *cr, LijnObject *object,
           const LijnRect *rect)
{
  LijnRect place;
  guint to;
  double y;

  if (place_on_paper (page, rect, &place) == page->index &&
      lijn_sheet_find (self->sheet, lijn_object_get_id (object), &to, &y))
    add_link (cr, &place, self->maps->len + to, 0, y);
}

void
lijn_document_link_map (LijnDocument *self, const LijnDocumentMap *page, cairo_t *cr)
{
  GListModel *frictions = lijn_project_list (self->project, LIJN_TABLE_FRICTION);
  GPtrArray *interfaces = lijn_project_referrers (self->project, LIJN_TABLE_INTERFACE, "map",
                                                  LIJN_OBJECT (page->map));
  guint n = g_list_model_get_n_items (frictions);

  if (!takes_links (cr))
    return;
  for (guint i = 0; i < interfaces->len; i++)
    {
      LijnRect rect;

      if (lijn_layout_get_tag (page->layout, g_ptr_array_index (interfaces, i), &rect))
        link_rect (self, page, cr, g_ptr_array_index (interfaces, i), &rect);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (frictions, i);
      LijnFriction *face = lijn_layout_get_face (page->layout, friction);
      LijnPoint tip;
      double size;

      if ((face == NULL || face == friction) &&
          lijn_layout_get_pin (page->layout, friction, &tip, &size))
        {
          LijnRect rect = lijn_pin_rect (&tip, size);

          link_rect (self, page, cr, LIJN_OBJECT (friction), &rect);
        }
    }
}

static gboolean
find_on_map (const LijnDocumentMap *page, const char *id, LijnRect *rect)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (page->map));
  LijnObject *object = lijn_project_find_any (project, id);
  LijnPoint tip;
  double size;

  if (LIJN_IS_INTERFACE (object))
    return lijn_layout_get_tag (page->layout, LIJN_INTERFACE (object), rect);
  if (!LIJN_IS_FRICTION (object) ||
      !lijn_layout_get_pin (page->layout, LIJN_FRICTION (object), &tip, &size))
    return FALSE;
  *rect = lijn_pin_rect (&tip, size);
  return TRUE;
}

typedef struct
{
  LijnDocument *document;
  cairo_t *cr;
} Linking;

/* From a row to its place on the map. */
static void
link_to_map_cb (const char *leads_to, const LijnRect *rect, gpointer data)
{
  Linking *linking = data;
  GArray *maps = linking->document->maps;

  for (guint i = 0; i < maps->len; i++)
    {
      const LijnDocumentMap *page = &g_array_index (maps, LijnDocumentMap, i);
      LijnRect on_map, place;

      if (page->index > 0 || !find_on_map (page, leads_to, &on_map))
        continue;
      i += place_on_paper (page, &on_map, &place);
      add_link (linking->cr, rect, i, 0, place.y);
      return;
    }
}

void
lijn_document_paint_sheet (LijnDocument *self, guint page, cairo_t *cr)
{
  Linking linking = { self, cr };

  lijn_sheet_paint (self->sheet, page, cr, takes_links (cr) ? link_to_map_cb : NULL, &linking);
}
