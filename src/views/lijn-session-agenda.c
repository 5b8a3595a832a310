/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-session-parts.h"

#include "lijn-add-row.h"
#include "lijn-edit.h"
#include "lijn-entry-field.h"
#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The agenda: a row a point, with its time and whether it is done; Alt with the arrows moves it. A
 * new point is typed with its time behind it. */

#define LONGEST_TIME 480
#define TIME_STEP 5

static GPtrArray *
list_items (LijnAgendaItem *item)
{
  return lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (item)),
                                 LIJN_TABLE_AGENDA_ITEM, "session",
                                 LIJN_OBJECT (lijn_agenda_item_get_session (item)));
}

/* Moves by @places rows; what is at the end stays there. */
static gboolean
move (LijnAgendaItem *item, int places, GError **error)
{
  GPtrArray *items = list_items (item);
  guint place = 0;
  int to;

  g_ptr_array_find (items, item, &place);
  to = (int) place + places + (places > 0 ? 1 : 0);
  if (to < 0 || to > (int) items->len)
    return TRUE;
  return lijn_edit_move_agenda_item (item, to < (int) items->len ? items->pdata[to] : NULL, error);
}

static gboolean
move_up (LijnView *view, LijnObject *item, GError **error)
{
  return move (LIJN_AGENDA_ITEM (item), -1, error);
}

static gboolean
move_down (LijnView *view, LijnObject *item, GError **error)
{
  return move (LIJN_AGENDA_ITEM (item), 1, error);
}

static gboolean
remove_item (LijnView *view, LijnObject *item, GError **error)
{
  return lijn_edit_remove_one (item, error);
}

/* The row that moves is made anew; the one that is there now takes the focus. */
static void
focus_item (GtkWidget *list, LijnAgendaItem *item)
{
  GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL;

  while (row != NULL && g_object_get_data (G_OBJECT (row), "lijn-item") != (gpointer) item)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                GtkWidget *row)
{
  g_autoptr (LijnView) view = g_object_ref (g_object_get_data (G_OBJECT (row), "lijn-view"));
  g_autoptr (LijnAgendaItem) item = g_object_ref (g_object_get_data (G_OBJECT (row), "lijn-item"));
  GtkWidget *list = gtk_widget_get_parent (row);
  GError *error = NULL;
  gboolean ok;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK ||
      (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return FALSE;
  ok = move (item, key == GDK_KEY_Up ? -1 : 1, &error);
  if (lijn_view_report (view, ok, error))
    focus_item (list, item);

  return TRUE;
}

static void
time_changed_cb (GtkSpinButton *spin, LijnView *view)
{
  LijnObject *item = g_object_get_data (G_OBJECT (spin), "lijn-item");
  double minutes = gtk_spin_button_get_value (spin);
  g_autofree char *text = minutes > 0 ? lijn_number_to_text (minutes) : g_strdup ("");
  double now = lijn_agenda_item_get_minutes (LIJN_AGENDA_ITEM (item));
  GError *error = NULL;
  gboolean ok;

  if (lijn_object_is_gone (item) || G_APPROX_VALUE (isnan (now) ? 0 : now, minutes, 0.01))
    return;
  ok = lijn_edit_set (item, "minutes", text, &error);
  lijn_view_report (view, ok, error);
}

static void
show_time (GtkSpinButton *spin)
{
  LijnAgendaItem *item = g_object_get_data (G_OBJECT (spin), "lijn-item");
  double minutes = lijn_agenda_item_get_minutes (item);

  gtk_spin_button_set_value (spin, isnan (minutes) ? 0 : minutes);
}

static GtkWidget *
make_time (LijnView *view, LijnObject *item)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, LONGEST_TIME, TIME_STEP);

  g_object_set_data_full (G_OBJECT (spin), "lijn-item", g_object_ref (item), g_object_unref);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (spin, _ ("Time for this point, in minutes; 0: no time"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Time for this point, in minutes; 0: no time"), -1);
  show_time (GTK_SPIN_BUTTON (spin));
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (time_changed_cb), view, 0);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_time), spin, G_CONNECT_SWAPPED);

  return spin;
}

static GtkWidget *
make_row (LijnView *view, LijnObject *session, LijnObject *item)
{
  GtkWidget *row = lijn_entry_field_new (view, item, "title");
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data_full (G_OBJECT (row), "lijn-item", g_object_ref (item), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "lijn-view", g_object_ref (view), g_object_unref);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), row);
  gtk_widget_add_controller (row, keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Point of the agenda"));
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row),
                            lijn_session_check_button (view, item, "done", _ ("Done")));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), make_time (view, item));
  adw_entry_row_add_suffix (
      ADW_ENTRY_ROW (row),
      lijn_session_row_button (view, item, "go-up-symbolic", _ ("Earlier (Alt+Up)"), move_up));
  adw_entry_row_add_suffix (
      ADW_ENTRY_ROW (row),
      lijn_session_row_button (view, item, "go-down-symbolic", _ ("Later (Alt+Down)"), move_down));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                            lijn_session_row_button (view, item, "list-remove-symbolic",
                                                     _ ("Take off the agenda"), remove_item));

  return row;
}

static void
find_items (LijnView *view, LijnObject *session, GPtrArray *found)
{
  lijn_inspect_find (found, LIJN_TABLE_AGENDA_ITEM, "session", session);
}

/* Takes a time off the end of @text: "Walk the map 45 min". A number without a unit is not one, as
 * in "Phase 2". Returns: the minutes, or NAN. */
static double
take_time (char *text)
{
  for (char *p = text; *p != '\0'; p++)
    {
      double minutes;

      if (!g_ascii_isdigit (*p) || p == text || p[-1] != ' ' ||
          p[strspn (p, "0123456789., ")] == '\0' || !lijn_words_to_duration (p, &minutes) ||
          isnan (minutes))
        continue;
      *p = '\0';
      g_strchomp (text);
      return minutes;
    }
  return (double) NAN;
}

static gboolean
add_item (LijnView *view, LijnObject *session, const char *text, gpointer unused, GError **error)
{
  g_autofree char *title = g_strdup (text);
  double minutes = take_time (title);

  return lijn_edit_add_agenda_item (LIJN_SESSION (session), title, minutes, error) != NULL;
}

void
lijn_session_add_agenda (GtkBox *page, LijnView *view, LijnSession *session)
{
  AdwPreferencesGroup *group = lijn_inspect_add_list (page, _ ("Agenda"), view, session, find_items,
                                                      make_row);

  lijn_session_add_row (group, lijn_add_row_new (view, session,
                                                 _ ("Add a point, such as “Walk the map 45 min”"),
                                                 add_item, NULL));
}
