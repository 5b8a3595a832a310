/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-rules.h"
#include "lijn-view.h"

G_BEGIN_DECLS

/* A line of the list of findings: the heading of a kind, or a finding. */
#define LIJN_TYPE_CHECK_LINE (lijn_check_line_get_type ())
G_DECLARE_FINAL_TYPE (LijnCheckLine, lijn_check_line, LIJN, CHECK_LINE, GObject)

LijnCheckLine *lijn_check_line_new_heading (LijnCheckKind kind, guint n_findings);
LijnCheckLine *lijn_check_line_new (const LijnFinding *finding);
LijnObject *lijn_check_line_get_object (LijnCheckLine *self); /* (transfer none) (nullable) */

/* Shows a line, with what can be done about it. */
#define LIJN_TYPE_CHECK_ROW (lijn_check_row_get_type ())
G_DECLARE_FINAL_TYPE (LijnCheckRow, lijn_check_row, LIJN, CHECK_ROW, AdwBin)

GtkWidget *lijn_check_row_new (LijnView *view);
void lijn_check_row_set_line (LijnCheckRow *self, LijnCheckLine *line); /* (nullable) */

G_END_DECLS
