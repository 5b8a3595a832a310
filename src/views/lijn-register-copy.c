/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-private.h"

#include "lijn-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* The rows as a table for other programs: it leaves this one, so only what is shared is in it. */

/* Calls @add for each cell, headings first; @end after each row. */
typedef struct
{
  void (*add) (GString *table, const char *text, gboolean is_heading, gboolean is_first);
  void (*end) (GString *table);
} Writer;

static void
write_rows (LijnRegister *self, GPtrArray *objects, const Writer *writer, GString *table)
{
  g_autoptr (GPtrArray) places = lijn_register_list_places (self);

  for (guint c = 0; c < places->len; c++)
    {
      const LijnRegisterPlace *place = places->pdata[c];

      writer->add (table, lijn_field_get_title (&place->field, self->spec->table), TRUE, c == 0);
    }
  writer->end (table);

  for (guint i = 0; i < objects->len; i++)
    {
      if (!lijn_audience_may_see (&LIJN_AUDIENCE_SHARED, objects->pdata[i]))
        continue;
      for (guint c = 0; c < places->len; c++)
        {
          const LijnRegisterPlace *place = places->pdata[c];
          g_autofree char *text = lijn_field_get_text (&place->field, objects->pdata[i],
                                                       &LIJN_AUDIENCE_SHARED);

          writer->add (table, text, FALSE, c == 0);
        }
      writer->end (table);
    }
}

static void
add_text (GString *table, const char *text, gboolean is_heading, gboolean is_first)
{
  g_autofree char *line = lijn_text_one_line (text);

  if (!is_first)
    g_string_append_c (table, '\t');
  g_string_append (table, line);
}

static void
end_line (GString *table)
{
  g_string_append_c (table, '\n');
}

static void
add_html (GString *table, const char *text, gboolean is_heading, gboolean is_first)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  const char *tag = is_heading ? "th" : "td";

  if (is_first)
    g_string_append (table, "<tr>");
  g_string_append_printf (table, "<%s>%s</%s>", tag, escaped, tag);
}

static void
end_html (GString *table)
{
  g_string_append (table, "</tr>\n");
}

char *
lijn_register_to_text (LijnRegister *self, GPtrArray *objects)
{
  const Writer writer = { add_text, end_line };
  GString *table = g_string_new (NULL);

  write_rows (self, objects, &writer, table);

  return g_string_free (table, FALSE);
}

char *
lijn_register_to_html (LijnRegister *self, GPtrArray *objects)
{
  const Writer writer = { add_html, end_html };
  GString *table = g_string_new ("<table>\n");

  write_rows (self, objects, &writer, table);
  g_string_append (table, "</table>\n");

  return g_string_free (table, FALSE);
}

static guint
count_hidden (GPtrArray *objects)
{
  guint n = 0;

  for (guint i = 0; i < objects->len; i++)
    n += lijn_audience_may_see (&LIJN_AUDIENCE_SHARED, objects->pdata[i]) ? 0 : 1;

  return n;
}

void
lijn_register_copy (LijnRegister *self)
{
  g_autoptr (GPtrArray) objects = lijn_register_get_selected (self);
  guint hidden = count_hidden (objects);
  g_autofree char *text = NULL, *message = NULL;
  char *html;
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) all = NULL;

  if (objects->len == 0)
    return;
  if (hidden > 0)
    {
      message = g_strdup_printf (
          ngettext ("%u private row was not copied.", "%u private rows were not copied.", hidden),
          hidden);
      lijn_view_say (self->view, message);
    }
  if (hidden == objects->len)
    return;

  text = lijn_register_to_text (self, objects);
  html = lijn_register_to_html (self, objects);
  bytes = g_bytes_new_take (html, strlen (html));
  providers[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}
