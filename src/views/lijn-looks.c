/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-looks.h"

#include "lijn-late-menu.h"
#include "lijn-legend.h"

#include <glib/gi18n.h>

struct _LijnLooks
{
  AdwBin parent_instance;

  LijnView *view; /* (nullable) */
  GtkWidget *button;
  GtkWidget *legend;
  GtkWidget *holder; /* of the legend */
};

G_DEFINE_FINAL_TYPE (LijnLooks, lijn_looks, ADW_TYPE_BIN)

/* (transfer full) */
static GMenuModel *
make_menu (void)
{
  g_autoptr (GMenu) overlays = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < LIJN_N_OVERLAYS; i++)
    {
      g_autoptr (GMenuItem)
          item = g_menu_item_new (lijn_looks_name_overlay ((LijnOverlay) i), NULL);
      g_autofree char *accel = g_strdup_printf ("<Control><Alt>%d", i);

      g_menu_item_set_action_and_target (item, "view.overlay", "i", i);
      g_menu_item_set_attribute (item, "accel", "s", accel);
      g_menu_append_item (overlays, item);
    }
  g_menu_append_section (menu, _ ("Show on the map"), G_MENU_MODEL (overlays));
  g_menu_append (rest, _ ("As-is beside to-be"), "view.comparing");
  g_menu_append (rest, _ ("Overview"), "view.overview");
  g_menu_append (rest, _ ("Dim what is not near the selection"), "view.focus-mode");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

void
lijn_looks_set_view (LijnLooks *self, LijnView *view)
{
  if (!g_set_object (&self->view, view))
    return;
  lijn_legend_set_view (LIJN_LEGEND (self->legend), view);
  /* With another map beside this one, the legend stands beside both. */
  if (view != NULL)
    g_object_bind_property (view, "comparing", self->holder, "visible",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

const char *
lijn_looks_name_overlay (LijnOverlay overlay)
{
  switch (overlay)
    {
    case LIJN_OVERLAY_FRICTION:
      return _ ("Where it hurts");
    case LIJN_OVERLAY_GAP:
      return _ ("Perception gap");
    case LIJN_OVERLAY_AGREEMENT:
      return _ ("Agreement");
    case LIJN_OVERLAY_AGE:
      return _ ("Age of open friction points");
    case LIJN_OVERLAY_DIFFERENCES:
      return _ ("Differences between as-is and to-be");
    case LIJN_OVERLAY_NONE:
    default:
      return _ ("Nothing");
    }
}

static void
lijn_looks_dispose (GObject *object)
{
  lijn_looks_set_view (LIJN_LOOKS (object), NULL);

  G_OBJECT_CLASS (lijn_looks_parent_class)->dispose (object);
}

static void
lijn_looks_class_init (LijnLooksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_looks_dispose;
}

static void
lijn_looks_init (LijnLooks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GMenuModel) menu = make_menu ();
  const char *label = _ ("What is shown on the map");

  self->legend = lijn_legend_new ("lijn-floating");
  self->holder = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (self->holder), self->legend);
  gtk_box_append (GTK_BOX (box), self->holder);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "lijn-overlay-symbolic");
  lijn_late_menu_set (GTK_MENU_BUTTON (self->button), menu);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "lijn-zoom");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
}
