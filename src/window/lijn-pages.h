/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-map-page.h"

G_BEGIN_DECLS

/* The pages of a project, one of which is shown: the map, and the registers, teams, sessions and
 * figures beside it. A page is made when it is first shown, so that a window opens with the map
 * only; the list of kinds in lijn-pages.c is all that a new page must be added to. */

/* The panes that have a use beside a page. */
typedef enum
{
  LIJN_PANE_OUTLINE = 1 << 0,
  LIJN_PANE_INSPECTOR = 1 << 1,
  LIJN_PANE_BOTH = LIJN_PANE_OUTLINE | LIJN_PANE_INSPECTOR,
} LijnPanes;

typedef struct
{
  const char *name; /* for the action page.go */
  const char *title; /* not translated yet */
  LijnPanes panes;
  GtkWidget *(*make) (LijnView *view);
} LijnPageKind;

/* Returns: (transfer none): all kinds, in the order in which they are offered; the map first. */
const LijnPageKind *lijn_pages_get_kinds (guint *n);

#define LIJN_TYPE_PAGES (lijn_pages_get_type ())
G_DECLARE_FINAL_TYPE (LijnPages, lijn_pages, LIJN, PAGES, AdwBin)

/* Makes the map's page. Once. When something asks @view to show an object on the map, that page
 * comes to the front. */
void lijn_pages_set_view (LijnPages *self, LijnView *view);

GtkStack *lijn_pages_get_stack (LijnPages *self); /* for a switcher */
LijnMapPage *lijn_pages_get_map_page (LijnPages *self);

/* Brings a page to the front. Returns: its widget (transfer none); NULL when there is none called
 * @name. */
GtkWidget *lijn_pages_show (LijnPages *self, const char *name);

/* The same, without bringing it to the front. */
GtkWidget *lijn_pages_get (LijnPages *self, const char *name);
gboolean lijn_pages_is_map (LijnPages *self); /* the map is in front */
LijnPanes lijn_pages_get_panes (LijnPages *self); /* of the page in front */

/* Gives the focus to the page in front. */
void lijn_pages_grab_focus (LijnPages *self);

G_END_DECLS
