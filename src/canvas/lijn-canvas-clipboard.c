/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-clip.h"

#define ASIDE 24.0 /* points between what was copied and its copy */

static void
show_made (LijnCanvas *self, GPtrArray *made)
{
  LijnRect all = { 0 }, rect;

  for (guint i = 0; i < made->len; i++)
    if (lijn_layout_get_object_bounds (self->layout, g_ptr_array_index (made, i), &rect))
      all = i == 0 ? rect : lijn_rect_union (&all, &rect);
  lijn_view_select_many (self->view, made);
  if (made->len > 0)
    lijn_canvas_bring_into_sight (self, &all);
}

static void
paste_clip (LijnCanvas *self, LijnClip *clip, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      made = lijn_clip_paste (clip, lijn_view_get_map (self->view), lijn_canvas_lane_for_new (self),
                              ASIDE, ASIDE, label, &error);

  if (lijn_view_report (self->view, made != NULL, g_steal_pointer (&error)))
    show_made (self, made);
}

static void
paste_text (LijnCanvas *self, const char *text)
{
  LijnObject *selected = lijn_view_get_selected (self->view);
  LijnElement *after = LIJN_IS_ELEMENT (selected) ? LIJN_ELEMENT (selected) : NULL;
  LijnLane *lane = after != NULL ? lijn_element_get_lane (after) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) made = NULL;

  if (lane == NULL)
    lane = lijn_canvas_lane_for_new (self);
  if (lane == NULL)
    {
      lijn_view_say (self->view, _ ("There is no lane to paste into: add one first."));
      return;
    }
  made = lijn_clip_paste_text (text, lijn_view_get_map (self->view), after, lane, &error);
  if (lijn_view_report (self->view, made != NULL, g_steal_pointer (&error)))
    show_made (self, made);
}

static void
clip_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LijnCanvas) self = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value != NULL && lijn_canvas_can_edit (self))
    paste_clip (self, g_value_get_boxed (value), _ ("Paste"));
  else if (value == NULL)
    lijn_view_say (self->view, error->message);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LijnCanvas) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (self->view == NULL)
    return;
  if (text == NULL)
    lijn_view_say (self->view, _ ("There is nothing on the clipboard that could become steps."));
  else if (lijn_canvas_can_edit (self))
    paste_text (self, text);
}

void
lijn_canvas_copy (LijnCanvas *self)
{
  GPtrArray *selection = lijn_view_get_selection (self->view);
  g_autofree char *text = lijn_clip_to_text (selection);
  g_autoptr (LijnClip) clip = lijn_clip_new (selection);
  GdkContentProvider *providers[2];
  gsize n = 0;
  g_autoptr (GdkContentProvider) all = NULL;

  if (clip != NULL)
    providers[n++] = gdk_content_provider_new_typed (LIJN_TYPE_CLIP, clip);
  if (text[0] != '\0')
    providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  if (n == 0)
    return;
  all = gdk_content_provider_new_union (providers, n);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}

void
lijn_canvas_paste (LijnCanvas *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), LIJN_TYPE_CLIP))
    gdk_clipboard_read_value_async (clipboard, LIJN_TYPE_CLIP, G_PRIORITY_DEFAULT, NULL,
                                    clip_read_cb, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (self));
}

void
lijn_canvas_duplicate (LijnCanvas *self)
{
  g_autoptr (LijnClip) clip = lijn_clip_new (lijn_view_get_selection (self->view));

  if (clip != NULL)
    paste_clip (self, clip, _ ("Duplicate"));
}
