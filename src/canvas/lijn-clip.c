/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-clip.h"

#include <glib/gi18n.h>

#include "lijn-audience.h"
#include "lijn-edit.h"
#include "lijn-rules.h"
#include "lijn-text.h"
#include "lijn-words.h"

#define MOST_LINES 500 /* of pasted text: more is a document, not a list of steps */

struct _LijnClip
{
  GPtrArray *elements; /* their last values can be read even when they are gone */
  GPtrArray *flows; /* between them */
};

G_DEFINE_BOXED_TYPE (LijnClip, lijn_clip, lijn_clip_copy, lijn_clip_free)

LijnClip *
lijn_clip_copy (LijnClip *self)
{
  LijnClip *copy = g_new0 (LijnClip, 1);

  copy->elements = g_ptr_array_ref (self->elements);
  copy->flows = g_ptr_array_ref (self->flows);
  return copy;
}

void
lijn_clip_free (LijnClip *self)
{
  g_ptr_array_unref (self->elements);
  g_ptr_array_unref (self->flows);
  g_free (self);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  LijnElement *one = *(LijnElement *const *) a, *other = *(LijnElement *const *) b;
  double off = lijn_element_get_x (one) - lijn_element_get_x (other);

  if (off == 0)
    off = lijn_element_get_y (one) - lijn_element_get_y (other);
  return off < 0 ? -1 : off > 0;
}

static GPtrArray *
elements_among (GPtrArray *objects)
{
  GPtrArray *elements = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < objects->len; i++)
    if (LIJN_IS_ELEMENT (g_ptr_array_index (objects, i)))
      g_ptr_array_add (elements, g_object_ref (g_ptr_array_index (objects, i)));
  g_ptr_array_sort (elements, compare_places);
  return elements;
}

LijnClip *
lijn_clip_new (GPtrArray *objects)
{
  g_autoptr (GPtrArray) elements = elements_among (objects);
  LijnClip *self = NULL;

  if (elements->len == 0)
    return NULL;
  self = g_new0 (LijnClip, 1);
  self->flows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < elements->len; i++)
    {
      LijnObject *source = g_ptr_array_index (elements, i);
      GPtrArray *flows = lijn_project_referrers (lijn_object_get_project (source), LIJN_TABLE_FLOW,
                                                 "source", source);

      for (guint j = 0; j < flows->len; j++)
        if (g_ptr_array_find (elements, lijn_flow_get_target (g_ptr_array_index (flows, j)), NULL))
          g_ptr_array_add (self->flows, g_object_ref (g_ptr_array_index (flows, j)));
    }
  self->elements = g_steal_pointer (&elements);
  return self;
}

/* A copy of what is private to a party is private to it too. */
static gboolean
keep_private (LijnObject *from, LijnObject *copy, GError **error)
{
  int column = lijn_table_find_column (lijn_object_get_table (from), "private_to");

  return lijn_edit_set (copy, "private_to", lijn_object_get_text (from, column), error);
}

static gboolean
check_party (LijnProject *project, const char *id, LijnParty *party, GError **error)
{
  if (*id == '\0' || lijn_project_find (project, LIJN_TABLE_PARTY, id) != NULL)
    return TRUE;
  g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_PARTY,
               _ ("There is no party “%s” in this project."),
               party != NULL ? lijn_party_get_name (party) : id);
  return FALSE;
}

/* What is private to a party cannot be so in a project where that party is not: it stays out. */
static gboolean
check_parties (LijnClip *self, LijnProject *project, GError **error)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      LijnElement *element = g_ptr_array_index (self->elements, i);

      if (!check_party (project, lijn_element_get_private_to_id (element),
                        lijn_element_get_private_to (element), error))
        return FALSE;
    }
  for (guint i = 0; i < self->flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (self->flows, i);

      if (!check_party (project, lijn_flow_get_private_to_id (flow),
                        lijn_flow_get_private_to (flow), error))
        return FALSE;
    }
  return TRUE;
}

static LijnElement *
paste_element (LijnElement *from, LijnMap *map, LijnLane *other, double dx, double dy,
               GError **error)
{
  LijnElementKind kind = lijn_element_get_kind (from);
  LijnLane *lane = lijn_element_get_lane (from);
  LijnMarker marker = lijn_element_get_marker (from);
  double x = lijn_element_get_x (from) + dx, y = MAX (lijn_element_get_y (from) + dy, 0);
  double width = lijn_element_get_width (from), height = lijn_element_get_height (from);
  LijnElement *element = NULL;

  if (lane != NULL && (lijn_object_is_gone (LIJN_OBJECT (lane)) || lijn_lane_get_map (lane) != map))
    lane = other;
  element = lijn_edit_add_element (map, lane, kind, lijn_object_get_name (LIJN_OBJECT (from)), x, y,
                                   error);
  if (element == NULL ||
      (marker != lijn_element_get_marker (element) &&
       !lijn_edit_set (LIJN_OBJECT (element), "marker", lijn_marker_nicks[marker], error)))
    return NULL;
  if ((width != lijn_element_get_width (element) || height != lijn_element_get_height (element)) &&
      !lijn_edit_resize (element, x, y, width, height, error))
    return NULL;
  return keep_private (LIJN_OBJECT (from), LIJN_OBJECT (element), error) ? element : NULL;
}

static gboolean
paste_flows (LijnClip *self, GPtrArray *made, GError **error)
{
  for (guint i = 0; i < self->flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (self->flows, i);
      const char *name = lijn_object_get_name (LIJN_OBJECT (flow));
      const char *ends[] = { lijn_flow_get_source_id (flow), lijn_flow_get_target_id (flow) };
      LijnElement *copies[2] = { NULL, NULL };
      LijnFlow *copy;

      for (guint end = 0; end < 2; end++)
        for (guint j = 0; j < self->elements->len; j++)
          if (g_str_equal (lijn_object_get_id (g_ptr_array_index (self->elements, j)), ends[end]))
            copies[end] = g_ptr_array_index (made, j);
      if (copies[0] == NULL || copies[1] == NULL)
        continue;
      copy = lijn_edit_connect (copies[0], copies[1], name[0] != '\0' ? name : NULL, NULL, error);
      if (copy == NULL || !keep_private (LIJN_OBJECT (flow), LIJN_OBJECT (copy), error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
lijn_clip_paste (LijnClip *self, LijnMap *map, LijnLane *lane, double dx, double dy,
                 const char *label, GError **error)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (map));
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  g_autoptr (LijnEdit) edit = NULL;

  if (!check_parties (self, project, error))
    return NULL;
  edit = lijn_edit_begin (project, label, error);
  for (guint i = 0; edit != NULL && i < self->elements->len; i++)
    {
      LijnElement *element = paste_element (g_ptr_array_index (self->elements, i), map, lane, dx,
                                            dy, error);

      if (element == NULL)
        return NULL;
      g_ptr_array_add (made, element);
    }
  if (edit == NULL || !paste_flows (self, made, error) ||
      !lijn_edit_commit (g_steal_pointer (&edit), error))
    return NULL;
  return g_steal_pointer (&made);
}

/* "Party / Lane: ", as capture text has it. */
static char *
prefix_for (LijnLane *lane)
{
  return g_strdup_printf (
      "%s / %s: ", lijn_object_get_name (LIJN_OBJECT (lijn_lane_get_party (lane))),
      lijn_object_get_name (LIJN_OBJECT (lane)));
}

char *
lijn_clip_to_text (GPtrArray *objects)
{
  const LijnAudience shared = LIJN_AUDIENCE_SHARED;
  g_autoptr (GPtrArray) elements = elements_among (objects);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *element = g_ptr_array_index (elements, i);
      LijnLane *lane = lijn_element_get_lane (element);
      g_autofree char *prefix = lane != NULL ? prefix_for (lane) : NULL;

      if (lijn_audience_may_see (&shared, LIJN_OBJECT (element)))
        g_string_append_printf (text, "%s%s\n", prefix != NULL ? prefix : "",
                                lijn_object_get_name (LIJN_OBJECT (element)));
    }
  for (guint i = 0; i < objects->len; i++)
    {
      LijnObject *object = g_ptr_array_index (objects, i);
      g_autofree char *words = NULL;

      if (LIJN_IS_ELEMENT (object) || LIJN_IS_FLOW (object) ||
          !lijn_audience_may_see (&shared, object))
        continue;
      words = lijn_words_for_object (object);
      g_string_append_printf (text, "%s\n", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The lane that @line starts with, and the rest of the line; else @lane and all of it. */
static LijnLane *
lane_named (LijnMap *map, const char **line, LijnLane *lane)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (map);

  for (guint i = 0; i < lanes->len; i++)
    {
      g_autofree char *prefix = prefix_for (g_ptr_array_index (lanes, i));

      if (!g_str_has_prefix (*line, prefix))
        continue;
      *line += strlen (prefix);
      return g_ptr_array_index (lanes, i);
    }
  return lane;
}

GPtrArray *
lijn_clip_paste_text (const char *text, LijnMap *map, LijnElement *after, LijnLane *lane,
                      GError **error)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (map));
  g_auto (GStrv) lines = g_strsplit (text, "\n", MOST_LINES + 1);
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Paste"), error);

  if (edit == NULL)
    return NULL;
  for (guint i = 0; lines[i] != NULL && i < MOST_LINES; i++)
    {
      g_autofree char *line = lijn_text_one_line (lines[i]);
      const char *name = line;

      lane = lane_named (map, &name, lane);
      if (name[0] == '\0')
        continue;
      after = lijn_edit_append (after, lane, LIJN_ELEMENT_KIND_STEP, name, NULL, error);
      if (after == NULL)
        return NULL;
      g_ptr_array_add (made, after);
    }
  if (!lijn_edit_commit (g_steal_pointer (&edit), error))
    return NULL;
  return g_steal_pointer (&made);
}
