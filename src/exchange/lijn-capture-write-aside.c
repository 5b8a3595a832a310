/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-writer.h"

#include <string.h>

/* What was set aside, as capture text: behind a line that goes to what it is about, or to
 * nothing for what is about the project. What is about an action, which no line goes to, stands behind
 * that action. */

static gboolean
can_point_at (LijnObject *object)
{
  return LIJN_IS_ELEMENT (object) || LIJN_IS_FLOW (object) || LIJN_IS_INTERFACE (object) ||
         LIJN_IS_LANE (object) || LIJN_IS_FRICTION (object) || LIJN_IS_TEAM (object);
}

/* FALSE: it cannot be told what @waiver is about. */
static gboolean
go_to_subject (LijnCaptureWriter *self, LijnWaiver *waiver)
{
  const char *id = lijn_waiver_get_subject (waiver);
  LijnObject *subject = lijn_project_find_any (self->project, id);
  LijnMap *map = NULL;

  if (*id == '\0')
    {
      g_string_append (self->out, "---\n");
      return TRUE;
    }
  if (subject == NULL || !can_point_at (subject) || !lijn_writer_shows (self, subject))
    return FALSE;
  map = lijn_map_of (subject);
  if (map != NULL)
    lijn_writer_go_to_map (self, map);
  lijn_writer_go_to (self, subject);
  return TRUE;
}

static void
put_waiver (LijnCaptureWriter *self, LijnWaiver *waiver)
{
  LijnParty *party = lijn_waiver_get_party (waiver);
  g_autofree char *reason = lijn_said_quote_always (lijn_waiver_get_reason (waiver));

  g_string_append_printf (self->out, "set aside %s", lijn_waiver_get_finding (waiver));
  if (party != NULL)
    {
      g_string_append_c (self->out, ' ');
      lijn_writer_put_ref (self, party);
    }
  g_string_append_printf (self->out, ": %s\n", reason);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Sorted by what they say: they have no other order that capturing them again would keep. */
static void
put_sorted (LijnCaptureWriter *self, GPtrArray *texts)
{
  g_ptr_array_sort (texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    g_string_append (self->out, g_ptr_array_index (texts, i));
}

/* Takes what was written behind @start for one of @texts. */
static void
take_text (LijnCaptureWriter *self, gsize start, GPtrArray *texts)
{
  g_ptr_array_add (texts, g_strdup (self->out->str + start));
  g_string_truncate (self->out, start);
}

void
lijn_writer_put_waivers (LijnCaptureWriter *self)
{
  GListModel *list = lijn_project_list (self->project, LIJN_TABLE_WAIVER);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gsize start = self->out->len;

  self->map = NULL; /* each says on which map it is */
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnWaiver) waiver = g_list_model_get_item (list, i);

      if (!lijn_writer_shows (self, waiver) || !go_to_subject (self, waiver))
        continue;
      put_waiver (self, waiver);
      take_text (self, start, texts);
      self->map = NULL;
    }
  if (texts->len > 0)
    g_string_append_c (self->out, '\n');
  put_sorted (self, texts);
}

/* (transfer full) (element-type utf8 GPtrArray): by the id of the action that they are about. */
static GHashTable *
list_by_action (LijnCaptureWriter *self)
{
  GListModel *list = lijn_project_list (self->project, LIJN_TABLE_WAIVER);
  GHashTable *by_action = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                 (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnWaiver) waiver = g_list_model_get_item (list, i);
      const char *id = lijn_waiver_get_subject (waiver);
      GPtrArray *waivers = g_hash_table_lookup (by_action, id);

      if (lijn_project_find (self->project, LIJN_TABLE_ACTION, id) == NULL ||
          !lijn_writer_shows (self, waiver))
        continue;
      if (waivers == NULL)
        {
          waivers = g_ptr_array_new ();
          g_hash_table_insert (by_action, g_strdup (id), waivers);
        }
      g_ptr_array_add (waivers, waiver); /* the project holds it on */
    }
  return by_action;
}

void
lijn_writer_put_waivers_of (LijnCaptureWriter *self, LijnAction *action)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gsize start = self->out->len;
  GPtrArray *waivers;

  if (self->waivers == NULL)
    self->waivers = list_by_action (self);
  waivers = g_hash_table_lookup (self->waivers, lijn_object_get_id (LIJN_OBJECT (action)));
  for (guint i = 0; waivers != NULL && i < waivers->len; i++)
    {
      put_waiver (self, waivers->pdata[i]);
      take_text (self, start, texts);
    }
  put_sorted (self, texts);
}
