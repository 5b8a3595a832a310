/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-interface-register.h"

#include "lijn-edit.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

static const LijnRegisterColumn columns[] = {
  { "number", 46, LIJN_REGISTER_BADGE, NULL, N_ ("No.") },
  { "name", 180, LIJN_REGISTER_WIDE, LIJN_REGISTER_EDIT_VALUE },
  { "giver", 92, 0, NULL },
  { "receiver", 92, 0, NULL },
  { "agreement", 156, 0, NULL },
  { "late", 132, 0, NULL },
  { "norm_minutes", 90, LIJN_REGISTER_RIGHT, LIJN_REGISTER_EDIT_VALUE },
  { "actual_minutes", 90, LIJN_REGISTER_RIGHT, LIJN_REGISTER_EDIT_VALUE },
  { "complete_accurate", 70, LIJN_REGISTER_RIGHT, LIJN_REGISTER_EDIT_VALUE, N_ ("% C&A") },
  { "frictions", 76, LIJN_REGISTER_RIGHT, NULL, N_ ("Friction") },
  { "channel", 110, 0, LIJN_REGISTER_EDIT_VALUE },
  { "deliverable", 160, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "form", 110, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "starts_when", 160, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "complete_when", 160, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "volume", 80, LIJN_REGISTER_HIDDEN | LIJN_REGISTER_RIGHT, LIJN_REGISTER_EDIT_VALUE },
  { "giver_contact", 120, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "receiver_contact", 120, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "escalation", 140, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "review_date", 100, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "signed", 140, LIJN_REGISTER_HIDDEN, NULL },
  { "hand_overs", 80, LIJN_REGISTER_HIDDEN | LIJN_REGISTER_RIGHT, NULL },
  { "map", 120, LIJN_REGISTER_HIDDEN, NULL },
  { "assumed", 90, LIJN_REGISTER_HIDDEN, NULL },
  { "private_to", 104, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
};

/* Facets. */

static void
list_agreements (LijnView *view, LijnObject *object, GArray *values)
{
  static const char *const agreements[] = { "0", "1", "2" };

  g_array_append_val (values, agreements[lijn_interface_get_agreement (LIJN_INTERFACE (object))]);
}

static char *
label_agreement (LijnView *view, const char *value)
{
  return g_strdup (lijn_word_for_agreement ((LijnAgreement) (*value - '0')));
}

static void
list_norms (LijnView *view, LijnObject *object, GArray *values)
{
  double norm = lijn_interface_get_norm_minutes (LIJN_INTERFACE (object));
  double actual = lijn_interface_get_actual_minutes (LIJN_INTERFACE (object));
  const char *value = isnan (norm)     ? "none"
                      : isnan (actual) ? "unknown"
                      : actual > norm  ? "over"
                                       : "within";

  g_array_append_val (values, value);
}

static char *
label_norm (LijnView *view, const char *value)
{
  if (g_str_equal (value, "none"))
    return g_strdup (_ ("Without a norm"));
  if (g_str_equal (value, "unknown"))
    return g_strdup (_ ("Not measured"));
  if (g_str_equal (value, "over"))
    return g_strdup (_ ("Over the norm"));

  return g_strdup (_ ("Within the norm"));
}

static const LijnRegisterFacet facets[] = {
  { "agreement", N_ ("Agreement"), list_agreements, label_agreement },
  { "norm", N_ ("Norm"), list_norms, label_norm },
  { "giver" },
  { "receiver" },
  { "map" },
};

/* How many are agreed. */
static char *
summarize (LijnView *view, GListModel *shown)
{
  guint n = g_list_model_get_n_items (shown), agreed = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnInterface) interface = g_list_model_get_item (shown, i);

      agreed += lijn_interface_get_agreement (interface) == LIJN_AGREEMENT_AGREED ? 1 : 0;
    }

  return g_strdup_printf (ngettext ("%u agreed", "%u agreed", agreed), agreed);
}

static const LijnRegisterSpec spec = {
  .id = "interfaces",
  .table = LIJN_TABLE_INTERFACE,
  .title = N_ ("Interfaces"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .facets = facets,
  .n_facets = G_N_ELEMENTS (facets),
  .empty_icon = "lijn-interface-symbolic",
  .empty_title = N_ ("No interfaces yet"),
  .empty_text = N_ ("An interface comes with each hand-over: connect a step of one party with a "
                    "step of the other."),
  .empty_action = "page.go::map",
  .empty_label = N_ ("Go to the map"),
  .summarize = summarize,
};

static void
renumber_cb (GtkWidget *button, LijnRegister *self)
{
  LijnView *view = lijn_register_get_view (self);
  LijnMap *map = lijn_view_get_map (view);
  GError *error = NULL;

  if (map != NULL)
    lijn_view_report (view, lijn_edit_renumber_interfaces (map, &error), error);
}

GtkWidget *
lijn_interface_register_new (LijnView *view)
{
  GtkWidget *self = lijn_register_new (view, &spec);

  lijn_register_add_button (LIJN_REGISTER (self), "view-sort-ascending-symbolic",
                            _ ("Number the interfaces of this map from left to right"),
                            G_CALLBACK (renumber_cb));

  return self;
}
