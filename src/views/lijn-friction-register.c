/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-friction-register.h"

#include "lijn-drag-friction.h"
#include "lijn-edit.h"
#include "lijn-friction-editors.h"

#include <glib/gi18n.h>

static const LijnRegisterColumn columns[] = {
  { "number", 46, LIJN_REGISTER_BADGE, NULL, N_ ("No.") },
  { "words", 220, LIJN_REGISTER_WIDE, NULL },
  { "status", 150, 0, &lijn_friction_edit_status },
  { "customer_severity", 86, LIJN_REGISTER_RIGHT, &lijn_friction_edit_customer_severity,
    N_ ("Severity C") },
  { "supplier_severity", 86, LIJN_REGISTER_RIGHT, &lijn_friction_edit_supplier_severity,
    N_ ("Severity S") },
  { "priority", 72, LIJN_REGISTER_RIGHT, &lijn_friction_edit_priority },
  { "raised_by", 104, 0, LIJN_REGISTER_EDIT_VALUE },
  { "category", 110, 0, LIJN_REGISTER_EDIT_VALUE },
  { "where", 150, 0, NULL },
  { "teams", 110, 0, &lijn_friction_edit_team },
  { "customer_words", 220, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "supplier_words", 220, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "severity", 76, LIJN_REGISTER_HIDDEN | LIJN_REGISTER_RIGHT, NULL },
  { "frequency", 100, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "votes", 64, LIJN_REGISTER_HIDDEN | LIJN_REGISTER_RIGHT, NULL },
  { "raised_by_person", 120, LIJN_REGISTER_HIDDEN, NULL },
  { "session", 120, LIJN_REGISTER_HIDDEN, NULL },
  { "raised_at", 120, LIJN_REGISTER_HIDDEN, NULL },
  { "on_map", 120, LIJN_REGISTER_HIDDEN, NULL },
  { "status_reason", 160, LIJN_REGISTER_HIDDEN, NULL },
  { "evidence", 160, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "root_cause", 160, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "cause_party", 104, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
  { "private_to", 104, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
};

/* Facets. */

static void
list_severities (LijnView *view, LijnObject *object, GArray *values)
{
  static const char *const scores[] = { "", "1", "2", "3", "4", "5" };
  int worst = lijn_friction_get_worst (LIJN_FRICTION (object));

  for (int i = MIN (1, worst); i <= worst && i < (int) G_N_ELEMENTS (scores); i++)
    g_array_append_val (values, scores[i]);
}

static char *
label_severity (LijnView *view, const char *value)
{
  if (*value == '\0')
    return g_strdup (_ ("Not said"));

  /* Translators: a severity of that much or more. */
  return g_strdup_printf (_ ("%s or worse"), value);
}

static void
list_teams (LijnView *view, LijnObject *object, GArray *values)
{
  GPtrArray *assignments = lijn_project_referrers (lijn_view_get_project (view),
                                                   LIJN_TABLE_ASSIGNMENT, "friction", object);
  const char *none = "";

  for (guint i = 0; i < assignments->len; i++)
    {
      const char *team = lijn_assignment_get_team_id (assignments->pdata[i]);

      g_array_append_val (values, team);
    }
  if (assignments->len == 0)
    g_array_append_val (values, none);
}

static char *
label_team (LijnView *view, const char *value)
{
  LijnObject *team = lijn_project_find (lijn_view_get_project (view), LIJN_TABLE_TEAM, value);

  return team != NULL ? g_strdup (lijn_object_get_name (team))
                      : g_strdup (_ ("Nobody works on it"));
}

/* What has to do with the party that one speaks for. */
static void
list_mine (LijnView *view, LijnObject *object, GArray *values)
{
  static const char *const mine[] = { "raised", "cause", "private" };
  LijnFriction *friction = LIJN_FRICTION (object);
  LijnParty *speaker = lijn_view_get_speaker (view);
  const gboolean is[] = { lijn_friction_get_raised_by (friction) == speaker,
                          lijn_friction_get_cause_party (friction) == speaker,
                          lijn_friction_get_private_to (friction) == speaker };

  for (gsize i = 0; i < G_N_ELEMENTS (mine) && speaker != NULL; i++)
    if (is[i])
      g_array_append_val (values, mine[i]);
}

static char *
label_mine (LijnView *view, const char *value)
{
  if (g_str_equal (value, "raised"))
    return g_strdup (_ ("Raised by us"));
  if (g_str_equal (value, "cause"))
    return g_strdup (_ ("Caused on our side"));

  return g_strdup (_ ("Private to us"));
}

static const LijnRegisterFacet facets[] = {
  { "status" },
  { "severity", N_ ("Severity"), list_severities, label_severity },
  { "category" },
  { "raised_by" },
  { "team", N_ ("Team"), list_teams, label_team },
  { "mine", N_ ("Ours"), list_mine, label_mine },
};

static const LijnRegisterSpec spec = {
  .id = "friction",
  .table = LIJN_TABLE_FRICTION,
  .title = N_ ("Friction points"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .facets = facets,
  .n_facets = G_N_ELEMENTS (facets),
  .drag = lijn_drag_frictions,
  .empty_icon = "lijn-friction-symbolic",
  .empty_title = N_ ("No friction points yet"),
  .empty_text = N_ (
      "Pin one where it hurts: select a step on the map and press Alt+F, or type “!” and "
      "what was said below the map."),
  .empty_action = "page.go::map",
  .empty_label = N_ ("Go to the map"),
};

/* On the map that is shown, where one was looking. */
static void
add_cb (GtkWidget *button, LijnRegister *self)
{
  LijnView *view = lijn_register_get_view (self);
  LijnMap *map = lijn_view_get_map (view);
  LijnPoint place = { 0 };
  LijnFriction *friction;
  GError *error = NULL;

  if (map == NULL)
    {
      lijn_view_say (view, _ ("A friction point lies on a map. Add a map first."));
      return;
    }
  lijn_view_get_place (view, &place);
  friction = lijn_edit_add_friction (LIJN_OBJECT (map), place.x, place.y,
                                     lijn_view_get_speaker (view), "", &error);
  if (lijn_view_report (view, friction != NULL, error))
    lijn_view_select (view, LIJN_OBJECT (friction));
}

GtkWidget *
lijn_friction_register_new (LijnView *view)
{
  GtkWidget *self = lijn_register_new (view, &spec);

  lijn_register_add_button (LIJN_REGISTER (self), "list-add-symbolic", _ ("Add friction point"),
                            G_CALLBACK (add_cb));

  return self;
}
