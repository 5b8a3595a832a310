/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* What can be chosen, in order: values with what they are called. */
typedef struct _LijnChoices LijnChoices;

/* Returns: whether @candidate may be chosen for @object. */
typedef gboolean (*LijnChoiceFilter) (LijnObject *object, LijnObject *candidate);

LijnChoices *lijn_choices_new (void);
void lijn_choices_free (LijnChoices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnChoices, lijn_choices_free)

void lijn_choices_add (LijnChoices *self, const char *value, const char *label);

/* Adds what lijn_edit_set() takes for @column, an enumeration or a reference, of @object: all words,
 * or nothing and the objects for which @filter (nullable) says so, and the one that it is now. */
void lijn_choices_add_column (LijnChoices *self, LijnView *view, LijnObject *object,
                              const char *column, LijnChoiceFilter filter);

guint lijn_choices_count (LijnChoices *self);
const char *lijn_choices_get_value (LijnChoices *self, guint i);
const char *lijn_choices_get_label (LijnChoices *self, guint i);
gboolean lijn_choices_equal (LijnChoices *self, LijnChoices *other); /* either may be NULL */

/* Returns: (transfer full): the labels, for a drop-down. */
GtkStringList *lijn_choices_to_list (LijnChoices *self);

G_END_DECLS
