/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-check-row.h"

#include "lijn-ask.h"
#include "lijn-badge.h"
#include "lijn-edit.h"
#include "lijn-remedies.h"
#include "lijn-wrapped-label.h"

#include <glib/gi18n.h>

struct _LijnCheckLine
{
  GObject parent_instance;

  LijnFinding finding; /* (owned) what is in it */
  guint n_findings; /* of a heading; 0 for a finding */
};

G_DEFINE_FINAL_TYPE (LijnCheckLine, lijn_check_line, G_TYPE_OBJECT)

static void
lijn_check_line_dispose (GObject *object)
{
  LijnCheckLine *self = LIJN_CHECK_LINE (object);

  g_clear_object (&self->finding.object);
  g_clear_object (&self->finding.waiver);
  G_OBJECT_CLASS (lijn_check_line_parent_class)->dispose (object);
}

static void
lijn_check_line_class_init (LijnCheckLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_check_line_dispose;
}

static void
lijn_check_line_init (LijnCheckLine *self)
{
}

LijnCheckLine *
lijn_check_line_new_heading (LijnCheckKind kind, guint n_findings)
{
  LijnCheckLine *self = g_object_new (LIJN_TYPE_CHECK_LINE, NULL);

  self->finding.kind = kind;
  self->n_findings = n_findings;
  return self;
}

LijnCheckLine *
lijn_check_line_new (const LijnFinding *finding)
{
  LijnCheckLine *self = g_object_new (LIJN_TYPE_CHECK_LINE, NULL);

  self->finding.kind = finding->kind;
  g_set_object (&self->finding.object, finding->object);
  g_set_object (&self->finding.waiver, finding->waiver);
  return self;
}

LijnObject *
lijn_check_line_get_object (LijnCheckLine *self)
{
  return self->finding.object;
}

struct _LijnCheckRow
{
  AdwBin parent_instance;

  LijnView *view;
  LijnCheckLine *line;
  GtkWidget *badge;
  GtkLabel *title;
  GtkLabel *reason; /* why it was set aside */
  AdwBin *remedy;
  GtkWidget *show;
  GtkWidget *aside; /* set aside, or take back */
};

G_DEFINE_FINAL_TYPE (LijnCheckRow, lijn_check_row, ADW_TYPE_BIN)

static void
show_clicked_cb (LijnCheckRow *self)
{
  lijn_view_show (self->view, self->line->finding.object);
}

static void
reason_given (gpointer data, const char *reason)
{
  LijnCheckRow *self = data;
  GError *error = NULL;
  gboolean ok;

  if (self->line == NULL)
    return;
  ok = lijn_edit_set_aside (lijn_view_get_project (self->view), &self->line->finding, reason,
                            &error) != NULL;
  lijn_view_report (self->view, ok, error);
}

static void
aside_clicked_cb (LijnCheckRow *self)
{
  GError *error = NULL;
  gboolean ok;

  if (self->line->finding.waiver == NULL)
    {
      lijn_ask (self, _ ("Set aside"), _ ("Why is this as it should be? The others can read it."),
                _ ("Reason"), _ ("_Set Aside"), reason_given);
      return;
    }
  ok = lijn_edit_take_back (self->line->finding.waiver, &error);
  lijn_view_report (self->view, ok, error);
}

static void
set_heading (LijnCheckRow *self)
{
  g_autofree char *text = NULL;

  /* Translators: a kind of findings, and how many there are. */
  text = g_strdup_printf (_ ("%s · %u"), lijn_check_get_title (self->line->finding.kind),
                          self->line->n_findings);
  gtk_label_set_text (self->title, text);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
}

static void
set_finding (LijnCheckRow *self)
{
  const LijnFinding *finding = &self->line->finding;
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (self->view));
  gboolean aside = finding->waiver != NULL;
  const char *label = aside ? _ ("Take back") : _ ("Set aside…");
  GtkButton *button = GTK_BUTTON (self->aside);
  g_autofree char *text = lijn_finding_describe (finding);

  gtk_label_set_text (self->title, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->title), "heading");
  gtk_label_set_text (self->reason, aside ? lijn_waiver_get_reason (finding->waiver) : "");
  if (aside)
    gtk_button_set_label (button, label);
  else
    gtk_button_set_icon_name (button, "view-conceal-symbolic");
  gtk_widget_set_tooltip_text (self->aside, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_sensitive (self->aside, !lijn_store_is_read_only (store));
  if (!aside)
    adw_bin_set_child (self->remedy, lijn_remedies_make (self->view, finding));
}

void
lijn_check_row_set_line (LijnCheckRow *self, LijnCheckLine *line)
{
  gboolean finding = line != NULL && line->n_findings == 0;

  g_set_object (&self->line, line);
  adw_bin_set_child (self->remedy, NULL);
  gtk_label_set_text (self->reason, "");
  if (finding)
    set_finding (self);
  else if (line != NULL)
    set_heading (self);

  lijn_badge_set_object (LIJN_BADGE (self->badge), finding ? line->finding.object : NULL);
  gtk_widget_set_visible (self->badge, finding);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), *gtk_label_get_text (self->reason) != '\0');
  gtk_widget_set_visible (self->show, finding && line->finding.object != NULL);
  gtk_widget_set_visible (self->aside, finding);
}

static void
lijn_check_row_dispose (GObject *object)
{
  LijnCheckRow *self = LIJN_CHECK_ROW (object);

  g_clear_object (&self->line);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (lijn_check_row_parent_class)->dispose (object);
}

static void
lijn_check_row_class_init (LijnCheckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_check_row_dispose;
}

static void
lijn_check_row_init (LijnCheckRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->badge = lijn_badge_new (NULL);
  self->title = lijn_wrapped_label_new (NULL);
  self->reason = lijn_wrapped_label_new ("dim-label");
  self->remedy = ADW_BIN (adw_bin_new ());
  self->show = gtk_button_new_from_icon_name ("find-location-symbolic");
  self->aside = gtk_button_new_with_label ("");

  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (text), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (text), GTK_WIDGET (self->reason));
  gtk_widget_set_tooltip_text (self->show, _ ("Show on the map (Return)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show on the map"), -1);
  gtk_widget_add_css_class (self->show, "flat");
  gtk_widget_add_css_class (self->aside, "flat");
  g_signal_connect_swapped (self->show, "clicked", G_CALLBACK (show_clicked_cb), self);
  g_signal_connect_swapped (self->aside, "clicked", G_CALLBACK (aside_clicked_cb), self);

  gtk_widget_set_valign (GTK_WIDGET (self->remedy), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->show, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->aside, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->badge);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->remedy));
  gtk_box_append (GTK_BOX (box), self->show);
  gtk_box_append (GTK_BOX (box), self->aside);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
lijn_check_row_new (LijnView *view)
{
  LijnCheckRow *self = g_object_new (LIJN_TYPE_CHECK_ROW, NULL);

  self->view = g_object_ref (view);
  return GTK_WIDGET (self);
}
