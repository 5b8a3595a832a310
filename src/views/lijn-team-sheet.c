/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-team-sheet.h"

#include "lijn-board.h"
#include "lijn-columns-box.h"
#include "lijn-drag-friction.h"
#include "lijn-inspect.h"
#include "lijn-makers.h"
#include "lijn-remedies.h"
#include "lijn-review.h"

#include <glib/gi18n.h>

#define WIDEST 1100

/* What the review says of the team, each with what can be done about it. */
typedef struct
{
  LijnView *view;
  LijnTeam *team;
} Warnings;

static void
warnings_free (gpointer data)
{
  Warnings *self = data;

  g_object_unref (self->view);
  g_object_unref (self->team);
  g_free (self);
}

static GtkWidget *
make_warning (LijnView *view, const LijnFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *text = lijn_finding_describe (finding);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *remedy = lijn_remedies_make (view, finding);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "lijn-warning");
  gtk_box_append (GTK_BOX (box), label);
  if (remedy != NULL)
    gtk_box_append (GTK_BOX (box), remedy);
  return box;
}

static void
fill_warnings (GtkBox *box, LijnReview *review, LijnView *view, LijnTeam *team)
{
  GPtrArray *findings = lijn_review_get_findings (review);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < findings->len; i++)
    {
      const LijnFinding *finding = findings->pdata[i];

      if (finding->object == LIJN_OBJECT (team) && finding->waiver == NULL)
        gtk_box_append (box, make_warning (view, finding));
    }
}

static void
reviewed_cb (LijnReview *review, GtkBox *box)
{
  Warnings *self = g_object_get_data (G_OBJECT (box), "lijn-warnings");

  fill_warnings (box, review, self->view, self->team);
}

static GtkWidget *
make_warnings (LijnView *view, LijnTeam *team)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Warnings *self = g_new0 (Warnings, 1);

  self->view = g_object_ref (view);
  self->team = g_object_ref (team);
  g_object_set_data_full (G_OBJECT (box), "lijn-warnings", self, warnings_free);
  g_signal_connect_object (lijn_review_of (view), "changed", G_CALLBACK (reviewed_cb), box, 0);
  reviewed_cb (lijn_review_of (view), GTK_BOX (box));
  return box;
}

static GtkWidget *
make_charter (LijnView *view, LijnTeam *team)
{
  GtkWidget *columns = lijn_columns_new (1, 2, FALSE);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  lijn_inspect_team_charter (GTK_BOX (left), view, team);
  lijn_inspect_team_people (GTK_BOX (right), view, team);
  lijn_columns_add (columns, left);
  lijn_columns_add (columns, right);
  return columns;
}

static GtkWidget *
make_print_button (LijnTeam *team)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "document-print-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Print the charter…"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Print the charter…"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.print-charter");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    lijn_object_get_id (LIJN_OBJECT (team)));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

GtkWidget *
lijn_team_sheet_new (LijnView *view, LijnTeam *team)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *work = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  AdwPreferencesGroup *actions;

  gtk_widget_add_css_class (box, "lijn-sheet");
  gtk_box_append (GTK_BOX (box), make_warnings (view, team));
  gtk_box_append (GTK_BOX (box), make_charter (view, team));
  gtk_box_append (GTK_BOX (box), make_print_button (team));
  lijn_inspect_team_work (GTK_BOX (work), view, team);
  lijn_drag_friction_onto (work, view, team);
  gtk_box_append (GTK_BOX (box), work);

  actions = lijn_inspect_add_group (GTK_BOX (box), _ ("Actions"));
  adw_preferences_group_add (actions, lijn_board_new (view, team));
  gtk_box_append (GTK_BOX (box), lijn_maker_new_action (view, team));

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}
