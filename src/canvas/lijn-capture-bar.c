/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-bar.h"

#include <glib/gi18n.h>

#include "lijn-capture.h"
#include "lijn-completion.h"
#include "lijn-undo-keys.h"

/* An entry, and a line below it that says what the typed line would do, or what is wrong with it. What
 * could complete the line is offered in a popover: Down and Up go through it, Tab or Return takes what
 * is chosen there. With nothing to choose, Up and Down walk through the lines that were entered. */

#define MOST_COMPLETIONS 6

struct _LijnCaptureBar
{
  GtkWidget parent_instance;

  LijnView *view;
  LijnCanvas *canvas; /* (nullable) (weak) */
  LijnCapture *capture;
  gulong map_id, selection_id;

  GtkWidget *entry;
  GtkWidget *says;
  LijnCompletion *completion;

  GPtrArray *history; /* (element-type utf8): oldest first */
  guint at; /* in the history; its length: the line being typed */
  char *draft; /* (nullable): what was being typed when the walk through the history began */
  gboolean setting; /* the text is being set, not typed */
};

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LijnCaptureBar, lijn_capture_bar, GTK_TYPE_WIDGET)

static void
say (LijnCaptureBar *self, const char *text, gboolean wrong)
{
  gtk_label_set_text (GTK_LABEL (self->says), text);
  /* On one line while somebody types, as the map would move with each line more. */
  gtk_label_set_ellipsize (GTK_LABEL (self->says),
                           wrong ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (self->says), wrong ? -1 : 1);
  gtk_widget_set_tooltip_text (self->says, text);
  if (wrong)
    gtk_widget_add_css_class (self->says, "error");
  else
    gtk_widget_remove_css_class (self->says, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
set_text (LijnCaptureBar *self, const char *text)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->setting = FALSE;
}

static void
explain (LijnCaptureBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *words = NULL;
  gboolean wrong = FALSE;

  if (self->capture == NULL || text[0] == '\0')
    {
      say (self, _ ("Party / Lane: what is done, then Return"), FALSE);
      return;
    }
  words = lijn_capture_explain (self->capture, text, &wrong);
  /* While it is being typed a line is not wrong yet, only not whole: no red. */
  say (self, words, FALSE);
}

static void
offer (LijnCaptureBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_auto (GStrv) lines = NULL;

  if (self->capture != NULL && text[0] != '\0')
    lines = lijn_capture_complete (self->capture, text, MOST_COMPLETIONS);
  lijn_completion_offer (self->completion, (const char *const *) lines, text);
}

static void
changed_cb (GtkEditable *editable, LijnCaptureBar *self)
{
  explain (self);
  if (self->setting)
    return;
  self->at = self->history->len;
  g_clear_pointer (&self->draft, g_free);
  offer (self);
}

static void
take_completion (LijnCaptureBar *self, const char *line)
{
  set_text (self, line);
  offer (self);
}

static void
chosen_cb (LijnCompletion *completion, const char *line, LijnCaptureBar *self)
{
  take_completion (self, line);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
remember (LijnCaptureBar *self, const char *line)
{
  const char *last = self->history->len > 0
                         ? g_ptr_array_index (self->history, self->history->len - 1)
                         : "";

  if (line[0] != '\0' && !g_str_equal (last, line) && !lijn_capture_is_blind (line))
    g_ptr_array_add (self->history, g_strdup (line));
  self->at = self->history->len;
  g_clear_pointer (&self->draft, g_free);
}

static void
activate_cb (GtkEntry *entry, LijnCaptureBar *self)
{
  g_autofree char *line = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_autofree char *chosen = lijn_completion_dup_chosen (self->completion);
  g_autoptr (GError) error = NULL;
  LijnObject *made = NULL;

  if (self->capture == NULL)
    return;
  if (chosen != NULL)
    {
      take_completion (self, chosen);
      return;
    }
  lijn_completion_offer (self->completion, NULL, "");
  if (!lijn_capture_line (self->capture, line, &made, &error))
    {
      say (self, error->message, TRUE);
      return;
    }
  remember (self, line);
  set_text (self, "");
  if (made != NULL)
    {
      g_signal_handler_block (self->view, self->selection_id);
      lijn_view_select (self->view, made);
      if (self->canvas != NULL)
        lijn_canvas_show_made (self->canvas, made);
      g_signal_handler_unblock (self->view, self->selection_id);
    }
}

static void
walk (LijnCaptureBar *self, gboolean up)
{
  if (up ? self->at == 0 : self->at >= self->history->len)
    return;
  if (self->draft == NULL)
    self->draft = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  self->at += up ? -1U : 1U;
  lijn_completion_offer (self->completion, NULL, "");
  set_text (self, self->at < self->history->len ? g_ptr_array_index (self->history, self->at)
                                                : self->draft);
  if (self->at == self->history->len)
    g_clear_pointer (&self->draft, g_free);
}

static gboolean
up_or_down (LijnCaptureBar *self, gboolean up)
{
  if (!lijn_completion_move (self->completion, up ? -1 : 1))
    walk (self, up);
  return TRUE;
}

static gboolean
take_best (LijnCaptureBar *self)
{
  g_autofree char *line = lijn_completion_dup_best (self->completion);

  if (line == NULL)
    return FALSE;
  take_completion (self, line);
  return TRUE;
}

static gboolean
leave (LijnCaptureBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (lijn_completion_is_offered (self->completion))
    {
      lijn_completion_offer (self->completion, NULL, "");
      return TRUE;
    }
  if (self->canvas != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return root != NULL && gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_BACKWARD);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        LijnCaptureBar *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] == '\0' &&
      lijn_undo_keys (GTK_WIDGET (self), key, state))
    return TRUE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return up_or_down (self, TRUE);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return up_or_down (self, FALSE);
    case GDK_KEY_Tab:
      return take_best (self);
    case GDK_KEY_Escape:
      return leave (self);
    default:
      return FALSE;
    }
}

static void
focus_out_cb (GtkEventControllerFocus *controller, LijnCaptureBar *self)
{
  lijn_completion_offer (self->completion, NULL, "");
}

static void
map_cb (LijnView *view, GParamSpec *pspec, LijnCaptureBar *self)
{
  LijnMap *map = lijn_view_get_map (view);

  if (map != NULL)
    lijn_capture_set_map (self->capture, map);
  explain (self);
}

/* The next line comes after what one selects on the map. */
static void
selection_cb (LijnView *view, LijnCaptureBar *self)
{
  LijnObject *object = lijn_view_get_selected (view);

  if (object != NULL)
    lijn_capture_set_last (self->capture, object);
  explain (self);
}

GtkWidget *
lijn_capture_bar_new (LijnView *view)
{
  return g_object_new (LIJN_TYPE_CAPTURE_BAR, "view", view, NULL);
}

void
lijn_capture_bar_set_view (LijnCaptureBar *self, LijnView *view)
{
  if (view == self->view)
    return;

  if (self->view != NULL)
    {
      g_clear_signal_handler (&self->map_id, self->view);
      g_clear_signal_handler (&self->selection_id, self->view);
    }
  g_clear_object (&self->capture);
  g_set_object (&self->view, view);
  if (view != NULL)
    {
      LijnProject *project = lijn_view_get_project (view);

      self->capture = lijn_capture_new (project, lijn_view_get_map (view));
      self->map_id = g_signal_connect (view, "notify::map", G_CALLBACK (map_cb), self);
      self->selection_id = g_signal_connect (view, "selection-changed", G_CALLBACK (selection_cb),
                                             self);
      gtk_widget_set_sensitive (GTK_WIDGET (self),
                                !lijn_store_is_read_only (lijn_project_get_store (project)));
    }
  explain (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIEW]);
}

void
lijn_capture_bar_set_canvas (LijnCaptureBar *self, LijnCanvas *canvas)
{
  g_set_weak_pointer (&self->canvas, canvas);
}

static gboolean
lijn_capture_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LIJN_CAPTURE_BAR (widget)->entry);
}

static void
lijn_capture_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LijnCaptureBar *self = LIJN_CAPTURE_BAR (object);

  if (id == PROP_VIEW)
    g_value_set_object (value, self->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lijn_capture_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LijnCaptureBar *self = LIJN_CAPTURE_BAR (object);

  if (id == PROP_VIEW)
    lijn_capture_bar_set_view (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lijn_capture_bar_dispose (GObject *object)
{
  LijnCaptureBar *self = LIJN_CAPTURE_BAR (object);

  if (self->entry != NULL)
    {
      lijn_capture_bar_set_view (self, NULL);
      g_signal_handlers_disconnect_by_data (self->entry, self);
    }
  g_clear_weak_pointer (&self->canvas);
  g_clear_pointer (&self->completion, lijn_completion_free);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->says, gtk_widget_unparent);

  G_OBJECT_CLASS (lijn_capture_bar_parent_class)->dispose (object);
}

static void
lijn_capture_bar_finalize (GObject *object)
{
  LijnCaptureBar *self = LIJN_CAPTURE_BAR (object);

  g_ptr_array_unref (self->history);
  g_free (self->draft);

  G_OBJECT_CLASS (lijn_capture_bar_parent_class)->finalize (object);
}

static void
lijn_capture_bar_class_init (LijnCaptureBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lijn_capture_bar_dispose;
  object_class->finalize = lijn_capture_bar_finalize;
  object_class->get_property = lijn_capture_bar_get_property;
  object_class->set_property = lijn_capture_bar_set_property;
  widget_class->grab_focus = lijn_capture_bar_grab_focus;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, LIJN_TYPE_VIEW,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                              G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "capturebar");
}

static void
add_entry (LijnCaptureBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  _ ("Customer / Claims desk: Send claim form"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Capture line: who does what"), -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_out_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

static void
lijn_capture_bar_init (LijnCaptureBar *self)
{
  GtkLayoutManager *box = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (box), 4);
  self->history = g_ptr_array_new_with_free_func (g_free);
  add_entry (self);

  self->says = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->says), 0);
  gtk_label_set_wrap (GTK_LABEL (self->says), TRUE);
  gtk_widget_add_css_class (self->says, "caption");
  gtk_widget_add_css_class (self->says, "dim-label");
  gtk_widget_set_parent (self->says, GTK_WIDGET (self));

  self->completion = lijn_completion_new (self->entry);
  lijn_completion_on_chosen (self->completion, (LijnCompletionChosen) chosen_cb, self);
  explain (self);
}
