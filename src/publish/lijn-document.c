/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-document-private.h"

#include "lijn-registers.h"
#include "lijn-text.h"

#include <glib/gi18n.h>

/* Map pages first, then the pages of one sheet with the registers; a footer on each. On a PDF
 * surface pins lead to their rows and rows back to their map. */

typedef struct
{
  char *title;
  guint page;
  double y;
} Part;

G_DEFINE_FINAL_TYPE (LijnDocument, lijn_document, G_TYPE_OBJECT)

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->title);
}

void
lijn_document_add_part (LijnDocument *self, const char *title, guint page, double y)
{
  Part part = { g_strdup (title), page, y };

  g_array_append_val (self->parts, part);
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
        lijn_document_add_part (self, parts[i].title, self->maps->len + page, y);
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
      const LijnDocumentMap *map = &g_array_index (self->maps, LijnDocumentMap, page);

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

  cairo_save (cr);
  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
  if (page < self->maps->len)
    lijn_document_paint_map (self, &g_array_index (self->maps, LijnDocumentMap, page), cr);
  else
    lijn_document_paint_sheet (self, page - self->maps->len, cr);
  lijn_document_paint_footer (self, page, cr);
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
  lijn_document_add_maps (self, map, larger);
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

  lijn_document_add_maps (self, NULL, larger);
  lijn_document_add_part (self, C_ ("of a session", "Minutes"), self->maps->len, 0);
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

  lijn_document_add_part (self, lijn_team_get_name (team), 0, 0);
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
  self->maps = g_array_new (FALSE, FALSE, sizeof (LijnDocumentMap));
  g_array_set_clear_func (self->maps, lijn_document_map_clear);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
}
