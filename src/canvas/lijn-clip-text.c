/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lijn-audience.h"
#include "lijn-capture.h"
#include "lijn-clip.h"
#include "lijn-edit.h"
#include "lijn-text.h"
#include "lijn-words.h"

/* Copied as text, it is capture text; pasted text may be that or anything. A list from a mail or a
 * table becomes steps: only a line that plainly is capture text (it has an arrow, or begins with a
 * sign or with a lane's name) is taken as that, so that a step may be called "Team meeting". */

#define MOST_LINES 500 /* of pasted text: more is a document, not a list of steps */

/* What is not drawn with elements is told in words, a line each. */
static void
append_words (GString *text, GPtrArray *objects, const LijnAudience *audience)
{
  for (guint i = 0; i < objects->len; i++)
    {
      g_autofree char *words = NULL;

      if (!lijn_audience_may_see (audience, g_ptr_array_index (objects, i)))
        continue;
      words = lijn_words_for_object (g_ptr_array_index (objects, i));
      g_string_append_printf (text, "%s\n", words);
    }
}

char *
lijn_clip_to_text (GPtrArray *objects)
{
  const LijnAudience shared = LIJN_AUDIENCE_SHARED;
  g_autofree char *part = lijn_capture_write_part (objects, &shared);
  g_autoptr (GString) text = g_string_new (part);
  gboolean drawn = FALSE;

  for (guint i = 0; i < objects->len; i++)
    drawn = drawn || LIJN_IS_ELEMENT (g_ptr_array_index (objects, i));
  if (!drawn)
    append_words (text, objects, &shared);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Without the sign or number that a list has before each line. */
static const char *
skip_bullet (const char *line)
{
  static const char *const signs[] = { "- ", "* ", "• ", "– ", "· " };
  gsize digits = strspn (line, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (line, signs[i]))
      return line + strlen (signs[i]);
  if (digits > 0 && digits < 4 && (line[digits] == '.' || line[digits] == ')') &&
      line[digits + 1] == ' ')
    return line + digits + 2;
  return line;
}

/* Whether @line begins with the name of a lane or party of @map, as "Lane:" or "Party / Lane:". */
static gboolean
begins_with_place (const char *line, LijnMap *map)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (map);
  const char *colon = strchr (line, ':');
  g_autofree char *place = colon != NULL ? g_strndup (line, (gsize) (colon - line)) : NULL;
  g_auto (GStrv) parts = place != NULL ? g_strsplit (place, " / ", 2) : NULL;
  g_autofree char *name = parts != NULL && parts[0] != NULL
                              ? lijn_text_fold (parts[1] != NULL ? parts[1] : parts[0])
                              : NULL;

  for (guint i = 0; name != NULL && i < lanes->len; i++)
    {
      g_autofree char *lane = lijn_text_fold (lijn_lane_get_name (g_ptr_array_index (lanes, i)));

      if (g_str_equal (g_strstrip (name), lane))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_capture (const char *line, LijnMap *map)
{
  static const char *const begins[] = { "!", "->", "=>", "@ ", "---", "#", ": ", "lane " };

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    if (g_str_has_prefix (line, begins[i]))
      return !g_str_has_prefix (line, "lane ") || strstr (line, " / ") != NULL;
  return strstr (line, " -> ") != NULL || strstr (line, " => ") != NULL ||
         begins_with_place (line, map);
}

typedef struct
{
  LijnCapture *capture;
  LijnMap *map;
  LijnElement *after; /* (nullable) */
  LijnLane *lane;
  GPtrArray *made;
} Text;

static void
go_on_from (Text *self, LijnObject *object)
{
  if (!LIJN_IS_ELEMENT (object))
    return;
  self->after = LIJN_ELEMENT (object);
  if (lijn_element_get_lane (self->after) != NULL)
    self->lane = lijn_element_get_lane (self->after);
}

static gboolean
paste_line (Text *self, const char *line, GError **error)
{
  LijnObject *made = NULL;

  if (is_capture (line, self->map))
    {
      if (!lijn_capture_line (self->capture, line, &made, error))
        return FALSE;
    }
  else
    {
      line = skip_bullet (line);
      if (*line == '\0')
        return TRUE;
      made = LIJN_OBJECT (
          lijn_edit_append (self->after, self->lane, LIJN_ELEMENT_KIND_STEP, line, NULL, error));
      if (made == NULL)
        return FALSE;
      lijn_capture_set_last (self->capture, made);
    }
  if (made != NULL && !g_ptr_array_find (self->made, made, NULL))
    g_ptr_array_add (self->made, made);
  go_on_from (self, made);
  return TRUE;
}

GPtrArray *
lijn_clip_paste_text (const char *text, LijnMap *map, LijnElement *after, LijnLane *lane,
                      GError **error)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (map));
  g_auto (GStrv) lines = g_strsplit (text, "\n", MOST_LINES + 1);
  g_autoptr (LijnCapture) capture = lijn_capture_new (project, map);
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Paste"), error);
  Text self = { capture, map, after, lane, made };

  if (edit == NULL)
    return NULL;
  lijn_capture_set_last (capture, after != NULL ? LIJN_OBJECT (after) : LIJN_OBJECT (lane));
  for (guint i = 0; lines[i] != NULL && i < MOST_LINES; i++)
    {
      g_autofree char *line = lijn_text_one_line (lines[i]);

      if (*line != '\0' && !paste_line (&self, line, error))
        {
          g_prefix_error (error, _ ("Line %u: "), i + 1);
          return NULL;
        }
    }
  if (!lijn_edit_commit (g_steal_pointer (&edit), error))
    return NULL;
  return g_steal_pointer (&made);
}
