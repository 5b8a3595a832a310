/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-registers.h"

#include "lijn-paint-aims.h"
#include "lijn-progress.h"
#include "lijn-text.h"

/* The page for a steering group, as of the moment at which the document was made. */

typedef struct
{
  LijnProject *project;
  gint64 now;
  double width;
} Aims;

static void
aims_free (gpointer data)
{
  Aims *aims = data;

  g_object_unref (aims->project);
  g_free (aims);
}

/* Returns: the height. */
static double
paint (cairo_t *cr, const Aims *aims)
{
  const LijnPaintOptions options = { .palette = LIJN_PALETTE_PAPER };

  return lijn_paint_aims_page (cr, aims->project, aims->now, 0, 0, aims->width, &options);
}

static void
draw (cairo_t *cr, gpointer data)
{
  paint (cr, data);
}

static double
measure (const Aims *aims)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double height = paint (cr, aims);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return height;
}

static gboolean
has_something_to_say (LijnProject *project)
{
  g_autoptr (LijnAims) aims = lijn_aims_new (project);

  for (guint aim = 0; aim < LIJN_N_AIMS; aim++)
    if (lijn_aims_get (aims, (LijnAim) aim, LIJN_AIMS_NOW).lack == LIJN_LACK_NOTHING)
      return TRUE;
  return FALSE;
}

void
lijn_registers_add_aims (const LijnRegisters *self, LijnSheet *sheet)
{
  Aims *aims;

  if (self->map != NULL || !has_something_to_say (self->project))
    return;

  aims = g_new (Aims, 1);
  *aims = (Aims){ g_object_ref (self->project), lijn_now (), lijn_sheet_get_text_width (sheet) };
  lijn_sheet_begin_part (sheet);
  lijn_sheet_mark (sheet, "aims");
  lijn_sheet_add_drawing (
      sheet, &(LijnSheetDrawing){ aims->width, measure (aims), draw, aims, aims_free });
}
