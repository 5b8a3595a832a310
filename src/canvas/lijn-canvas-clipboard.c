/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-clip-content.h"

/* Copy, paste and duplicate; and pasting what was dropped (lijn-canvas-drop.c). */

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
finish (LijnCanvas *self, LijnClip *clip, GPtrArray *made, GError *error)
{
  guint held_back = lijn_clip_count_held_back (clip, lijn_view_get_map (self->view));
  g_autofree char *words = NULL;

  if (!lijn_view_report (self->view, made != NULL, error))
    return;
  show_made (self, made);
  if (held_back == 0)
    return;
  words = g_strdup_printf (ngettext ("%u private element stayed behind.",
                                     "%u private elements stayed behind.", held_back),
                           held_back);
  lijn_view_say (self->view, words);
}

static void
paste_beside (LijnCanvas *self, LijnClip *clip, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      made = lijn_clip_paste (clip, lijn_view_get_map (self->view), lijn_canvas_lane_for_new (self),
                              ASIDE, ASIDE, label, &error);

  finish (self, clip, made, g_steal_pointer (&error));
}

void
lijn_canvas_paste_clip_at (LijnCanvas *self, LijnClip *clip, const LijnPoint *at)
{
  const LijnLaneBox *box = lijn_layout_lane_at (self->layout, at->y);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) made = lijn_clip_paste_at (
      clip, lijn_view_get_map (self->view),
      box != NULL ? box->lane : lijn_canvas_lane_for_new (self), at, _ ("Paste"), &error);

  finish (self, clip, made, g_steal_pointer (&error));
}

/* Beside what is selected; with nothing selected where the pointer is, or was when the menu opened. */
static void
paste_clip (LijnCanvas *self, LijnClip *clip)
{
  if (lijn_view_get_selected (self->view) == NULL && self->inside)
    lijn_canvas_paste_clip_at (self, clip, &self->pointer.at);
  else
    paste_beside (self, clip, _ ("Paste"));
}

void
lijn_canvas_paste_text (LijnCanvas *self, const char *text, LijnLane *lane)
{
  LijnObject *selected = lane == NULL ? lijn_view_get_selected (self->view) : NULL;
  LijnElement *after = LIJN_IS_ELEMENT (selected) ? LIJN_ELEMENT (selected) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) made = NULL;

  if (lane == NULL && after != NULL)
    lane = lijn_element_get_lane (after);
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

  if (self->view == NULL)
    return;
  if (value == NULL)
    lijn_view_say (self->view, error->message);
  else if (lijn_canvas_can_edit (self))
    paste_clip (self, g_value_get_boxed (value));
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
    lijn_canvas_paste_text (self, text, NULL);
}

void
lijn_canvas_copy (LijnCanvas *self)
{
  g_autoptr (GdkContentProvider) content = lijn_clip_content_new (
      lijn_view_get_map (self->view), lijn_view_get_selection (self->view), NULL);

  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

/* Of another program the formats are mime types, which GDK turns into a clip. */
static gboolean
has_clip (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  return gdk_content_formats_contain_gtype (formats, LIJN_TYPE_CLIP) ||
         gdk_content_formats_contain_mime_type (formats, LIJN_CLIP_MIME_TYPE);
}

void
lijn_canvas_paste (LijnCanvas *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  lijn_clip_register ();
  if (has_clip (clipboard))
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
    paste_beside (self, clip, _ ("Duplicate"));
}
