/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-exchange.h"

#include "lijn-capture.h"
#include "lijn-templates-resource.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* The built-in projects are capture text, compiled in. Making one captures it, as one edit, and
 * tidies its maps: a text has no positions. Dates in the texts are days from today, as in "{+14}",
 * so that an example is never overdue by years. */

#define PREFIX "/org/waslijn/templates/"

static const LijnTemplate templates[] = {
  { "blank", N_ ("Blank"), N_ ("An empty project") },
  { "claims", N_ ("Claims"),
    N_ ("An insurer and its principals settle a claim: the worked example, with interfaces, "
        "friction "
        "points, teams and two joint sessions") },
  { "order-to-delivery", N_ ("Order to delivery"),
    N_ ("From an order to goods on the shelf, with a carrier between supplier and customer") },
  { "service-desk", N_ ("Service desk"),
    N_ ("From a question of a user to an answer, with the service desk and its second line") },
};

static LijnTemplate translated[G_N_ELEMENTS (templates)];

const LijnTemplate *
lijn_templates_list (guint *n)
{
  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    translated[i] = (LijnTemplate){ templates[i].name, _ (templates[i].title),
                                    _ (templates[i].description) };
  *n = G_N_ELEMENTS (templates);
  return translated;
}

static gboolean
put_date_cb (const GMatchInfo *match, GString *result, gpointer data)
{
  g_autofree char *days = g_match_info_fetch (match, 1);
  g_autoptr (GDateTime) date = g_date_time_add_days (data, (int) g_ascii_strtoll (days, NULL, 10));
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  g_string_append (result, text);
  return FALSE;
}

static char *
put_dates (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\{([+-][0-9]+)\\}", 0, 0, NULL);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (lijn_now () / G_USEC_PER_SEC);

  return g_regex_replace_eval (regex, text, -1, 0, 0, put_date_cb, today, NULL);
}

static gboolean
tidy (LijnProject *project, GError **error)
{
  GListModel *maps = lijn_project_list (project, LIJN_TABLE_MAP);

  for (guint i = 0; i < g_list_model_get_n_items (maps); i++)
    {
      g_autoptr (LijnMap) map = g_list_model_get_item (maps, i);

      if (!lijn_edit_tidy (map, NULL, error) || !lijn_edit_renumber_interfaces (map, error))
        return FALSE;
    }
  return TRUE;
}

/* The text of the template called @name in the language of the user, else in English. */
static GBytes *
look_up (const char *name, GError **error)
{
  /* Translators: the folder in src/exchange/templates with the built-in projects in your language;
   * “en” when there is none. */
  const char *language = C_ ("folder of templates", "en");
  g_autofree char *here = g_strconcat (PREFIX, language, "/", name, ".txt", NULL);
  g_autofree char *english = g_strconcat (PREFIX, name, ".txt", NULL);
  GBytes *bytes;

  g_resources_register (lijn_templates_get_resource ());
  bytes = g_resources_lookup_data (here, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? bytes
                       : g_resources_lookup_data (english, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gboolean
fill (LijnProject *project, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LijnEdit) edit = NULL;
  g_autoptr (LijnCapture) capture = NULL;
  g_autofree char *raw = NULL;
  g_autofree char *text = NULL;

  bytes = look_up (name, error);
  if (bytes == NULL)
    return FALSE;
  raw = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  text = put_dates (raw);

  capture = lijn_capture_new (project, NULL);
  edit = lijn_edit_begin (project, _ ("Begin with a template"), error);
  if (edit == NULL)
    return FALSE;

  lijn_edit_set_beginning (edit);
  return lijn_capture_text (capture, text, error) && tidy (project, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
is_template (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    if (strcmp (templates[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

LijnProject *
lijn_templates_create (const char *name, const char *path, GError **error)
{
  g_autoptr (LijnProject) project = NULL;

  if (!is_template (name))
    {
      g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_KIND,
                   _ ("There is no template “%s”."), name);
      return NULL;
    }
  project = lijn_project_create (path, error);
  if (project == NULL)
    return NULL;
  if (strcmp (name, "blank") != 0 && !fill (project, name, error))
    {
      g_clear_object (&project);
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&project);
}
