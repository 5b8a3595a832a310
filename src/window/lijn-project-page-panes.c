/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-project-page-private.h"

#include "lijn-settings.h"

/* Outline and inspector: on which page they are seen, how wide they are, and how F6 goes from one to
 * the next. */

static void
toggle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);
  GtkToggleButton *toggle = g_str_equal (action, "page.toggle-outline") ? self->outline_toggle
                                                                        : self->inspector_toggle;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (toggle)))
    return;
  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
}

/* The panes in the order in which F6 visits them; those that are hidden are passed over. */
static void
next_pane_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);
  LijnMapPage *map = lijn_pages_get_map_page (self->pages);
  GtkStack *stack = lijn_pages_get_stack (self->pages);
  gboolean on_map = lijn_pages_is_map (self->pages);
  GtkWidget *panes[] = {
    GTK_WIDGET (self->outline),
    on_map ? GTK_WIDGET (lijn_map_page_get_canvas (map)) : gtk_stack_get_visible_child (stack),
    on_map ? GTK_WIDGET (lijn_map_page_get_capture (map)) : NULL,
    GTK_WIDGET (self->inspector),
  };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  guint here = G_N_ELEMENTS (panes) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (focus != NULL && panes[i] != NULL &&
        (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
      here = i;

  for (guint i = 1; i <= G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = panes[(here + i) % G_N_ELEMENTS (panes)];

      if (pane != NULL && gtk_widget_get_visible (pane) &&
          (gtk_widget_grab_focus (pane) || gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD)))
        return;
    }
}

/* A pane is seen while its button is down, beside a page that it says something about. */
static void
update_pane (GtkToggleButton *toggle, GtkWidget *pane, gboolean useful)
{
  gtk_widget_set_sensitive (GTK_WIDGET (toggle), useful);
  gtk_widget_set_visible (pane, useful && gtk_toggle_button_get_active (toggle));
}

static void
update_panes (LijnProjectPage *self)
{
  LijnPanes panes = lijn_pages_get_panes (self->pages);

  update_pane (self->outline_toggle, GTK_WIDGET (self->outline), (panes & LIJN_PANE_OUTLINE) != 0);
  update_pane (self->inspector_toggle, GTK_WIDGET (self->inspector),
               (panes & LIJN_PANE_INSPECTOR) != 0);
}

/* The map is what people wait for: what stands beside it is filled once the first frame has shown
 * it, in the second one. */
static gboolean
fill_panes_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  if (self->first_frame == 0)
    self->first_frame = frame + 1;
  if (frame < self->first_frame)
    return G_SOURCE_CONTINUE;

  lijn_outline_set_view (self->outline, self->view);
  lijn_inspector_set_view (self->inspector, self->view);
  return G_SOURCE_REMOVE;
}

void
lijn_project_page_install_pane_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.toggle-outline", NULL, toggle_cb);
  gtk_widget_class_install_action (widget_class, "page.toggle-inspector", NULL, toggle_cb);
  gtk_widget_class_install_action (widget_class, "page.next-pane", NULL, next_pane_cb);
}

void
lijn_project_page_add_panes (LijnProjectPage *self)
{
  GSettings *settings = lijn_settings_get ();

  g_signal_connect_object (lijn_pages_get_stack (self->pages), "notify::visible-child",
                           G_CALLBACK (update_panes), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->outline_toggle, "toggled", G_CALLBACK (update_panes), self);
  g_signal_connect_swapped (self->inspector_toggle, "toggled", G_CALLBACK (update_panes), self);

  g_settings_bind (settings, "show-outline", self->outline_toggle, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "show-inspector", self->inspector_toggle, "active",
                   G_SETTINGS_BIND_DEFAULT);
  update_panes (self);
}

void
lijn_project_page_fill_panes (LijnProjectPage *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_panes_cb, NULL, NULL);
}

/* Panes as wide as they were: of the inner one that counts from the right edge, of a window that may
 * not have its size yet. */
void
lijn_project_page_place_panes (LijnProjectPage *self)
{
  GSettings *settings = lijn_settings_get ();
  int outline = g_settings_get_int (settings, "outline-width");
  int inspector = g_settings_get_int (settings, "inspector-width");
  gboolean shown = g_settings_get_boolean (settings, "show-outline");
  int width = gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));

  if (width == 0)
    width = g_settings_get_int (settings, "window-width");
  gtk_paned_set_position (self->outer, outline);
  gtk_paned_set_position (self->inner, MAX (320, width - (shown ? outline : 0) - inspector));
}

void
lijn_project_page_note_panes (LijnProjectPage *self)
{
  GSettings *settings = lijn_settings_get ();

  if (gtk_widget_get_visible (GTK_WIDGET (self->outline)))
    g_settings_set_int (settings, "outline-width",
                        MAX (gtk_widget_get_width (GTK_WIDGET (self->outline)), 180));
  if (gtk_widget_get_visible (GTK_WIDGET (self->inspector)))
    g_settings_set_int (settings, "inspector-width",
                        MAX (gtk_widget_get_width (GTK_WIDGET (self->inspector)), 260));
}

void
lijn_project_page_edit (LijnProjectPage *self)
{
  gtk_toggle_button_set_active (self->inspector_toggle, TRUE);
  lijn_inspector_edit (self->inspector);
}
