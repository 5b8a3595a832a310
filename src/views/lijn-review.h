/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-rules.h"
#include "lijn-view.h"

G_BEGIN_DECLS

/* The built-in review of a project, followed: made anew when edits have come to rest and the program
 * is idle, so that it never stands in the way of drawing. All pages of a window share one.
 *
 * signal "changed": the findings are others. */

#define LIJN_TYPE_REVIEW (lijn_review_get_type ())
G_DECLARE_FINAL_TYPE (LijnReview, lijn_review, LIJN, REVIEW, GObject)

/* Returns: (transfer none): the review of the project of @view. */
LijnReview *lijn_review_of (LijnView *view);

/* Returns: (transfer none) (element-type LijnFinding): in the order of the kinds of findings. Good until
 * the next "changed". */
GPtrArray *lijn_review_get_findings (LijnReview *self);

/* Returns: how many of them nobody has set aside. */
guint lijn_review_count_open (LijnReview *self);

/* Makes it now, if anything has changed since: for who cannot wait. */
void lijn_review_update (LijnReview *self);

G_END_DECLS
