/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* The capture object: where capture is, and a transaction a line. A line is parsed
 * (lijn-said.c) and done (lijn-capture-do.c) inside one edit; when it fails the edit is dropped and
 * the state put back. */

/* Its name is made of these tokens, spaces included. */
/* clang-format off */
G_DEFINE_QUARK (lijn-capture-error-quark, lijn_capture_error)
/* clang-format on */

G_DEFINE_FINAL_TYPE (LijnCapture, lijn_capture, G_TYPE_OBJECT)

gpointer
lijn_capture_at (LijnCapture *self, LijnAt at)
{
  LijnObject *object = self->at[at];

  return object != NULL && !lijn_object_is_gone (object) ? object : NULL;
}

void
lijn_capture_put (LijnCapture *self, LijnAt at, gpointer object)
{
  g_set_object (&self->at[at], object);
}

void
lijn_capture_mark (LijnCapture *self, const char *mark, LijnObject *object)
{
  if (mark == NULL || object == NULL)
    return;
  g_hash_table_replace (self->marks, g_strdup (mark), g_strdup (lijn_object_get_id (object)));
  g_ptr_array_add (self->new_marks, g_strdup (mark));
}

LijnObject *
lijn_capture_find_mark (LijnCapture *self, const char *mark)
{
  return lijn_project_find_any (self->project, g_hash_table_lookup (self->marks, mark));
}

LijnParty *
lijn_capture_get_speaker (LijnCapture *self)
{
  return lijn_project_find (self->project, LIJN_TABLE_PARTY,
                            lijn_store_get_speaker (lijn_project_get_store (self->project)));
}

void
lijn_capture_set_speaker (LijnCapture *self, LijnParty *party)
{
  LijnSession *session = lijn_project_get_running_session (self->project);

  lijn_store_set_speaker (lijn_project_get_store (self->project),
                          party != NULL ? lijn_object_get_id (LIJN_OBJECT (party)) : NULL, NULL,
                          session != NULL ? lijn_object_get_id (LIJN_OBJECT (session)) : NULL);
}

gboolean
lijn_capture_knows_place (const char *place, gpointer data)
{
  g_autofree char *name = lijn_said_unquote (place, NULL);
  g_autoptr (GPtrArray) lanes = lijn_capture_find_named (data, LIJN_TABLE_LANE, name);
  g_autoptr (GPtrArray) parties = lijn_capture_find_named (data, LIJN_TABLE_PARTY, name);

  return lanes->len + parties->len > 0;
}

/* What the undo menu says of a line: its kind, without the words, which may be for some only. */
static const char *
get_label (const LijnSaid *said)
{
  switch (said->kind)
    {
    case LIJN_SAID_ELEMENT:
      return _ ("Draw");
    case LIJN_SAID_TARGET:
      return _ ("Connect");
    case LIJN_SAID_HANG:
    case LIJN_SAID_INTERFACE:
      return _ ("Describe interface");
    case LIJN_SAID_FRICTION:
      return _ ("Raise friction point");
    case LIJN_SAID_VIEW:
      return _ ("Add the other view");
    case LIJN_SAID_TEAM:
    case LIJN_SAID_STEERING:
    case LIJN_SAID_MEMBER:
    case LIJN_SAID_LINK:
      return _ ("Set up team");
    case LIJN_SAID_ACTION:
      return _ ("Add action");
    case LIJN_SAID_PARKED:
    case LIJN_SAID_COMMENT:
      return _ ("Note remark");
    case LIJN_SAID_BREAK:
    case LIJN_SAID_GO:
    case LIJN_SAID_PROJECT:
    case LIJN_SAID_PARTY:
    case LIJN_SAID_PERSON:
    case LIJN_SAID_MAP:
    case LIJN_SAID_LANE:
    case LIJN_SAID_PHASE:
    case LIJN_SAID_ASIDE:
    case LIJN_SAID_SESSION:
    case LIJN_SAID_AGENDA:
    case LIJN_SAID_PRESENT:
    case LIJN_SAID_ABSENT:
    case LIJN_SAID_DECIDED:
    case LIJN_SAID_RATED:
    case LIJN_SAID_REVEALED:
    case LIJN_SAID_VOTE:
    case LIJN_SAID_VOTED:
    case LIJN_SAID_CLOSE_VOTE:
    case LIJN_SAID_SPEAKER:
    default:
      return _ ("Capture");
    }
}

typedef struct
{
  LijnObject *at[LIJN_N_AT];
} State;

static State *
save_state (LijnCapture *self)
{
  State *state = g_new0 (State, 1);

  for (int i = 0; i < LIJN_N_AT; i++)
    g_set_object (&state->at[i], self->at[i]);
  g_ptr_array_set_size (self->new_marks, 0);
  return state;
}

static void
free_state (State *state)
{
  for (int i = 0; i < LIJN_N_AT; i++)
    g_clear_object (&state->at[i]);
  g_free (state);
}

static void
restore_state (LijnCapture *self, State *state)
{
  for (int i = 0; i < LIJN_N_AT; i++)
    g_set_object (&self->at[i], state->at[i]);
  for (guint i = 0; i < self->new_marks->len; i++)
    g_hash_table_remove (self->marks, g_ptr_array_index (self->new_marks, i));
  g_clear_object (&self->made);
}

static gboolean
do_all (LijnCapture *self, const LijnSaid *said, GError **error)
{
  for (; said != NULL; said = said->next)
    if (!lijn_capture_do (self, said, error))
      return FALSE;
  return TRUE;
}

gboolean
lijn_capture_line (LijnCapture *self, const char *line, LijnObject **made, GError **error)
{
  GError *parse_error = NULL;
  g_autoptr (LijnSaid) said = lijn_said_parse (line, lijn_capture_knows_place, self, &parse_error);
  g_autoptr (LijnEdit) edit = NULL;
  State *state;
  gboolean done;

  if (made != NULL)
    *made = NULL;
  g_clear_object (&self->made);
  if (parse_error != NULL)
    {
      g_propagate_error (error, parse_error);
      return FALSE;
    }
  if (said == NULL)
    return TRUE;

  edit = lijn_edit_begin (self->project, get_label (said), error);
  if (edit == NULL)
    return FALSE;
  state = save_state (self);
  done = do_all (self, said, error) && lijn_edit_commit (g_steal_pointer (&edit), error);
  if (!done)
    {
      g_clear_pointer (&edit, lijn_edit_drop);
      restore_state (self, state);
    }
  free_state (state);
  if (done && made != NULL)
    *made = self->made;
  return done;
}

static gboolean
do_text (LijnCapture *self, char **lines, GError **error)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GError *problem = NULL;
      g_autoptr (LijnSaid)
          said = lijn_said_parse (lines[i], lijn_capture_knows_place, self, &problem);

      if (problem != NULL || !do_all (self, said, &problem))
        {
          g_propagate_prefixed_error (error, problem, _ ("Line %u: "), i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
lijn_capture_text (LijnCapture *self, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (LijnEdit) edit = lijn_edit_begin (self->project, _ ("Capture text"), error);
  State *state;
  gboolean done;

  if (edit == NULL)
    return FALSE;
  state = save_state (self);
  done = do_text (self, lines, error) && lijn_edit_commit (g_steal_pointer (&edit), error);
  if (!done)
    {
      g_clear_pointer (&edit, lijn_edit_drop);
      restore_state (self, state);
    }
  free_state (state);
  return done;
}

/* Elements are found by name through an index that follows the project, so that a text of many
 * thousand lines does not compare every name for every arrow. */

static void
remember_name (LijnCapture *self, const char *id)
{
  LijnElement *element = lijn_project_find (self->project, LIJN_TABLE_ELEMENT, id);
  g_autofree char *name = NULL;
  GHashTable *ids;

  if (element == NULL)
    return;
  name = lijn_text_fold (lijn_element_get_name (element));
  ids = g_hash_table_lookup (self->names, name);
  if (ids == NULL)
    {
      ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->names, g_steal_pointer (&name), ids);
    }
  g_hash_table_add (ids, g_strdup (id));
}

/* Not before it is asked for: most who open a project look at it first. */
GHashTable *
lijn_capture_get_names (LijnCapture *self)
{
  GListModel *elements = lijn_project_list (self->project, LIJN_TABLE_ELEMENT);

  if (self->names != NULL)
    return self->names;

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < g_list_model_get_n_items (elements); i++)
    {
      g_autoptr (LijnObject) element = g_list_model_get_item (elements, i);

      remember_name (self, lijn_object_get_id (element));
    }
  return self->names;
}

static void
refreshed_cb (LijnProject *project, LijnChanges *changes, LijnCapture *self)
{
  if (lijn_changes_is_everything (changes))
    g_clear_pointer (&self->names, g_hash_table_unref);
  if (self->names == NULL)
    return;
  for (gsize i = 0; i < lijn_changes_get_size (changes); i++)
    {
      const LijnChange *change = lijn_changes_get (changes, i);

      if (change->table == LIJN_TABLE_ELEMENT && change->kind != LIJN_CHANGE_DELETE)
        remember_name (self, change->id);
    }
}

LijnCapture *
lijn_capture_new (LijnProject *project, LijnMap *map)
{
  LijnCapture *self = g_object_new (LIJN_TYPE_CAPTURE, NULL);

  self->project = g_object_ref (project);
  lijn_capture_put (self, LIJN_AT_MAP, map);
  g_signal_connect_object (project, "refreshed", G_CALLBACK (refreshed_cb), self, 0);
  return self;
}

void
lijn_capture_set_map (LijnCapture *self, LijnMap *map)
{
  if (self->at[LIJN_AT_MAP] == (LijnObject *) map)
    return;
  lijn_capture_put (self, LIJN_AT_MAP, map);
  for (int i = LIJN_AT_LANE; i <= LIJN_AT_FLOW; i++)
    if (i != LIJN_AT_PARTY)
      lijn_capture_put (self, (LijnAt) i, NULL);
}

static void
go_to_element (LijnCapture *self, LijnElement *element)
{
  LijnLane *lane = lijn_element_get_lane (element);

  lijn_capture_put (self, LIJN_AT_AFTER, element);
  lijn_capture_put (self, LIJN_AT_ORIGIN, element);
  if (lane != NULL)
    {
      lijn_capture_put (self, LIJN_AT_LANE, lane);
      lijn_capture_put (self, LIJN_AT_PARTY, lijn_lane_get_party (lane));
    }
}

void
lijn_capture_set_last (LijnCapture *self, LijnObject *last)
{
  lijn_capture_put (self, LIJN_AT_LAST, last);
  if (LIJN_IS_ELEMENT (last))
    go_to_element (self, LIJN_ELEMENT (last));
  else if (LIJN_IS_LANE (last))
    {
      lijn_capture_put (self, LIJN_AT_LANE, last);
      lijn_capture_put (self, LIJN_AT_PARTY, lijn_lane_get_party (LIJN_LANE (last)));
    }
  else if (LIJN_IS_PARTY (last))
    lijn_capture_put (self, LIJN_AT_PARTY, last);
  else if (LIJN_IS_FLOW (last))
    lijn_capture_put (self, LIJN_AT_FLOW, last);
  else if (LIJN_IS_FRICTION (last))
    lijn_capture_put (self, LIJN_AT_FRICTION, last);
  else if (LIJN_IS_TEAM (last))
    lijn_capture_put (self, LIJN_AT_TEAM, last);
  else if (LIJN_IS_SESSION (last))
    lijn_capture_put (self, LIJN_AT_SESSION, last);
}

static void
lijn_capture_finalize (GObject *object)
{
  LijnCapture *self = LIJN_CAPTURE (object);

  for (int i = 0; i < LIJN_N_AT; i++)
    g_clear_object (&self->at[i]);
  g_clear_object (&self->made);
  g_clear_object (&self->project);
  g_hash_table_unref (self->marks);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_ptr_array_unref (self->new_marks);

  G_OBJECT_CLASS (lijn_capture_parent_class)->finalize (object);
}

static void
lijn_capture_class_init (LijnCaptureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lijn_capture_finalize;
}

static void
lijn_capture_init (LijnCapture *self)
{
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->new_marks = g_ptr_array_new_with_free_func (g_free);
}
