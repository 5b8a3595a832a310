/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-remove-lane.h"

#include <glib/gi18n.h>

#include "lijn-edit.h"

/* The question what is to become of what is in a lane or party that is removed. */

typedef struct
{
  LijnView *view; /* (owned) */
  LijnObject *object; /* (owned) */
  GPtrArray *heirs; /* (owned) LijnLane, that can take what is in a lane */
  GtkDropDown *choice; /* (nullable) */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->view);
  g_object_unref (question->object);
  g_ptr_array_unref (question->heirs);
  g_free (question);
}

static guint
count_in_lane (LijnLane *lane)
{
  return lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (lane)), LIJN_TABLE_ELEMENT,
                                 "lane", LIJN_OBJECT (lane))
      ->len;
}

static guint
count_in (LijnObject *object)
{
  guint n = 0;

  if (LIJN_IS_LANE (object))
    return count_in_lane (LIJN_LANE (object));
  if (LIJN_IS_PARTY (object))
    {
      GPtrArray *lanes = lijn_project_referrers (lijn_object_get_project (object), LIJN_TABLE_LANE,
                                                 "party", object);

      for (guint i = 0; i < lanes->len; i++)
        n += count_in_lane (g_ptr_array_index (lanes, i));
    }
  return n;
}

/* The other lanes of its map, those of its own party first. */
static GPtrArray *
list_heirs (LijnObject *object)
{
  GPtrArray *heirs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) lanes = NULL;

  if (!LIJN_IS_LANE (object))
    return heirs;
  lanes = lijn_map_list_lanes (lijn_lane_get_map (LIJN_LANE (object)));
  for (int own = 1; own >= 0; own--)
    for (guint i = 0; i < lanes->len; i++)
      {
        LijnLane *lane = g_ptr_array_index (lanes, i);
        gboolean same = lijn_lane_get_party (lane) == lijn_lane_get_party (LIJN_LANE (object));

        if (LIJN_OBJECT (lane) != object && same == own)
          g_ptr_array_add (heirs, g_object_ref (lane));
      }
  return heirs;
}

static GtkWidget *
new_choice (Question *question)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Lane that takes them"));

  for (guint i = 0; i < question->heirs->len; i++)
    {
      LijnLane *lane = g_ptr_array_index (question->heirs, i);
      g_autofree char *name = g_strdup_printf (C_ ("party and lane", "%1$s: %2$s"),
                                               lijn_party_get_name (lijn_lane_get_party (lane)),
                                               lijn_lane_get_name (lane));

      gtk_string_list_append (names, name);
    }
  question->choice = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (question->choice));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (question->choice),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->choice));
  return box;
}

static gboolean
move_away (Question *question, GError **error)
{
  guint place = gtk_drop_down_get_selected (question->choice);
  LijnLane *heir = g_ptr_array_index (question->heirs, place);

  if (!lijn_edit_join_lanes (LIJN_LANE (question->object), heir, error))
    return FALSE;
  lijn_view_select (question->view, LIJN_OBJECT (heir));
  return TRUE;
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (g_str_equal (response, "cancel") || lijn_object_is_gone (question->object))
    return;
  if (g_str_equal (response, "move"))
    ok = move_away (question, &error);
  else
    ok = lijn_edit_remove_one (question->object, &error);
  lijn_view_report (question->view, ok, g_steal_pointer (&error));
}

static AdwMessageDialog *
new_dialog (Question *question, GtkWindow *window, guint n)
{
  g_autofree char *heading = g_strdup_printf (_ ("Delete “%s”?"),
                                              lijn_object_get_name (question->object));
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  body = g_strdup_printf (
      LIJN_IS_LANE (question->object)
          ? ngettext ("There is %u element in this lane.", "There are %u elements in this lane.", n)
          : ngettext ("There is %u element in the lanes of this party. "
                      "It is deleted too, on all maps.",
                      "There are %u elements in the lanes of this party. "
                      "They are deleted too, on all maps.",
                      n),
      n);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, body));
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (
      dialog, "delete", LIJN_IS_LANE (question->object) ? _ ("_Delete Them Too") : _ ("_Delete"));
  adw_message_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "cancel");
  if (question->heirs->len > 0)
    {
      adw_message_dialog_add_response (dialog, "move", _ ("_Move Them"));
      adw_message_dialog_set_response_appearance (dialog, "move", ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (dialog, "move");
      adw_message_dialog_set_extra_child (dialog, new_choice (question));
    }
  return dialog;
}

gboolean
lijn_remove_lane_ask (GtkWidget *widget, LijnView *view, LijnObject *object)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  guint n = count_in (object);
  Question *question = NULL;
  AdwMessageDialog *dialog;

  if (n == 0 || !GTK_IS_WINDOW (root))
    return FALSE;
  question = g_new0 (Question, 1);
  question->view = g_object_ref (view);
  question->object = g_object_ref (object);
  question->heirs = list_heirs (object);
  dialog = new_dialog (question, GTK_WINDOW (root), n);
  g_object_set_data_full (G_OBJECT (dialog), "lijn-question", question, question_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
