/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-writer.h"

#include "lijn-text.h"

/* How a thing is told from others: by its name or, where that is not enough, by a mark. */

/* Within what a name must be the only one of its kind, as an id: lanes and persons in their party,
 * elements on their map. */
static const char *
get_scope (LijnObject *object)
{
  if (LIJN_IS_PERSON (object))
    return lijn_person_get_party_id (LIJN_PERSON (object));
  if (LIJN_IS_LANE (object))
    return lijn_lane_get_map_id (LIJN_LANE (object));
  if (LIJN_IS_ELEMENT (object))
    return lijn_element_get_map_id (LIJN_ELEMENT (object));
  if (LIJN_IS_PHASE (object))
    return lijn_phase_get_map_id (LIJN_PHASE (object));
  return "";
}

static char *
get_key (LijnObject *object)
{
  g_autofree char *folded = lijn_text_fold (lijn_object_get_name (object));

  return g_strconcat (get_scope (object), LIJN_IS_LANE (object) ? " " : "",
                      LIJN_IS_LANE (object) ? lijn_lane_get_party_id (LIJN_LANE (object)) : "", "/",
                      folded, NULL);
}

void
lijn_writer_mark_table (LijnCaptureWriter *self, LijnTable table)
{
  GListModel *list = lijn_project_list (self->project, table);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);
      char *key = NULL;

      /* A mark would tell of what is hidden that it has the same name. */
      if (!lijn_audience_may_see (self->audience, object))
        continue;
      key = get_key (object);
      g_hash_table_insert (
          counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);
      g_autofree char *key = get_key (object);
      const char *name = lijn_object_get_name (object);

      if (lijn_writer_shows (self, object) &&
          (*name == '\0' || *name == '~' ||
           GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) > 1))
        g_hash_table_insert (self->marks, g_strdup (lijn_object_get_id (object)), g_strdup (""));
    }
}

/* Marks are numbered as they are met, so that the same project gives the same text. */
const char *
lijn_writer_mark_of (LijnCaptureWriter *self, gpointer object)
{
  static const char letters[LIJN_N_TABLES] = {
    [LIJN_TABLE_PARTY] = 'p',   [LIJN_TABLE_PERSON] = 'q',  [LIJN_TABLE_MAP] = 'm',
    [LIJN_TABLE_LANE] = 'l',    [LIJN_TABLE_ELEMENT] = 'e', [LIJN_TABLE_TEAM] = 't',
    [LIJN_TABLE_SESSION] = 's', [LIJN_TABLE_PHASE] = 'f',
  };
  const char *id = lijn_object_get_id (object);
  LijnTable table = lijn_object_get_table (object);
  const char *mark = g_hash_table_lookup (self->marks, id);

  if (mark == NULL || *mark != '\0')
    return mark;
  g_hash_table_insert (self->marks, g_strdup (id),
                       g_strdup_printf ("%c%u", letters[table], ++self->n_marks[table]));
  return g_hash_table_lookup (self->marks, id);
}

void
lijn_writer_put_mark (LijnCaptureWriter *self, gpointer object)
{
  const char *mark = lijn_writer_mark_of (self, object);

  if (mark != NULL)
    g_string_append_printf (self->out, " ~%s", mark);
}

void
lijn_writer_put_ref (LijnCaptureWriter *self, gpointer object)
{
  const char *mark = lijn_writer_mark_of (self, object);

  if (mark != NULL)
    {
      g_string_append_printf (self->out, "~%s", mark);
      return;
    }
  lijn_writer_put_text (self, lijn_object_get_name (object));
  if (LIJN_IS_PERSON (object))
    {
      g_string_append (self->out, " (");
      lijn_writer_put_ref (self, lijn_person_get_party (object));
      g_string_append (self->out, ")");
    }
}

void
lijn_writer_put_text (LijnCaptureWriter *self, const char *text)
{
  g_autofree char *quoted = lijn_said_quote (text);

  g_string_append (self->out, quoted);
}
