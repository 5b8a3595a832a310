/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-document.h"
#include "lijn-output.h"
#include "lijn-text.h"

#include <cairo-pdf.h>

/* A document as PDF, with its title, its author's program and a table of contents. */

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define LAID_OUT 0.3 /* of the work, when the document is made and nothing painted yet */

static void
describe (cairo_surface_t *surface, LijnProject *project)
{
  g_autofree char *now = lijn_time_to_iso (lijn_now () / G_USEC_PER_SEC * G_USEC_PER_SEC);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  lijn_project_get_title (project));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Waslijn " LIJN_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, now);
}

static void
add_outline (cairo_surface_t *surface, LijnDocument *document)
{
  const char *title;
  guint page;
  double y;

  for (guint i = 0; (title = lijn_document_get_part (document, i, &page, &y)) != NULL; i++)
    {
      g_autofree char *place = g_strdup_printf ("page=%u pos=[0 %.0f]", page + 1, y);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, place, 0);
    }
}

static void
tell (LijnProgress progress, gpointer data, double part)
{
  if (progress != NULL)
    progress (part, data);
}

/* Returns: what the surface ended with. */
static cairo_status_t
paint_pages (LijnDocument *document, LijnProject *project, LijnOutput *output,
             LijnProgress progress, gpointer data, GCancellable *cancellable)
{
  guint n = lijn_document_count_pages (document);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (lijn_output_write, output,
                                                                  A4_WIDTH, A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  describe (surface, project);
  for (guint page = 0; page < n && !g_cancellable_is_cancelled (cancellable); page++)
    {
      double width, height;

      lijn_document_get_page_size (document, page, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      lijn_document_paint_page (document, page, cr);
      cairo_show_page (cr);
      tell (progress, data, LAID_OUT + (0.95 - LAID_OUT) * (page + 1) / n);
    }
  if (!g_cancellable_is_cancelled (cancellable))
    add_outline (surface, document);
  return lijn_output_close (cr, surface);
}

/* @about NULL: maps and registers; a session: its minutes behind the maps; a team: its charter. */
static LijnDocument *
make_document (LijnProject *project, LijnMap *map, gpointer about, const LijnAudience *audience,
               LijnOverlay overlay)
{
  if (LIJN_IS_SESSION (about))
    return lijn_document_new_minutes_for (about, audience, A4_WIDTH, A4_HEIGHT, TRUE);
  if (LIJN_IS_TEAM (about))
    return lijn_document_new_charter (about, audience, A4_WIDTH, A4_HEIGHT);
  return lijn_document_new_for (project, map, audience, overlay, A4_WIDTH, A4_HEIGHT, TRUE);
}

static gboolean
publish (LijnProject *project, LijnMap *map, gpointer about, const LijnAudience *audience,
         LijnOverlay overlay, const char *path, LijnProgress progress, gpointer data,
         GCancellable *cancellable, GError **error)
{
  g_autoptr (LijnOutput) output = lijn_output_begin (path, cancellable, error);
  g_autoptr (LijnDocument) document = NULL;
  cairo_status_t status;

  if (output == NULL)
    return FALSE;
  tell (progress, data, 0);
  document = make_document (project, map, about, audience, overlay);
  tell (progress, data, LAID_OUT);
  status = paint_pages (document, project, output, progress, data, cancellable);
  if (!lijn_output_finish (g_steal_pointer (&output), status, error))
    return FALSE;
  tell (progress, data, 1);
  return TRUE;
}

gboolean
lijn_publish_pdf (LijnProject *project, LijnMap *map, const LijnAudience *audience,
                  LijnOverlay overlay, const char *path, LijnProgress progress, gpointer data,
                  GCancellable *cancellable, GError **error)
{
  return publish (project, map, NULL, audience, overlay, path, progress, data, cancellable, error);
}

gboolean
lijn_publish_minutes (LijnSession *session, const LijnAudience *audience, const char *path,
                      LijnProgress progress, gpointer data, GCancellable *cancellable,
                      GError **error)
{
  return publish (lijn_object_get_project (LIJN_OBJECT (session)), NULL, session, audience,
                  LIJN_OVERLAY_NONE, path, progress, data, cancellable, error);
}

gboolean
lijn_publish_charter (LijnTeam *team, const LijnAudience *audience, const char *path,
                      GCancellable *cancellable, GError **error)
{
  return publish (lijn_object_get_project (LIJN_OBJECT (team)), NULL, team, audience,
                  LIJN_OVERLAY_NONE, path, NULL, NULL, cancellable, error);
}
