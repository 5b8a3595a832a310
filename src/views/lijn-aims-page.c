/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-aims-page.h"

#include "lijn-lazy.h"
#include "lijn-made-of.h"
#include "lijn-paint-aims.h"
#include "lijn-painted.h"
#include "lijn-progress.h"
#include "lijn-text.h"

#include <glib/gi18n.h>

/* Six cards: the aims, and two charts. All of them read what was worked out once after a change. */

#define WIDEST 1080
#define SPACE 15

enum
{
  CARD_ACTIONS = LIJN_N_AIMS, /* the aims come first, by their own numbers */
  CARD_OPEN,
  N_CARDS,
};

typedef struct
{
  LijnAimsPage *page;
  guint card;
} Card;

struct _LijnAimsPage
{
  AdwBin parent_instance;

  LijnView *view;
  LijnAims *aims;
  Card cards[N_CARDS];
  GtkWidget *buttons[N_CARDS];
  GtkWidget *painted[N_CARDS];
};

G_DEFINE_FINAL_TYPE (LijnAimsPage, lijn_aims_page, ADW_TYPE_BIN)

static double
paint_cb (cairo_t *cr, const LijnRect *rect, const LijnPaintOptions *options, gpointer data)
{
  const Card *card = data;
  LijnProject *project = lijn_view_get_project (card->page->view);

  switch (card->card)
    {
    case CARD_ACTIONS:
      return lijn_paint_burn_up (cr, project, lijn_now (), rect, options);
    case CARD_OPEN:
      return lijn_paint_ages (cr, project, lijn_now (), rect, options);
    default:
      return lijn_paint_aim (cr, card->page->aims, (LijnAim) card->card, rect, options);
    }
}

/* What a card says, for who cannot see it. */
static char *
describe (LijnAimsPage *self, guint card)
{
  LijnProject *project = lijn_view_get_project (self->view);
  LijnAimFigure figure;
  g_autofree char *text = NULL;
  g_autofree char *says = NULL;
  g_autofree char *change = NULL;
  guint counts[LIJN_N_AGES], open = 0;

  if (card == CARD_ACTIONS)
    return g_strdup (_ ("Actions: show them all"));
  if (card == CARD_OPEN)
    {
      lijn_progress_count_open (project, lijn_now (), counts);
      for (guint i = 0; i < LIJN_N_AGES; i++)
        open += counts[i];
      return g_strdup_printf (
          ngettext ("%u open friction point, by age", "%u open friction points, by age", open),
          open);
    }

  figure = lijn_aims_get (self->aims, (LijnAim) card, LIJN_AIMS_NOW);
  text = lijn_aim_figure_to_text ((LijnAim) card, &figure);
  says = lijn_aim_figure_describe ((LijnAim) card, &figure);
  change = lijn_aims_describe_change (self->aims, (LijnAim) card);
  /* Translators: an aim, its figure, what it says, how it changed. */
  return g_strdup_printf (_ ("%s: %s. %s %s"), lijn_aim_get_name ((LijnAim) card), text, says,
                          change);
}

static void
update (gpointer data)
{
  LijnAimsPage *self = data;

  g_clear_pointer (&self->aims, lijn_aims_free);
  self->aims = lijn_aims_new (lijn_view_get_project (self->view));
  for (guint i = 0; i < N_CARDS; i++)
    {
      g_autofree char *says = describe (self, i);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
      lijn_painted_refresh (LIJN_PAINTED (self->painted[i]));
    }
}

static void
fill_cb (LijnMadeOf *made_of, gpointer data)
{
  const Card *card = data;

  if (card->card == CARD_ACTIONS)
    lijn_made_of_add_actions (made_of);
  else if (card->card == CARD_OPEN)
    lijn_made_of_add_open (made_of, lijn_now ());
  else
    lijn_made_of_add_aim (made_of, card->page->aims, (LijnAim) card->card);
}

static GtkWidget *
make_card (LijnAimsPage *self, guint i)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover;

  self->cards[i] = (Card){ self, i };
  self->painted[i] = lijn_painted_new (paint_cb, &self->cards[i]);
  self->buttons[i] = button;
  gtk_widget_set_hexpand (self->painted[i], TRUE);
  popover = lijn_made_of_new (self->view, fill_cb, &self->cards[i]);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), self->painted[i]);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, _ ("Show what this is made of"));
  gtk_widget_add_css_class (button, "lijn-painted-card");
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static void
lijn_aims_page_dispose (GObject *object)
{
  LijnAimsPage *self = LIJN_AIMS_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->aims, lijn_aims_free);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (lijn_aims_page_parent_class)->dispose (object);
}

static void
lijn_aims_page_class_init (LijnAimsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_aims_page_dispose;
}

static void
lijn_aims_page_init (LijnAimsPage *self)
{
}

GtkWidget *
lijn_aims_page_new (LijnView *view)
{
  LijnAimsPage *self = g_object_new (LIJN_TYPE_AIMS_PAGE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *grid = gtk_grid_new ();

  self->view = g_object_ref (view);
  self->aims = lijn_aims_new (lijn_view_get_project (view));

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), SPACE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), SPACE);
  gtk_widget_set_margin_top (grid, SPACE);
  gtk_widget_set_margin_bottom (grid, SPACE);
  gtk_widget_set_margin_start (grid, SPACE);
  gtk_widget_set_margin_end (grid, SPACE);
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  for (guint i = 0; i < N_CARDS; i++)
    gtk_grid_attach (GTK_GRID (grid), make_card (self, i), (int) i % 2, (int) i / 2, 1, 1);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
  lijn_lazy_follow (self, lijn_view_get_project (view), update);
  return GTK_WIDGET (self);
}
