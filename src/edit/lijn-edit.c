/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-edit.h"

#include "lijn-verb.h"

/* Beginning and ending an edit. Every verb is one: on its own it is a step of the undo history,
 * inside another edit it is a part of that one's step. */

static void
lijn_edit_free (LijnEdit *self)
{
  g_clear_object (&self->project);
  g_free (self);
}

/* What is done while a session runs belongs to it, whoever does it. */
static void
tell_session (LijnProject *project)
{
  LijnSession *session = lijn_project_get_running_session (project);

  lijn_store_set_session (lijn_project_get_store (project),
                          session != NULL ? lijn_object_get_id (LIJN_OBJECT (session)) : NULL);
}

LijnEdit *
lijn_edit_begin (LijnProject *project, const char *label, GError **error)
{
  LijnTransaction *transaction = lijn_transaction_begin (lijn_project_get_store (project), label,
                                                         error);
  LijnEdit *self;

  if (transaction == NULL)
    return NULL;

  tell_session (project);
  self = g_new0 (LijnEdit, 1);
  self->project = g_object_ref (project);
  self->transaction = transaction;
  return self;
}

/* What an inner edit made must be found before the outer one ends, so readers see it now. */
gboolean
lijn_edit_commit (LijnEdit *self, GError **error)
{
  gboolean done = lijn_transaction_flush (self->transaction, error);

  if (done)
    done = lijn_transaction_commit (g_steal_pointer (&self->transaction), error);

  lijn_edit_drop (self);
  return done;
}

void
lijn_edit_set_beginning (LijnEdit *self)
{
  lijn_transaction_set_lasting (self->transaction);
}

void
lijn_edit_drop (LijnEdit *self)
{
  g_clear_pointer (&self->transaction, lijn_transaction_drop);
  lijn_edit_free (self);
}

gboolean
lijn_edit_undo (LijnProject *project, LijnChanges **changes, GError **error)
{
  tell_session (project);
  return lijn_store_undo (lijn_project_get_store (project), changes, error);
}

gboolean
lijn_edit_redo (LijnProject *project, LijnChanges **changes, GError **error)
{
  tell_session (project);
  return lijn_store_redo (lijn_project_get_store (project), changes, error);
}
