/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-compare.h"

#include <glib/gi18n.h>

#include "lijn-differences.h"
#include "lijn-legend.h"
#include "lijn-words.h"

/* Two canvases, two views. Whichever is moved, zoomed or selected in leads, and the other follows
 * before the next frame: not at once, as a canvas moves too while it gets its size. `leading` keeps
 * that from coming back. */

#define BEFORE_FRAME (GDK_PRIORITY_REDRAW - 1)

struct _LijnCompare
{
  AdwBin parent_instance;

  LijnCanvas *first; /* (nullable) */
  LijnView *view; /* (nullable): of the first canvas */
  LijnView *other; /* (nullable): while there is something beside it */
  gboolean leading;
  gboolean other_leads;
  guint follow_id;
  LijnOverlay overlay_before;

  gulong view_ids[3], other_ids[2], refreshed_id;
  GtkAdjustment *adjustments[4]; /* of both canvases */
  gulong adjustment_ids[4];
  GBinding *overlay;
  GListStore *rows; /* of Row */

  LijnCanvas *canvas;
  GtkListView *list;
  LijnLegend *legend;
  GtkLabel *title;
  GtkLabel *kind;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (LijnCompare, lijn_compare, ADW_TYPE_BIN)

/* A row of the list: a GObject around what differs. */
#define LIJN_TYPE_COMPARE_ROW (lijn_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (LijnCompareRow, lijn_compare_row, LIJN, COMPARE_ROW, GObject)

struct _LijnCompareRow
{
  GObject parent_instance;

  LijnDifferent different; /* with references */
};

G_DEFINE_FINAL_TYPE (LijnCompareRow, lijn_compare_row, G_TYPE_OBJECT)

static void
lijn_compare_row_finalize (GObject *object)
{
  LijnCompareRow *self = LIJN_COMPARE_ROW (object);

  g_clear_object (&self->different.older);
  g_clear_object (&self->different.newer);

  G_OBJECT_CLASS (lijn_compare_row_parent_class)->finalize (object);
}

static void
lijn_compare_row_class_init (LijnCompareRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lijn_compare_row_finalize;
}

static void
lijn_compare_row_init (LijnCompareRow *self)
{
}

static LijnCompareRow *
row_new (const LijnDifferent *different)
{
  LijnCompareRow *self = g_object_new (LIJN_TYPE_COMPARE_ROW, NULL);

  self->different = *different;
  if (self->different.older != NULL)
    g_object_ref (self->different.older);
  if (self->different.newer != NULL)
    g_object_ref (self->different.newer);
  return self;
}

static void
update_list (LijnCompare *self)
{
  const LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *count = NULL;

  if (self->other == NULL)
    return;
  all = lijn_differences_list (lijn_view_get_map (self->view), &everything);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (rows, row_new (&g_array_index (all, LijnDifferent, i)));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  count = all->len == 0
              ? g_strdup (_ ("No differences"))
              : g_strdup_printf (ngettext ("%u difference", "%u differences", all->len), all->len);
  gtk_label_set_label (self->count, count);
}

/* The other map may have gone. */
static void
refreshed_cb (LijnCompare *self)
{
  if (lijn_map_get_counterpart (lijn_view_get_map (self->view)) == lijn_view_get_map (self->other))
    update_list (self);
  else
    lijn_view_set_comparing (self->view, FALSE);
}

/* The second canvas looks where the first does, or the other way round. */
static void
follow_place (LijnCompare *self)
{
  LijnView *from = self->other_leads ? self->other : self->view;
  LijnCanvas *to = self->other_leads ? self->first : self->canvas;
  LijnPoint place;

  self->other_leads = FALSE;
  if (!lijn_view_get_place (from, &place))
    return;
  self->leading = TRUE;
  lijn_view_set_zoom (lijn_canvas_get_view (to), lijn_view_get_zoom (from));
  lijn_canvas_go_to (to, &place);
  self->leading = FALSE;
}

static gboolean
follow_cb (gpointer data)
{
  LijnCompare *self = data;

  self->follow_id = 0;
  follow_place (self);
  return G_SOURCE_REMOVE;
}

static void
follow_soon (LijnCompare *self)
{
  if (self->follow_id == 0 && self->other != NULL)
    self->follow_id = g_idle_add_full (BEFORE_FRAME, follow_cb, self, NULL);
}

static void
moved_cb (GtkAdjustment *adjustment, LijnCompare *self)
{
  GtkWidget *other = GTK_WIDGET (self->canvas);

  if (self->leading)
    return;
  /* What moves with the pointer in it leads; what moves since it was resized does not. */
  self->other_leads = (adjustment == self->adjustments[2] || adjustment == self->adjustments[3]) &&
                      (gtk_widget_get_state_flags (other) &
                       (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED)) != 0;
  follow_soon (self);
}

static void
selected_cb (LijnView *from, LijnCompare *self)
{
  const LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;
  LijnView *to = from == self->view ? self->other : self->view;
  LijnObject *object = lijn_view_get_selected (from);

  if (self->leading || self->other == NULL)
    return;
  self->leading = TRUE;
  lijn_view_select (to, object != NULL ? lijn_difference_find_other (object, &everything) : NULL);
  self->leading = FALSE;
}

static void
drop_other (LijnCompare *self)
{
  if (self->other == NULL)
    return;
  g_clear_handle_id (&self->follow_id, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      g_clear_signal_handler (&self->adjustment_ids[i], self->adjustments[i]);
      g_clear_object (&self->adjustments[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->other_ids); i++)
    g_clear_signal_handler (&self->other_ids[i], self->other);
  g_clear_signal_handler (&self->refreshed_id, lijn_view_get_project (self->view));
  g_clear_pointer (&self->overlay, g_binding_unbind);
  lijn_view_set_overlay (self->view, self->overlay_before);
  lijn_canvas_set_view (self->canvas, NULL);
  lijn_legend_set_view (self->legend, NULL);
  g_clear_object (&self->other);
  g_list_store_remove_all (self->rows);
}

static void
follow_adjustments (LijnCompare *self)
{
  GtkScrollable *canvases[] = { GTK_SCROLLABLE (self->first), GTK_SCROLLABLE (self->canvas) };

  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      GtkScrollable *canvas = canvases[i / 2];

      self->adjustments[i] = g_object_ref (i % 2 == 0 ? gtk_scrollable_get_hadjustment (canvas)
                                                      : gtk_scrollable_get_vadjustment (canvas));
      self->adjustment_ids[i] = g_signal_connect (self->adjustments[i], "value-changed",
                                                  G_CALLBACK (moved_cb), self);
    }
}

static void
take_other (LijnCompare *self, LijnMap *map)
{
  self->other = lijn_view_new_beside (self->view, map);
  self->overlay_before = lijn_view_get_overlay (self->view);
  lijn_view_set_overlay (self->view, LIJN_OVERLAY_DIFFERENCES);
  self->overlay = g_object_bind_property (self->view, "overlay", self->other, "overlay",
                                          G_BINDING_SYNC_CREATE);
  lijn_canvas_set_view (self->canvas, self->other);
  lijn_legend_set_view (self->legend, self->view);
  follow_adjustments (self);
  self->other_ids[0] = g_signal_connect (self->other, "selection-changed", G_CALLBACK (selected_cb),
                                         self);
  self->other_ids[1] = g_signal_connect_swapped (self->other, "notify::map",
                                                 G_CALLBACK (follow_soon), self);
  self->refreshed_id = g_signal_connect_swapped (lijn_view_get_project (self->view), "refreshed",
                                                 G_CALLBACK (refreshed_cb), self);
}

/* Half and half, whatever it was the last time. */
static void
share_room (LijnCompare *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (GTK_IS_PANED (parent))
    gtk_paned_set_position (GTK_PANED (parent), gtk_widget_get_height (parent) / 2);
}

static void
close_cb (LijnCompare *self)
{
  if (self->view != NULL)
    lijn_view_set_comparing (self->view, FALSE);
}

/* On the map that has it; where both do, on both. */
static void
activated_cb (GtkListView *list, guint position, LijnCompare *self)
{
  g_autoptr (LijnCompareRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  LijnObject *objects[] = { row->different.older, row->different.newer };
  LijnMap *here = lijn_view_get_map (self->view);

  self->leading = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      LijnMap *on = lijn_map_get_derived_from (here) != NULL ? (i == 1 ? here : NULL)
                                                             : (i == 0 ? here : NULL);

      if (objects[i] != NULL && !lijn_object_is_gone (objects[i]))
        lijn_view_peek (on != NULL ? self->view : self->other, objects[i]);
    }
  self->leading = FALSE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LijnCompare *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  for (int i = 0; i < 3; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      if (i != 1)
        gtk_widget_add_css_class (label, "caption");
      if (i == 2)
        gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (row), label);
    }
  gtk_list_item_set_child (item, row);
}

/* The sign says the same as the word and the shape on the map. */
static const char *
sign_for (LijnDifference difference)
{
  switch (difference)
    {
    case LIJN_DIFFERENCE_ADDED:
      return "＋";
    case LIJN_DIFFERENCE_REMOVED:
      return "－";
    case LIJN_DIFFERENCE_MOVED:
      return "→";
    case LIJN_DIFFERENCE_CHANGED:
      return "≠";
    case LIJN_DIFFERENCE_NONE:
    default:
      return "";
    }
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LijnCompare *self)
{
  LijnCompareRow *row = gtk_list_item_get_item (item);
  LijnObject *object = row->different.newer != NULL ? row->different.newer : row->different.older;
  GtkWidget *what = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_next_sibling (what);
  GtkWidget *how = gtk_widget_get_next_sibling (name);
  g_autofree char *words = lijn_words_for_object (object);
  g_autofree char *description = lijn_different_describe (&row->different);
  g_autofree char *said = g_strdup_printf ("%s %s", sign_for (row->different.difference),
                                           lijn_word_for_difference (row->different.difference));

  gtk_label_set_label (GTK_LABEL (what), said);
  gtk_label_set_label (GTK_LABEL (name), words);
  gtk_label_set_label (GTK_LABEL (how), description);
  gtk_widget_set_visible (how, *description != '\0');
}

/* Made for the first comparison. */
static void
fill (LijnCompare *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (LIJN_TYPE_COMPARE_ROW);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_object_unref (factory);
}

static void
update (LijnCompare *self)
{
  gboolean wanted = self->view != NULL && lijn_view_get_comparing (self->view);
  LijnMap *map = wanted ? lijn_view_get_map (self->view) : NULL;
  LijnMap *counterpart = map != NULL ? lijn_map_get_counterpart (map) : NULL;

  if (wanted && counterpart == NULL)
    {
      lijn_view_say (self->view, _ ("There is no other map to compare with. Make a to-be from this "
                                    "map first."));
      lijn_view_set_comparing (self->view, FALSE);
      return;
    }
  if (wanted && self->rows == NULL)
    fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), wanted);
  if (!wanted)
    {
      drop_other (self);
      return;
    }
  if (self->other == NULL)
    {
      share_room (self);
      take_other (self, counterpart);
    }
  else
    lijn_view_set_map (self->other, counterpart);
  gtk_label_set_label (self->title, lijn_map_get_title (counterpart));
  gtk_label_set_label (self->kind, lijn_word_for_map_kind (lijn_map_get_kind (counterpart)));
  update_list (self);
  follow_place (self);
}

void
lijn_compare_set_canvas (LijnCompare *self, LijnCanvas *canvas)
{
  if (self->view != NULL)
    {
      drop_other (self);
      for (guint i = 0; i < G_N_ELEMENTS (self->view_ids); i++)
        g_clear_signal_handler (&self->view_ids[i], self->view);
    }
  g_clear_object (&self->view);
  g_set_object (&self->first, canvas);
  if (canvas == NULL)
    return;
  self->view = g_object_ref (lijn_canvas_get_view (canvas));
  self->view_ids[0] = g_signal_connect_swapped (self->view, "notify::comparing",
                                                G_CALLBACK (update), self);
  self->view_ids[1] = g_signal_connect_swapped (self->view, "notify::map", G_CALLBACK (update),
                                                self);
  self->view_ids[2] = g_signal_connect (self->view, "selection-changed", G_CALLBACK (selected_cb),
                                        self);
  update (self);
}

static void
lijn_compare_dispose (GObject *object)
{
  LijnCompare *self = LIJN_COMPARE (object);

  lijn_compare_set_canvas (self, NULL);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (lijn_compare_parent_class)->dispose (object);
}

static void
lijn_compare_class_init (LijnCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LIJN_TYPE_CANVAS);
  g_type_ensure (LIJN_TYPE_LEGEND);
  G_OBJECT_CLASS (klass)->dispose = lijn_compare_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waslijn/Waslijn/compare.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnCompare, canvas);
  gtk_widget_class_bind_template_child (widget_class, LijnCompare, list);
  gtk_widget_class_bind_template_child (widget_class, LijnCompare, legend);
  gtk_widget_class_bind_template_child (widget_class, LijnCompare, title);
  gtk_widget_class_bind_template_child (widget_class, LijnCompare, kind);
  gtk_widget_class_bind_template_child (widget_class, LijnCompare, count);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
lijn_compare_init (LijnCompare *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
