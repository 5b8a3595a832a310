/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"
#include "lijn-edit.h"

/* Several things put in line, or at equal distances. */

static const struct
{
  const char *action;
  LijnAlign how;
} alignments[] = {
  { "canvas.align-left", LIJN_ALIGN_LEFT },     { "canvas.align-center", LIJN_ALIGN_CENTER },
  { "canvas.align-right", LIJN_ALIGN_RIGHT },   { "canvas.align-top", LIJN_ALIGN_TOP },
  { "canvas.align-middle", LIJN_ALIGN_MIDDLE }, { "canvas.align-bottom", LIJN_ALIGN_BOTTOM },
};

/* (transfer container) */
static GPtrArray *
selected_elements (LijnCanvas *self)
{
  GPtrArray *selection = lijn_view_get_selection (self->view);
  GPtrArray *elements = g_ptr_array_new ();

  for (guint i = 0; i < selection->len; i++)
    if (LIJN_IS_ELEMENT (g_ptr_array_index (selection, i)))
      g_ptr_array_add (elements, g_ptr_array_index (selection, i));
  return elements;
}

guint
lijn_canvas_count_elements (LijnCanvas *self)
{
  g_autoptr (GPtrArray) elements = selected_elements (self);

  return elements->len;
}

void
lijn_canvas_align_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  g_autoptr (GPtrArray) elements = selected_elements (self);
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (alignments); i++)
    if (g_str_equal (name, alignments[i].action))
      ok = lijn_edit_align (elements, alignments[i].how, &error);
  lijn_view_report (self->view, ok, g_steal_pointer (&error));
}

void
lijn_canvas_distribute_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  g_autoptr (GPtrArray) elements = selected_elements (self);
  g_autoptr (GError) error = NULL;
  gboolean ok = lijn_edit_distribute (elements, g_str_has_suffix (name, "-down"), &error);

  lijn_view_report (self->view, ok, g_steal_pointer (&error));
}
