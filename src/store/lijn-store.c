/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-store.h"
#include "lijn-store-private.h"
#include "lijn-text.h"

#include <glib/gi18n.h>

/* The store itself: what is open, who speaks, and the two signals. Opening is in lijn-open.c,
 * reading in lijn-cursor.c, writing in lijn-transaction.c and lijn-rows.c, the history in
 * lijn-revisions.c and lijn-history.c. */

G_DEFINE_TYPE (LijnStore, lijn_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
lijn_store_emit_changed (LijnStore *self, LijnChanges *changes)
{
  if (lijn_changes_get_size (changes) > 0 || lijn_changes_is_everything (changes))
    g_signal_emit (self, signals[CHANGED], 0, changes);
}

void
lijn_store_emit_committed (LijnStore *self)
{
  g_signal_emit (self, signals[COMMITTED], 0);
}

const char *
lijn_store_get_path (LijnStore *self)
{
  g_return_val_if_fail (LIJN_IS_STORE (self), NULL);

  return self->path;
}

gboolean
lijn_store_is_read_only (LijnStore *self)
{
  g_return_val_if_fail (LIJN_IS_STORE (self), TRUE);

  return self->read_only;
}

const char *
lijn_store_get_revision (LijnStore *self)
{
  g_return_val_if_fail (LIJN_IS_STORE (self), NULL);

  return self->revision;
}

static const char *
top_label (GPtrArray *stack)
{
  const LijnStep *step = stack->len > 0 ? g_ptr_array_index (stack, stack->len - 1) : NULL;

  return step != NULL ? step->label : NULL;
}

const char *
lijn_store_get_undo_label (LijnStore *self)
{
  g_return_val_if_fail (LIJN_IS_STORE (self), NULL);

  return top_label (self->undo);
}

const char *
lijn_store_get_redo_label (LijnStore *self)
{
  g_return_val_if_fail (LIJN_IS_STORE (self), NULL);

  return top_label (self->redo);
}

void
lijn_store_set_speaker (LijnStore *self, const char *party, const char *person, const char *session)
{
  g_return_if_fail (LIJN_IS_STORE (self));

  lijn_set_str (&self->party, party);
  lijn_set_str (&self->person, person);
  lijn_set_str (&self->session, session);
}

void
lijn_store_set_session (LijnStore *self, const char *session)
{
  g_return_if_fail (LIJN_IS_STORE (self));

  lijn_set_str (&self->session, session);
}

const char *
lijn_store_get_speaker (LijnStore *self)
{
  return self->party;
}

static void
lijn_store_finalize (GObject *object)
{
  LijnStore *self = LIJN_STORE (object);

  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->db);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->path);
  g_free (self->revision);
  g_free (self->party);
  g_free (self->person);
  g_free (self->session);
  G_OBJECT_CLASS (lijn_store_parent_class)->finalize (object);
}

static void
lijn_store_class_init (LijnStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lijn_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, LIJN_TYPE_CHANGES);
  signals[COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
statement_free (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
step_free (gpointer data)
{
  LijnStep *step = data;

  g_free (step->id);
  g_free (step->label);
  g_free (step);
}

static void
lijn_store_init (LijnStore *self)
{
  /* The keys are the statements' own texts, so the values go last. */
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, statement_free);
  self->undo = g_ptr_array_new_with_free_func (step_free);
  self->redo = g_ptr_array_new_with_free_func (step_free);
  self->revision = g_strdup ("");
  self->party = g_strdup ("");
  self->person = g_strdup ("");
  self->session = g_strdup ("");
}
