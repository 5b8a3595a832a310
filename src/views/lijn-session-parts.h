/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-inspect.h"

G_BEGIN_DECLS

/* What the sheet of a session is made of: each adds its groups to @page, a vertical box, and follows
 * the project from then on. */

void lijn_session_add_people (GtkBox *page, LijnView *view, LijnSession *session);
void lijn_session_add_agenda (GtkBox *page, LijnView *view, LijnSession *session);
void lijn_session_add_decisions (GtkBox *page, LijnView *view, LijnSession *session);
void lijn_session_add_parked (GtkBox *page, LijnView *view, LijnSession *session);
void lijn_session_add_ratings (GtkBox *page, LijnView *view, LijnSession *session);
void lijn_session_add_votes (GtkBox *page, LijnView *view, LijnSession *session);
void lijn_session_add_pareto (GtkBox *page, LijnView *view, LijnSession *session);

/* What has been revealed at @session, the largest gap first; what @ballot came to, once it is
 * closed. (transfer floating) */
GtkWidget *lijn_session_rated_list_new (LijnView *view, LijnSession *session);
GtkWidget *lijn_session_result_list_new (LijnView *view, LijnBallot *ballot);

/* Returns: (transfer none) (nullable): the vote of @session: the open one, else the last. */
LijnBallot *lijn_session_find_ballot (LijnSession *session);

/* Adds @row below the list in @group, in a list of its own. */
void lijn_session_add_row (AdwPreferencesGroup *group, GtkWidget *row);

/* A small flat button with an icon that does @verb with @object; @label says what that
 * is. */
typedef gboolean (*LijnRowVerb) (LijnView *view, LijnObject *object, GError **error);
GtkWidget *lijn_session_row_button (LijnView *view, gpointer object, const char *icon,
                                    const char *label, LijnRowVerb verb);

/* A check button for the FLAG @column of @object, named @label; it follows the object. */
GtkWidget *lijn_session_check_button (LijnView *view, gpointer object, const char *column,
                                      const char *label);

/* Calls @changed (swapped, with @target) now and after each change of the project, while @target
 * lives. */
void lijn_session_follow (LijnView *view, gpointer target, GCallback changed);

G_END_DECLS
