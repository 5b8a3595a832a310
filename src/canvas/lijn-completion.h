/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A popover at an entry with lines that one may mean. The focus stays in the entry. */
typedef struct _LijnCompletion LijnCompletion;

typedef void (*LijnCompletionChosen) (LijnCompletion *self, const char *line, gpointer data);

LijnCompletion *lijn_completion_new (GtkWidget *entry);
void lijn_completion_free (LijnCompletion *self);

/* @chosen is called when a line is clicked. */
void lijn_completion_on_chosen (LijnCompletion *self, LijnCompletionChosen chosen, gpointer data);

/* Offers @lines (nullable) but the one that is @typed; hides the popover when there is none. */
void lijn_completion_offer (LijnCompletion *self, const char *const *lines, const char *typed);
gboolean lijn_completion_is_offered (LijnCompletion *self);

/* Chooses the next line (@by 1) or the one before (-1); before the first, none. Returns: FALSE when
 * there is nothing to choose that way. */
gboolean lijn_completion_move (LijnCompletion *self, int by);

/* Returns: (transfer full) (nullable): the line chosen with lijn_completion_move(). */
char *lijn_completion_dup_chosen (LijnCompletion *self);

/* Returns: (transfer full) (nullable): that, else the first. */
char *lijn_completion_dup_best (LijnCompletion *self);

G_END_DECLS
