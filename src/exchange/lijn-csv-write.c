/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-csv.h"

#include "lijn-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

gboolean
lijn_csv_find_table (const char *name, LijnTable *table)
{
  static const struct
  {
    const char *name;
    LijnTable table;
  } tables[] = {
    { "friction", LIJN_TABLE_FRICTION },
    { "interfaces", LIJN_TABLE_INTERFACE },
    { "actions", LIJN_TABLE_ACTION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_strcmp0 (tables[i].name, name) == 0)
      {
        *table = tables[i].table;
        return TRUE;
      }

  return FALSE;
}

static void
append_cell (GString *csv, const char *text, gboolean is_first)
{
  /* What a spreadsheet takes for a formula, or would pass over to find one. */
  const char *guard = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL ? "'" : "";
  gboolean quoted = strpbrk (text, ",\"\r\n") != NULL;

  if (!is_first)
    g_string_append_c (csv, ',');
  if (!quoted)
    {
      g_string_append_printf (csv, "%s%s", guard, text);
      return;
    }

  g_string_append_printf (csv, "\"%s", guard);
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

/* (transfer full) */
static char *
get_heading (const LijnField *field, LijnTable table)
{
  const char *title = lijn_field_get_title (field, table);

  /* Translators: a heading above lengths of time. */
  return lijn_field_is_duration (field, table) ? g_strdup_printf (_ ("%s (minutes)"), title)
                                               : g_strdup (title);
}

/* (transfer full) */
static char *
get_cell (const LijnField *field, LijnTable table, LijnObject *object, const LijnAudience *audience)
{
  double minutes;

  if (!lijn_field_is_duration (field, table))
    return lijn_field_get_text (field, object, audience);

  minutes = lijn_field_get_number (field, object);

  return isnan (minutes) ? g_strdup ("") : lijn_number_to_text (minutes);
}

char *
lijn_csv_write (LijnTable table, GPtrArray *objects, const LijnField *const *fields, guint n,
                const LijnAudience *audience)
{
  GString *csv = g_string_new (NULL);

  for (guint c = 0; c < n; c++)
    {
      g_autofree char *heading = get_heading (fields[c], table);

      append_cell (csv, heading, c == 0);
    }
  g_string_append (csv, "\r\n");

  for (guint i = 0; i < objects->len; i++)
    {
      if (!lijn_audience_may_see (audience, objects->pdata[i]))
        continue;
      for (guint c = 0; c < n; c++)
        {
          g_autofree char *text = get_cell (fields[c], table, objects->pdata[i], audience);

          append_cell (csv, text, c == 0);
        }
      g_string_append (csv, "\r\n");
    }

  return g_string_free (csv, FALSE);
}

char *
lijn_csv_write_table (LijnProject *project, LijnTable table, const LijnAudience *audience)
{
  GListModel *list = lijn_project_list (project, table);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree const LijnField **columns = NULL;
  guint n;
  const LijnField *fields = lijn_fields_for (table, &n);

  columns = g_new (const LijnField *, n);
  for (guint i = 0; i < n; i++)
    columns[i] = &fields[i];
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (objects, g_list_model_get_item (list, i));

  return lijn_csv_write (table, objects, columns, n, audience);
}
