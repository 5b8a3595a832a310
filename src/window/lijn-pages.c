/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-pages.h"

#include "lijn-aims-page.h"
#include "lijn-checks-page.h"
#include "lijn-friction-register.h"
#include "lijn-interface-register.h"
#include "lijn-persons-page.h"
#include "lijn-review.h"
#include "lijn-sessions-page.h"
#include "lijn-teams-page.h"

#include <glib/gi18n.h>

static const LijnPageKind kinds[] = {
  { "map", N_ ("Map"), LIJN_PANE_BOTH, lijn_map_page_new },
  { "interfaces", N_ ("Interfaces"), LIJN_PANE_INSPECTOR, lijn_interface_register_new },
  { "friction", N_ ("Friction points"), LIJN_PANE_INSPECTOR, lijn_friction_register_new },
  { "teams", N_ ("Teams"), LIJN_PANE_OUTLINE, lijn_teams_page_new },
  { "persons", N_ ("Persons"), LIJN_PANE_INSPECTOR, lijn_persons_page_new },
  { "sessions", N_ ("Sessions"), (LijnPanes) 0, lijn_sessions_page_new },
  { "aims", N_ ("Aims"), (LijnPanes) 0, lijn_aims_page_new },
  { "checks", N_ ("Checks"), LIJN_PANE_INSPECTOR, lijn_checks_page_new },
};

struct _LijnPages
{
  AdwBin parent_instance;

  LijnView *view;
  GtkStack *stack; /* a bin for each kind, filled when it is shown */
};

G_DEFINE_FINAL_TYPE (LijnPages, lijn_pages, ADW_TYPE_BIN)

const LijnPageKind *
lijn_pages_get_kinds (guint *n)
{
  *n = G_N_ELEMENTS (kinds);

  return kinds;
}

static const LijnPageKind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];

  return NULL;
}

static GtkWidget *
ensure_page (LijnPages *self, const LijnPageKind *kind)
{
  AdwBin *bin = ADW_BIN (gtk_stack_get_child_by_name (self->stack, kind->name));

  if (adw_bin_get_child (bin) == NULL)
    adw_bin_set_child (bin, kind->make (self->view));

  return adw_bin_get_child (bin);
}

static void
page_changed_cb (LijnPages *self)
{
  const LijnPageKind *kind = find_kind (gtk_stack_get_visible_child_name (self->stack));

  if (kind != NULL && self->view != NULL)
    ensure_page (self, kind);
}

/* The page of checks says in its title how many findings there are. */
static void
reviewed_cb (LijnPages *self, LijnReview *review)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, "checks");
  guint n = lijn_review_count_open (review);
  g_autofree char *title = NULL;

  /* Translators: the title of a page and how many things are on it. */
  title = n > 0 ? g_strdup_printf (_ ("%s · %u"), _ ("Checks"), n) : g_strdup (_ ("Checks"));
  gtk_stack_page_set_title (gtk_stack_get_page (self->stack, page), title);
}

static void
shown_cb (LijnPages *self)
{
  lijn_pages_show (self, kinds[0].name);
}

void
lijn_pages_set_view (LijnPages *self, LijnView *view)
{
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  ensure_page (self, &kinds[0]);
  g_signal_connect_object (view, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lijn_review_of (view), "changed", G_CALLBACK (reviewed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkStack *
lijn_pages_get_stack (LijnPages *self)
{
  return self->stack;
}

LijnMapPage *
lijn_pages_get_map_page (LijnPages *self)
{
  return LIJN_MAP_PAGE (ensure_page (self, &kinds[0]));
}

GtkWidget *
lijn_pages_show (LijnPages *self, const char *name)
{
  const LijnPageKind *kind = find_kind (name);

  if (kind == NULL)
    return NULL;
  gtk_stack_set_visible_child_name (self->stack, name);

  return ensure_page (self, kind);
}

GtkWidget *
lijn_pages_get (LijnPages *self, const char *name)
{
  const LijnPageKind *kind = find_kind (name);

  return kind != NULL ? ensure_page (self, kind) : NULL;
}

gboolean
lijn_pages_is_map (LijnPages *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), kinds[0].name) == 0;
}

LijnPanes
lijn_pages_get_panes (LijnPages *self)
{
  const LijnPageKind *kind = find_kind (gtk_stack_get_visible_child_name (self->stack));

  return kind != NULL ? kind->panes : LIJN_PANE_BOTH;
}

void
lijn_pages_grab_focus (LijnPages *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (lijn_pages_is_map (self))
    lijn_map_page_grab_focus (lijn_pages_get_map_page (self));
  else if (!gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
lijn_pages_dispose (GObject *object)
{
  g_clear_object (&LIJN_PAGES (object)->view);

  G_OBJECT_CLASS (lijn_pages_parent_class)->dispose (object);
}

static void
lijn_pages_class_init (LijnPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_pages_dispose;
}

static void
lijn_pages_init (LijnPages *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  /* A page needs the room that is its own: not beside the panes what another needs without them. */
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_stack_add_titled (self->stack, adw_bin_new (), kinds[i].name, _ (kinds[i].title));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
