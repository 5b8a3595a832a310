/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-writer.h"

#include <string.h>

/* What was set aside, as capture text: behind a line that goes to what it is about, or to
 * nothing for what is about the project. What has no name to be pointed at by (an action) is
 * left out. */

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
      g_ptr_array_add (texts, g_strdup (self->out->str + start));
      g_string_truncate (self->out, start);
      self->map = NULL;
    }
  g_ptr_array_sort (texts, compare_texts);
  if (texts->len > 0)
    g_string_append_c (self->out, '\n');
  for (guint i = 0; i < texts->len; i++)
    g_string_append (self->out, g_ptr_array_index (texts, i));
}
