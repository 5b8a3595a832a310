/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-document.h"

#include "lijn-registers.h"
#include "lijn-strips.h"
#include "lijn-text.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <math.h>

/* Map pages first, then the pages of one sheet with the registers; a footer on each. On a PDF
 * surface pins lead to their rows and rows back to their map. */

#define MARGIN 30.0
#define FOOTER 30.0
#define MOST_SCALE 1.35 /* a small map is not blown up to fill its page */
#define LEAST_TEXT 5.0 /* points: smaller text on a map asks for a larger page */
#define LARGER G_SQRT2 /* from A4 to A3 */

typedef struct
{
  LijnMap *map;
  LijnLayout *layout;
  LijnStrips *strips;
  guint index; /* of the page among those of the map */
  double width, height; /* of the page */
} MapPage;

typedef struct
{
  char *title;
  guint page;
  double y;
} Part;

struct _LijnDocument
{
  GObject parent_instance;

  LijnProject *project;
  LijnAudience audience;
  char *party; /* what audience.party points at */
  double page_width, page_height;
  LijnPaintOptions options; /* of the maps */
  GArray *maps; /* of MapPage */
  LijnSheet *sheet;
  GArray *parts;
  char *date;
};

G_DEFINE_FINAL_TYPE (LijnDocument, lijn_document, G_TYPE_OBJECT)

static void
map_page_clear (gpointer data)
{
  MapPage *page = data;

  g_clear_pointer (&page->strips, lijn_strips_unref);
  g_clear_object (&page->layout);
  g_clear_object (&page->map);
}

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->title);
}

static void
set_on_page (const LijnDocument *self, MapPage *page, double least_text)
{
  g_clear_pointer (&page->strips, lijn_strips_unref);
  page->strips = lijn_strips_new (page->layout, &self->options, page->width - 2 * MARGIN,
                                  page->height - 2 * MARGIN - FOOTER, least_text, MOST_SCALE);
}

static void
add_part (LijnDocument *self, const char *title, guint page, double y)
{
  Part part = { g_strdup (title), page, y };

  g_array_append_val (self->parts, part);
}

/* Takes what @page holds. */
static void
add_pages (LijnDocument *self, MapPage *page)
{
  guint n = lijn_strips_count_pages (page->strips);

  g_array_append_vals (self->maps, page, 1);
  for (guint i = 1; i < n; i++)
    {
      MapPage next = { g_object_ref (page->map),
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
  MapPage page = { .map = g_object_ref (map),
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
  add_part (self, lijn_map_get_title (map), self->maps->len, 0);
  add_pages (self, &page);
}

static void
add_maps (LijnDocument *self, LijnMap *only, gboolean larger)
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

static void
add_registers (LijnDocument *self, LijnMap *only)
{
  LijnRegisters registers = { self->project, only, self->audience };
  const struct
  {
    const char *id, *title;
  } parts[] = {
    { "aims", _ ("The four aims") },
    { "friction", _ ("Friction points") },
    { "interfaces", _ ("Interfaces") },
    { "teams", _ ("Teams") },
  };

  lijn_registers_add_aims (&registers, self->sheet);
  lijn_registers_add_friction (&registers, self->sheet);
  lijn_registers_add_interfaces (&registers, self->sheet);
  lijn_registers_add_teams (&registers, self->sheet);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint page;
      double y;

      if (lijn_sheet_find (self->sheet, parts[i].id, &page, &y))
        add_part (self, parts[i].title, self->maps->len + page, y);
    }
}

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

static void
paint_footer (LijnDocument *self, guint page, cairo_t *cr)
{
  const LijnColor *soft = &lijn_palette_get (LIJN_PALETTE_PAPER)->soft;
  g_autofree char *audience = describe_audience (self);
  g_autofree char *left = g_strdup_printf (_ ("%s · %s"), lijn_project_get_title (self->project),
                                           audience);
  g_autofree char *right = g_strdup_printf (_ ("%s · page %u of %u"), self->date, page + 1,
                                            lijn_document_count_pages (self));
  double width, height, margin;

  lijn_document_get_page_size (self, page, &width, &height);
  margin = page < self->maps->len ? MARGIN : LIJN_SHEET_MARGIN;
  cairo_set_source_rgb (cr, soft->red, soft->green, soft->blue);
  show_line (cr, left, margin, height - FOOTER - 4, 0);
  show_line (cr, right, width - margin, height - FOOTER - 4, 1);
}

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
place_on_paper (const MapPage *page, const LijnRect *rect, LijnRect *place)
{
  guint index = lijn_strips_place (page->strips, rect, place);

  place->x += MARGIN;
  place->y += MARGIN;
  return index;
}

static void
link_rect (LijnDocument *self, const MapPage *page, cairo_t *cr, LijnObject *object,
           const LijnRect *rect)
{
  LijnRect place;
  guint to;
  double y;

  if (place_on_paper (page, rect, &place) == page->index &&
      lijn_sheet_find (self->sheet, lijn_object_get_id (object), &to, &y))
    add_link (cr, &place, self->maps->len + to, 0, y);
}

/* From pins and tags on the map to their rows in the registers. */
static void
link_map (LijnDocument *self, const MapPage *page, cairo_t *cr)
{
  GListModel *frictions = lijn_project_list (self->project, LIJN_TABLE_FRICTION);
  GPtrArray *interfaces = lijn_project_referrers (self->project, LIJN_TABLE_INTERFACE, "map",
                                                  LIJN_OBJECT (page->map));
  guint n = g_list_model_get_n_items (frictions);

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

static void
paint_map (LijnDocument *self, const MapPage *page, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  lijn_strips_paint (page->strips, page->index, cr);
  cairo_restore (cr);
  if (takes_links (cr))
    link_map (self, page, cr);
}

typedef struct
{
  LijnDocument *document;
  cairo_t *cr;
} Linking;

static gboolean
find_on_map (const MapPage *page, const char *id, LijnRect *rect)
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

/* From a row to its place on the map. */
static void
link_to_map_cb (const char *leads_to, const LijnRect *rect, gpointer data)
{
  Linking *linking = data;
  GArray *maps = linking->document->maps;

  for (guint i = 0; i < maps->len; i++)
    {
      const MapPage *page = &g_array_index (maps, MapPage, i);
      LijnRect on_map, place;

      if (page->index > 0 || !find_on_map (page, leads_to, &on_map))
        continue;
      i += place_on_paper (page, &on_map, &place);
      add_link (linking->cr, rect, i, 0, place.y);
      return;
    }
}

static void
lijn_document_finalize (GObject *object)
{
  LijnDocument *self = LIJN_DOCUMENT (object);

  g_clear_pointer (&self->maps, g_array_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->sheet, lijn_sheet_free);
  g_clear_pointer (&self->party, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (lijn_document_parent_class)->finalize (object);
}

LijnDocument *
lijn_document_new_minutes (LijnSession *session, const LijnAudience *audience, double page_width,
                           double page_height)
{
  return lijn_document_new_minutes_for (session, audience, page_width, page_height, FALSE);
}

LijnDocument *
lijn_document_new (LijnProject *project, LijnMap *map, const LijnAudience *audience,
                   LijnOverlay overlay, double page_width, double page_height)
{
  return lijn_document_new_for (project, map, audience, overlay, page_width, page_height, FALSE);
}

guint
lijn_document_count_pages (LijnDocument *self)
{
  return self->maps->len + lijn_sheet_count_pages (self->sheet);
}

void
lijn_document_get_page_size (LijnDocument *self, guint page, double *width, double *height)
{
  if (page < self->maps->len)
    {
      const MapPage *map = &g_array_index (self->maps, MapPage, page);

      *width = map->width;
      *height = map->height;
      return;
    }
  *width = MIN (self->page_width, self->page_height);
  *height = MAX (self->page_width, self->page_height);
}

/* The paper first, in one operation that covers the page: without it cairo's PDF surface takes time
 * that grows with the square of what is painted. */
void
lijn_document_paint_page (LijnDocument *self, guint page, cairo_t *cr)
{
  const LijnColor *paper = &lijn_palette_get (LIJN_PALETTE_PAPER)->paper;
  Linking linking = { self, cr };

  cairo_save (cr);
  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
  if (page < self->maps->len)
    paint_map (self, &g_array_index (self->maps, MapPage, page), cr);
  else
    lijn_sheet_paint (self->sheet, page - self->maps->len, cr,
                      takes_links (cr) ? link_to_map_cb : NULL, &linking);
  paint_footer (self, page, cr);
  cairo_restore (cr);
}

static LijnDocument *
make (LijnProject *project, const LijnAudience *audience, double page_width, double page_height)
{
  LijnDocument *self = g_object_new (LIJN_TYPE_DOCUMENT, NULL);

  self->project = g_object_ref (project);
  self->audience = *audience;
  self->party = g_strdup (audience->party);
  self->audience.party = self->party;
  self->page_width = page_width;
  self->page_height = page_height;
  self->options = (LijnPaintOptions){ .palette = LIJN_PALETTE_PAPER, .pins = TRUE };
  self->date = lijn_text_today ();
  self->sheet = lijn_sheet_new (MIN (page_width, page_height), MAX (page_width, page_height));
  return self;
}

LijnDocument *
lijn_document_new_for (LijnProject *project, LijnMap *map, const LijnAudience *audience,
                       LijnOverlay overlay, double page_width, double page_height, gboolean larger)
{
  LijnDocument *self = make (project, audience, page_width, page_height);

  self->options.overlay = overlay;
  add_maps (self, map, larger);
  add_registers (self, map);
  if (lijn_document_count_pages (self) == 0)
    lijn_sheet_add (self->sheet, LIJN_SHEET_SOFT, _ ("There is no map in this project yet."));
  return self;
}

LijnDocument *
lijn_document_new_minutes_for (LijnSession *session, const LijnAudience *audience,
                               double page_width, double page_height, gboolean larger)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (session));
  LijnDocument *self = make (project, audience, page_width, page_height);
  LijnRegisters registers = { project, NULL, self->audience };

  add_maps (self, NULL, larger);
  add_part (self, C_ ("of a session", "Minutes"), self->maps->len, 0);
  lijn_registers_add_minutes (&registers, self->sheet, session);
  return self;
}

LijnDocument *
lijn_document_new_charter (LijnTeam *team, const LijnAudience *audience, double page_width,
                           double page_height)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (team));
  LijnDocument *self = make (project, audience, page_width, page_height);
  LijnRegisters registers = { project, NULL, self->audience };

  add_part (self, lijn_team_get_name (team), 0, 0);
  lijn_registers_add_charter (&registers, self->sheet, team);
  return self;
}

const char *
lijn_document_get_part (LijnDocument *self, guint i, guint *page, double *y)
{
  const Part *part;

  if (i >= self->parts->len)
    return NULL;
  part = &g_array_index (self->parts, Part, i);
  *page = part->page;
  *y = part->y;
  return part->title;
}

static void
lijn_document_class_init (LijnDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lijn_document_finalize;
}

static void
lijn_document_init (LijnDocument *self)
{
  self->maps = g_array_new (FALSE, FALSE, sizeof (MapPage));
  g_array_set_clear_func (self->maps, map_page_clear);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
}
