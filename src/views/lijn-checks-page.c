/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-checks-page.h"

#include "lijn-check-row.h"
#include "lijn-review.h"

#include <glib/gi18n.h>

/* A list view over lines, made anew when the review has changed: a kind's heading, then its findings,
 * what is new before what was set aside. */

#define WIDEST 900

struct _LijnChecksPage
{
  AdwBin parent_instance;

  LijnView *view;
  LijnReview *review;
  GListStore *lines;
  GtkStack *stack;
  GtkLabel *summary;
  GtkWidget *with_aside; /* toggle: what was set aside too */
};

G_DEFINE_FINAL_TYPE (LijnChecksPage, lijn_checks_page, ADW_TYPE_BIN)

static gboolean
is_shown (LijnChecksPage *self, const LijnFinding *finding)
{
  return finding->waiver == NULL ||
         gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->with_aside));
}

/* Adds findings of one kind from number @first on. Returns: the number of the next kind's first. */
static guint
add_kind (LijnChecksPage *self, GPtrArray *findings, guint first, GPtrArray *lines)
{
  LijnCheckKind kind = ((const LijnFinding *) findings->pdata[first])->kind;
  guint heading = lines->len;
  guint next = first;

  for (; next < findings->len; next++)
    {
      const LijnFinding *finding = findings->pdata[next];

      if (finding->kind != kind)
        break;
      if (is_shown (self, finding))
        g_ptr_array_add (lines, lijn_check_line_new (finding));
    }
  if (lines->len > heading)
    g_ptr_array_insert (lines, (int) heading,
                        lijn_check_line_new_heading (kind, lines->len - heading));
  return next;
}

static void
update_summary (LijnChecksPage *self, GPtrArray *findings)
{
  guint open = lijn_review_count_open (self->review);
  guint aside = findings->len - open;
  g_autofree char *text = g_strdup_printf (ngettext ("%u finding", "%u findings", open), open);
  g_autofree char *label = g_strdup_printf (_ ("Set Aside (%u)"), aside);

  gtk_label_set_text (self->summary, text);
  gtk_button_set_label (GTK_BUTTON (self->with_aside), label);
  gtk_widget_set_visible (self->with_aside, aside > 0);
}

static void
update (LijnChecksPage *self)
{
  GPtrArray *findings = lijn_review_get_findings (self->review);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < findings->len;)
    i = add_kind (self, findings, i, lines);
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
  update_summary (self, findings);
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0 ? "list" : "nothing");
}

static void
activate_cb (LijnChecksPage *self, guint position)
{
  g_autoptr (LijnCheckLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);
  LijnObject *object = line != NULL ? lijn_check_line_get_object (line) : NULL;

  if (object != NULL)
    lijn_view_show (self->view, object);
}

static void
setup_cb (LijnChecksPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, lijn_check_row_new (self->view));
}

static void
bind_cb (LijnChecksPage *self, GtkListItem *item)
{
  lijn_check_row_set_line (LIJN_CHECK_ROW (gtk_list_item_get_child (item)),
                           gtk_list_item_get_item (item));
}

static void
unbind_cb (LijnChecksPage *self, GtkListItem *item)
{
  lijn_check_row_set_line (LIJN_CHECK_ROW (gtk_list_item_get_child (item)), NULL);
}

static GtkWidget *
make_list (LijnChecksPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_widget_add_css_class (list, "lijn-checks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings"), -1);

  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), WIDEST);
  adw_clamp_scrollable_set_tightening_threshold (ADW_CLAMP_SCROLLABLE (clamp), WIDEST);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing to Check"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("What is still open in the map, the interfaces and the teams is listed here by itself."));
  return page;
}

static GtkWidget *
make_controls (LijnChecksPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->summary = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->summary, 0.0F);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  self->with_aside = gtk_toggle_button_new_with_label ("");
  gtk_widget_set_tooltip_text (self->with_aside, _ ("Also show what was set aside"));
  gtk_widget_add_css_class (self->with_aside, "flat");
  g_signal_connect_object (self->with_aside, "toggled", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), self->with_aside);
  gtk_widget_add_css_class (box, "lijn-controls");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

static void
lijn_checks_page_dispose (GObject *object)
{
  LijnChecksPage *self = LIJN_CHECKS_PAGE (object);

  g_clear_object (&self->lines);
  g_clear_object (&self->review);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (lijn_checks_page_parent_class)->dispose (object);
}

static void
lijn_checks_page_class_init (LijnChecksPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_checks_page_dispose;
}

static void
lijn_checks_page_init (LijnChecksPage *self)
{
  self->lines = g_list_store_new (LIJN_TYPE_CHECK_LINE);
}

GtkWidget *
lijn_checks_page_new (LijnView *view)
{
  LijnChecksPage *self = g_object_new (LIJN_TYPE_CHECKS_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->view = g_object_ref (view);
  self->review = g_object_ref (lijn_review_of (view));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_stack_add_named (self->stack, make_nothing (), "nothing");
  gtk_box_append (GTK_BOX (box), make_controls (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);

  lijn_review_update (self->review);
  update (self);
  g_signal_connect_object (self->review, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
