/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <glib/gi18n.h>
#include <string.h>

/* Elements taken out of the flows. Where one flow came in and one went out, the process goes on past
 * the gap: the two become one. This is worked out beforehand, on a sketch of the flows around the
 * elements, so that a whole chain can be taken out at once; only the outcome is written.
 *
 * Each path of the sketch starts as one flow. Taking an element out joins the path that ends there
 * with the one that starts there. In the end a path of more than one flow is written into its first
 * flow, or into the one whose interface it keeps, and the others go. */

typedef struct
{
  LijnElement *source, *target;
  GPtrArray *flows; /* LijnFlow, from source to target; none left when joined to another */
} Path;

typedef struct
{
  GPtrArray *paths; /* (owned) */
  GHashTable *into, *out_of; /* LijnElement to GPtrArray of Path */
} Sketch;

static Path *
path_new (LijnFlow *flow)
{
  Path *path = g_new0 (Path, 1);

  path->source = lijn_flow_get_source (flow);
  path->target = lijn_flow_get_target (flow);
  path->flows = g_ptr_array_new ();
  g_ptr_array_add (path->flows, flow);
  return path;
}

static void
path_free (gpointer data)
{
  Path *path = data;

  g_ptr_array_unref (path->flows);
  g_free (path);
}

static gboolean
leads_on (LijnFlow *flow)
{
  return lijn_flow_get_kind (flow) != LIJN_FLOW_KIND_ASSOCIATION;
}

static GPtrArray *
paths_at (GHashTable *ends, LijnElement *element)
{
  GPtrArray *paths = g_hash_table_lookup (ends, element);

  if (paths == NULL)
    {
      paths = g_ptr_array_new ();
      g_hash_table_insert (ends, element, paths);
    }
  return paths;
}

static void
sketch_init (Sketch *self)
{
  GDestroyNotify unref = (GDestroyNotify) g_ptr_array_unref;

  self->paths = g_ptr_array_new_with_free_func (path_free);
  self->into = g_hash_table_new_full (NULL, NULL, NULL, unref);
  self->out_of = g_hash_table_new_full (NULL, NULL, NULL, unref);
}

static void
sketch_clear (Sketch *self)
{
  g_clear_pointer (&self->into, g_hash_table_unref);
  g_clear_pointer (&self->out_of, g_hash_table_unref);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sketch, sketch_clear)

static void
sketch_add (Sketch *self, LijnFlow *flow)
{
  Path *path = path_new (flow);

  g_ptr_array_add (self->paths, path);
  g_ptr_array_add (paths_at (self->into, path->target), path);
  g_ptr_array_add (paths_at (self->out_of, path->source), path);
}

/* Where one path comes into @element and one goes out of it, they become one. */
static void
sketch_join (Sketch *self, LijnElement *element)
{
  GPtrArray *ins = paths_at (self->into, element), *outs = paths_at (self->out_of, element);
  GPtrArray *beyond;
  Path *in, *out;

  if (ins->len != 1 || outs->len != 1 || ins->pdata[0] == outs->pdata[0])
    return;

  in = g_ptr_array_index (ins, 0);
  out = g_ptr_array_index (outs, 0);
  beyond = paths_at (self->into, out->target);
  g_ptr_array_remove (beyond, out);
  g_ptr_array_add (beyond, in);
  in->target = out->target;
  g_ptr_array_extend (in->flows, out->flows, NULL, NULL);
  g_ptr_array_set_size (out->flows, 0);
}

/* Whether a flow that stays leads from @source to @target already. */
static gboolean
are_connected (LijnElement *source, LijnElement *target, GHashTable *ending)
{
  GPtrArray *flows = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (source)),
                                             LIJN_TABLE_FLOW, "source", LIJN_OBJECT (source));

  for (guint i = 0; i < flows->len; i++)
    if (lijn_flow_get_target (g_ptr_array_index (flows, i)) == target &&
        !g_hash_table_contains (ending, g_ptr_array_index (flows, i)))
      return TRUE;

  return FALSE;
}

/* The interface on the way that lies between the same two parties; NULL when there is none or there
 * are more. */
static LijnFlow *
flow_to_keep (Path *path)
{
  LijnParty *giver = lijn_element_get_party (path->source);
  LijnParty *receiver = lijn_element_get_party (path->target);
  LijnFlow *kept = NULL;

  for (guint i = 0; i < path->flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (path->flows, i);
      LijnInterface *interface = lijn_flow_get_interface (flow);

      if (interface == NULL || lijn_interface_get_giver (interface) != giver ||
          lijn_interface_get_receiver (interface) != receiver)
        continue;
      if (kept != NULL)
        return g_ptr_array_index (path->flows, 0);
      kept = flow;
    }
  return kept != NULL ? kept : g_ptr_array_index (path->flows, 0);
}

/* The first label on the way: where a decision starts it, that names the branch. */
static const char *
label_of (Path *path)
{
  for (guint i = 0; i < path->flows->len; i++)
    {
      const char *label = lijn_flow_get_name (g_ptr_array_index (path->flows, i));

      if (*label != '\0')
        return label;
    }
  return "";
}

static gboolean
drop_interface_unless_fits (LijnEdit *edit, LijnFlow *flow, Path *path, GError **error)
{
  LijnInterface *interface = lijn_flow_get_interface (flow);

  if (interface == NULL ||
      (lijn_interface_get_giver (interface) == lijn_element_get_party (path->source) &&
       lijn_interface_get_receiver (interface) == lijn_element_get_party (path->target)))
    return TRUE;

  return lijn_verb_update (edit, flow, LIJN_CELLS (LIJN_NOTHING ("interface")), error);
}

/* Writes @path into one of its flows; the others end. */
static gboolean
write_path (LijnEdit *edit, Path *path, GPtrArray *joined, GError **error)
{
  LijnFlow *kept = flow_to_keep (path);
  g_autoptr (LijnInterface) old = lijn_flow_get_interface (kept);
  g_autofree char *label = g_strdup (label_of (path));

  if (old != NULL)
    g_object_ref (old);
  if (!drop_interface_unless_fits (edit, kept, path, error) ||
      !lijn_verb_update (edit, kept,
                         LIJN_CELLS (LIJN_TO ("source", path->source),
                                     LIJN_TO ("target", path->target), LIJN_TEXT ("name", label)),
                         error) ||
      !lijn_verb_flush (edit, error) ||
      (old != NULL && !lijn_end_interface (edit, old, LIJN_OBJECT (kept), error)))
    return FALSE;

  for (guint i = 0; i < path->flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (path->flows, i);

      if (flow != kept && !lijn_end_flow (edit, flow, LIJN_OBJECT (kept), error))
        return FALSE;
    }
  g_ptr_array_add (joined, g_object_ref (kept));
  return lijn_own_interface (edit, kept, error);
}

/* Pins on an interface that will end stay where its tag hangs now, while it still hangs there. */
static gboolean
keep_friction (LijnEdit *edit, LijnFlow *flow, LijnInterface *interface, LijnObject *heir,
               GError **error)
{
  if (!lijn_keep_friction (edit, LIJN_OBJECT (flow), heir, error))
    return FALSE;
  if (interface == NULL ||
      lijn_project_referrers (edit->project, LIJN_TABLE_FLOW, "interface", LIJN_OBJECT (interface))
              ->len > 1)
    return TRUE;

  return lijn_keep_friction (edit, LIJN_OBJECT (interface), heir, error);
}

gboolean
lijn_end_flow (LijnEdit *edit, LijnFlow *flow, LijnObject *heir, GError **error)
{
  g_autoptr (LijnInterface) interface = lijn_flow_get_interface (flow);

  if (interface != NULL)
    g_object_ref (interface);
  if (lijn_object_is_gone (LIJN_OBJECT (flow)))
    return TRUE;

  return keep_friction (edit, flow, interface, heir, error) &&
         lijn_verb_delete (edit, flow, error) && lijn_verb_flush (edit, error) &&
         (interface == NULL || lijn_end_interface (edit, interface, heir, error));
}

/* The paths around @elements, joined where that can be. */
static void
draw (Sketch *self, GPtrArray *elements, GPtrArray *flows, GHashTable *gone)
{
  for (guint i = 0; i < flows->len; i++)
    if (leads_on (g_ptr_array_index (flows, i)) &&
        !g_hash_table_contains (gone, g_ptr_array_index (flows, i)))
      sketch_add (self, g_ptr_array_index (flows, i));

  for (guint i = 0; i < elements->len; i++)
    sketch_join (self, g_ptr_array_index (elements, i));
}

static gboolean
may_join (Path *path, GHashTable *leaving, GHashTable *ending)
{
  return path->flows->len > 1 && !g_hash_table_contains (leaving, path->source) &&
         !g_hash_table_contains (leaving, path->target) &&
         lijn_rules_connect (path->source, path->target, NULL, NULL) &&
         !are_connected (path->source, path->target, ending);
}

static gboolean
take_out (LijnEdit *edit, GPtrArray *elements, GPtrArray *flows, GHashTable *gone, gboolean join,
          GPtrArray *joined, GError **error)
{
  g_auto (Sketch) sketch = { 0 };
  g_autoptr (GHashTable) leaving = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) ending = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < elements->len; i++)
    g_hash_table_add (leaving, g_ptr_array_index (elements, i));
  for (guint i = 0; i < flows->len; i++)
    g_hash_table_add (ending, g_ptr_array_index (flows, i));

  sketch_init (&sketch);
  if (join)
    draw (&sketch, elements, flows, gone);
  for (guint i = 0; i < sketch.paths->len; i++)
    {
      Path *path = g_ptr_array_index (sketch.paths, i);

      if (!may_join (path, leaving, ending))
        continue;
      for (guint j = 0; j < path->flows->len; j++)
        g_hash_table_remove (ending, g_ptr_array_index (path->flows, j));
      if (!write_path (edit, path, joined, error))
        return FALSE;
    }
  for (guint i = 0; i < flows->len; i++)
    if (g_hash_table_contains (ending, g_ptr_array_index (flows, i)) &&
        !lijn_end_flow (edit, g_ptr_array_index (flows, i), NULL, error))
      return FALSE;

  return TRUE;
}

gboolean
lijn_take_out (LijnEdit *edit, GPtrArray *elements, GHashTable *gone, gboolean join,
               GPtrArray *joined, GError **error)
{
  g_autoptr (GPtrArray) flows = lijn_flows_of (elements);

  return take_out (edit, elements, flows, gone, join, joined, error);
}

gboolean
lijn_lift_out (LijnEdit *edit, LijnElement *element, GPtrArray *joined, GError **error)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GPtrArray) flows = NULL;
  g_autoptr (GHashTable) none = g_hash_table_new (NULL, NULL);

  g_ptr_array_add (elements, element);
  flows = lijn_flows_of (elements);
  for (guint i = flows->len; i > 0; i--)
    if (!leads_on (g_ptr_array_index (flows, i - 1)))
      g_ptr_array_remove_index (flows, i - 1);
  return take_out (edit, elements, flows, none, TRUE, joined, error);
}
