/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-rules.h"
#include "lijn-view.h"

G_BEGIN_DECLS

/* What can be done about a finding of the review, at once and on the spot.
 *
 * Returns: (transfer floating) (nullable): a button that does it, or that opens a list of what to do
 * it with; NULL when a person must look first. */
GtkWidget *lijn_remedies_make (LijnView *view, const LijnFinding *finding);

G_END_DECLS
