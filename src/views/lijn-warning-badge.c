/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-warning-badge.h"

#include "lijn-remedies.h"
#include "lijn-review.h"

#include <glib/gi18n.h>

#define TEXT_WIDTH 36 /* characters */

struct _LijnWarningBadge
{
  AdwBin parent_instance;

  LijnView *view;
  LijnObject *object;
  LijnReview *review;
  GtkWidget *button;
  GtkWidget *popover;
};

G_DEFINE_FINAL_TYPE (LijnWarningBadge, lijn_warning_badge, ADW_TYPE_BIN)

/* (transfer container) (element-type LijnFinding) */
static GPtrArray *
list_findings (LijnWarningBadge *self)
{
  GPtrArray *all = lijn_review_get_findings (self->review);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const LijnFinding *finding = all->pdata[i];

      if (finding->object == self->object && finding->waiver == NULL)
        g_ptr_array_add (found, all->pdata[i]);
    }
  return found;
}

static void
update (LijnWarningBadge *self)
{
  g_autoptr (GPtrArray) findings = list_findings (self);
  g_autofree char *text = findings->len > 0 ? lijn_finding_describe (findings->pdata[0]) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), findings->len > 0);
  gtk_widget_set_tooltip_text (self->button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
}

static void
show_cb (LijnWarningBadge *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GPtrArray) findings = list_findings (self);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = lijn_finding_describe (findings->pdata[i]);
      GtkWidget *label = gtk_label_new (text);
      GtkWidget *remedy = lijn_remedies_make (self->view, findings->pdata[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
      gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_WIDTH);
      gtk_box_append (GTK_BOX (box), label);
      if (remedy != NULL)
        gtk_box_append (GTK_BOX (box), remedy);
    }
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
}

static void
lijn_warning_badge_dispose (GObject *object)
{
  LijnWarningBadge *self = LIJN_WARNING_BADGE (object);

  g_clear_object (&self->review);
  g_clear_object (&self->view);
  g_clear_object (&self->object);
  G_OBJECT_CLASS (lijn_warning_badge_parent_class)->dispose (object);
}

static void
lijn_warning_badge_class_init (LijnWarningBadgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_warning_badge_dispose;
}

static void
lijn_warning_badge_init (LijnWarningBadge *self)
{
  self->popover = gtk_popover_new ();
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "dialog-warning-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "lijn-quiet-warning");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (show_cb), self);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

GtkWidget *
lijn_warning_badge_new (LijnView *view, gpointer object)
{
  LijnWarningBadge *self = g_object_new (LIJN_TYPE_WARNING_BADGE, NULL);

  self->view = g_object_ref (view);
  self->object = g_object_ref (object);
  self->review = g_object_ref (lijn_review_of (view));
  update (self);
  g_signal_connect_object (self->review, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
