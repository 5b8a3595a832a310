/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-registers.h"

#include "lijn-paint-aims.h"
#include "lijn-progress.h"
#include "lijn-text.h"

/* The page for a steering group. It is recorded when the document is made, so that it shows the
 * project as it was then. */

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
  const LijnPaintOptions options = { .palette = LIJN_PALETTE_PAPER };
  const gint64 now = lijn_now ();
  double width = lijn_sheet_get_text_width (sheet);
  cairo_surface_t *surface;
  cairo_t *cr;
  double height;

  if (self->map != NULL || !has_something_to_say (self->project))
    return;

  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (surface);
  height = lijn_paint_aims_page (cr, self->project, now, 0, 0, width, &options);
  cairo_destroy (cr);

  lijn_sheet_begin_part (sheet);
  lijn_sheet_mark (sheet, "aims");
  lijn_sheet_add_picture (sheet, surface, width, height);
  cairo_surface_destroy (surface);
}
