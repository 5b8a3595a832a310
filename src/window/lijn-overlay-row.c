/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-overlay-row.h"

#include "lijn-looks.h"
#include "lijn-whole-choice.h"

#include <glib/gi18n.h>

void
lijn_overlay_row_fill (AdwComboRow *row, LijnView *view)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 0; i < LIJN_N_OVERLAYS; i++)
    gtk_string_list_append (names, lijn_looks_name_overlay ((LijnOverlay) i));
  lijn_whole_choice_set (row);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, (guint) lijn_view_get_overlay (view));
}

LijnOverlay
lijn_overlay_row_get (AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < LIJN_N_OVERLAYS ? (LijnOverlay) selected : LIJN_OVERLAY_NONE;
}

GtkWidget *
lijn_overlay_row_new (LijnView *view)
{
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Over the _maps"), "use-underline",
                                 TRUE, NULL);

  lijn_overlay_row_fill (ADW_COMBO_ROW (row), view);
  return row;
}
