/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "claims-fixture.h"

typedef struct
{
  LijnProject *project;
  LijnMap *map;
  LijnParty *customer, *supplier;
  LijnLane *insured, *broker, *intake, *assessment;
  LijnPerson *broker_person, *assessor;
  LijnElement *look_up, *decide, *complete, *assess;
  LijnInterface *form, *request, *missing, *payment;
} Claims;

static void
check (gconstpointer made, GError *error)
{
  g_assert_no_error (error);
  g_assert_nonnull (made);
}

static void
done (gboolean ok, GError *error)
{
  g_assert_no_error (error);
  g_assert_true (ok);
}

static void
set (gpointer object, const char *column, const char *value)
{
  GError *error = NULL;

  done (lijn_edit_set (LIJN_OBJECT (object), column, value, &error), error);
}

static LijnLane *
add_lane (Claims *claims, LijnParty *party, const char *name, double height)
{
  GError *error = NULL;
  LijnLane *lane = lijn_edit_add_lane (claims->map, party, name, NULL, &error);

  check (lane, error);
  done (lijn_edit_resize_lane (lane, height, &error), error);
  return lane;
}

static LijnElement *
add (Claims *claims, LijnLane *lane, LijnElementKind kind, const char *name, double x, double y)
{
  GError *error = NULL;
  LijnElement *element = lijn_edit_add_element (claims->map, lane, kind, name, x, y, &error);

  check (element, error);
  return element;
}

static LijnFlow *
join (LijnElement *source, LijnElement *target, const char *label)
{
  GError *error = NULL;
  LijnFlow *flow = lijn_edit_connect (source, target, label, NULL, &error);

  check (flow, error);
  return flow;
}

static LijnInterface *
hand_over (LijnElement *source, LijnElement *target, const char *label, const char *name)
{
  LijnInterface *interface = lijn_flow_get_interface (join (source, target, label));
  GError *error = NULL;

  g_assert_nonnull (interface);
  done (lijn_edit_rename (LIJN_OBJECT (interface), name, &error), error);
  return interface;
}

static LijnFriction *
pin (gpointer anchor, LijnParty *raised_by, int severity, const char *words)
{
  GError *error = NULL;
  LijnFriction *friction = lijn_edit_add_friction (LIJN_OBJECT (anchor), 0, 0, raised_by, words,
                                                   &error);

  check (friction, error);
  if (severity > 0)
    done (lijn_edit_set_severity (friction, raised_by, severity, &error), error);
  return friction;
}

static void
add_parties (Claims *claims)
{
  GError *error = NULL;

  claims->customer = lijn_edit_add_party (claims->project, LIJN_PARTY_ROLE_CUSTOMER, "Customer",
                                          &error);
  check (claims->customer, error);
  claims->supplier = lijn_edit_add_party (claims->project, LIJN_PARTY_ROLE_SUPPLIER, "Supplier",
                                          &error);
  check (claims->supplier, error);
  claims->broker_person = lijn_edit_add_person (claims->customer, "Broker", "Claims desk", &error);
  check (claims->broker_person, error);
  claims->assessor = lijn_edit_add_person (claims->supplier, "Assessor", "Assessment", &error);
  check (claims->assessor, error);
}

static void
add_map (Claims *claims)
{
  GError *error = NULL;

  claims->map = lijn_edit_add_map (claims->project, LIJN_MAP_KIND_AS_IS, "Claims handling", &error);
  check (claims->map, error);
  set (claims->map, "opens", "damage reported");
  set (claims->map, "outcome", "claim settled");
  claims->insured = add_lane (claims, claims->customer, "Insured", 112);
  claims->broker = add_lane (claims, claims->customer, "Broker desk", 128);
  claims->intake = add_lane (claims, claims->supplier, "Claims intake", 144);
  claims->assessment = add_lane (claims, claims->supplier, "Assessment", 144);
}

static void
add_process (Claims *claims)
{
  LijnElement *start = add (claims, claims->insured, LIJN_ELEMENT_KIND_START, "", 92, 40);
  LijnElement *report = add (claims, claims->insured, LIJN_ELEMENT_KIND_STEP, "Report damage", 160,
                             28);
  LijnElement *check_payment = add (claims, claims->insured, LIJN_ELEMENT_KIND_STEP,
                                    "Check payment", 1144, 28);
  LijnElement *end = add (claims, claims->insured, LIJN_ELEMENT_KIND_END, "", 1324, 40);
  LijnElement *registered = add (claims, claims->intake, LIJN_ELEMENT_KIND_STEP, "Register claim",
                                 344, 32);
  LijnElement *complete = add (claims, claims->intake, LIJN_ELEMENT_KIND_DECISION, "Complete?", 544,
                               30);
  LijnElement *to_file = add (claims, claims->intake, LIJN_ELEMENT_KIND_STEP, "Add to file", 840,
                              32);
  LijnElement *note = add (claims, claims->assessment, LIJN_ELEMENT_KIND_NOTE,
                           "Nine days is the average of last year", 1140, 52);

  claims->complete = add (claims, claims->broker, LIJN_ELEMENT_KIND_STEP, "Complete claim form",
                          344, 44);
  claims->look_up = add (claims, claims->broker, LIJN_ELEMENT_KIND_STEP, "Look up what is missing",
                         624, 44);
  claims->assess = add (claims, claims->assessment, LIJN_ELEMENT_KIND_STEP, "Assess claim", 744,
                        52);
  claims->decide = add (claims, claims->assessment, LIJN_ELEMENT_KIND_STEP, "Decide and pay out",
                        944, 52);
  set (claims->decide, "wait_minutes", "12960");
  set (claims->look_up, "assumed", "1");
  set (registered, "marker", "system");
  set (to_file, "marker", "person");

  join (start, report, NULL);
  join (report, claims->complete, NULL);
  claims->form = hand_over (claims->complete, registered, NULL, "Claim form");
  join (registered, complete, NULL);
  claims->request = hand_over (complete, claims->look_up, "no", "Request");
  claims->missing = hand_over (claims->look_up, to_file, NULL, "Missing items");
  join (complete, claims->assess, "yes");
  join (to_file, claims->assess, NULL);
  join (claims->assess, claims->decide, NULL);
  claims->payment = hand_over (claims->decide, check_payment, NULL, "Payment");
  join (check_payment, end, NULL);
  join (note, claims->decide, NULL);
}

static void
sign (Claims *claims)
{
  GError *error = NULL;

  set (claims->form, "norm_minutes", "2880");
  set (claims->form, "deliverable", "Completed claim form with photographs");
  set (claims->form, "channel", "Portal");
  done (lijn_edit_sign (claims->form, claims->customer, claims->broker_person, &error), error);
  done (lijn_edit_sign (claims->form, claims->supplier, claims->assessor, &error), error);
  done (lijn_edit_sign (claims->missing, claims->customer, claims->broker_person, &error), error);
  done (lijn_edit_sign (claims->payment, claims->supplier, claims->assessor, &error), error);
}

static void
add_teams (Claims *claims, LijnFriction *friction, LijnFriction *other)
{
  GError *error = NULL;
  LijnTeam *team = lijn_edit_add_team (claims->project, LIJN_TEAM_KIND_IMPROVEMENT,
                                       "Right first time", &error);
  LijnTeam *steering = lijn_edit_add_team (claims->project, LIJN_TEAM_KIND_STEERING,
                                           "Steering group", &error);
  LijnAction *action;

  check (team, error);
  check (steering, error);
  set (team, "goal", "Nine forms out of ten complete when they arrive");
  check (lijn_edit_add_member (team, claims->broker_person, "", &error), error);
  check (lijn_edit_add_member (team, claims->assessor, "", &error), error);
  set (team, "lead", lijn_object_get_id (LIJN_OBJECT (claims->broker_person)));
  check (lijn_edit_assign (team, friction, &error), error);
  check (lijn_edit_assign (team, other, &error), error);
  action = lijn_edit_add_action (team, "Mark on the form what is always needed", claims->assessor,
                                 "2027-01-15", &error);
  check (action, error);
  check (lijn_edit_add_remedy (action, friction, &error), error);
  check (lijn_edit_add_member (steering, claims->assessor, "", &error), error);
}

static void
add_friction (Claims *claims)
{
  LijnFriction *form = pin (claims->complete, claims->supplier, 4,
                            "Half of the forms come in without the policy number.");
  LijnFriction *request = pin (claims->request, claims->customer, 5,
                               "We are asked for the same photographs three times, each time by "
                               "somebody else, and nobody can tell us why.");

  pin (claims->look_up, claims->customer, 2, "We guess what is meant.");
  pin (claims->decide, claims->customer, 3, "Nobody tells us how long it takes.");
  pin (claims->assess, claims->supplier, 1, "Files arrive in no order.");
  set (form, "customer_words", "The form asks for things that we do not have.");
  add_teams (claims, form, request);
}

LijnProject *
claims_fixture_new (const char *path, gboolean private)
{
  GError *error = NULL;
  Claims claims = { .project = lijn_project_create (path, &error) };

  check (claims.project, error);
  set (lijn_project_get_about (claims.project), "title", "Claims");
  add_parties (&claims);
  add_map (&claims);
  add_process (&claims);
  sign (&claims);
  add_friction (&claims);
  if (private)
    claims_fixture_add_private (claims.project);
  return claims.project;
}

static char *
make_words (GRand *random, guint number)
{
  GString *words = g_string_new (NULL);
  int n = g_rand_int_range (random, 3, g_rand_int_range (random, 0, 20) == 0 ? 400 : 40);

  g_string_append_printf (words, "Point %u:", number);
  for (int i = 0; i < n; i++)
    g_string_append_printf (words, " word%d", g_rand_int_range (random, 1, 100000));
  return g_string_free (words, FALSE);
}

void
claims_fixture_add_friction (LijnProject *project, guint n, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  LijnMap *map = lijn_project_get_first_map (project);
  GPtrArray *elements = lijn_project_referrers (project, LIJN_TABLE_ELEMENT, "map",
                                                LIJN_OBJECT (map));
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (project);
  GError *error = NULL;
  LijnEdit *edit = lijn_edit_begin (project, "Friction points", &error);

  check (edit, error);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = make_words (random, i);

      pin (g_ptr_array_index (elements, i % elements->len),
           g_ptr_array_index (parties, i % parties->len), 1 + (int) (i % 5), words);
    }
  done (lijn_edit_commit (edit, &error), error);
}

/* The object of @table that is called @name. */
static gpointer
find (LijnProject *project, LijnTable table, const char *name)
{
  GListModel *list = lijn_project_list (project, table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      if (g_strcmp0 (lijn_object_get_name (object), name) == 0)
        return object;
    }
  g_assert_not_reached ();
}

void
claims_fixture_add_private (LijnProject *project)
{
  Claims claims = { project, lijn_project_get_first_map (project) };
  LijnParty *customer = find (project, LIJN_TABLE_PARTY, "Customer");
  LijnParty *supplier = find (project, LIJN_TABLE_PARTY, "Supplier");
  g_autofree char *customer_id = g_strdup (lijn_object_get_id (LIJN_OBJECT (customer)));
  g_autofree char *supplier_id = g_strdup (lijn_object_get_id (LIJN_OBJECT (supplier)));
  LijnElement *step = add (&claims, find (project, LIJN_TABLE_LANE, "Insured"),
                           LIJN_ELEMENT_KIND_STEP, "Something " CLAIMS_PRIVATE_WORDS, 480, 28);

  set (step, "private_to", customer_id);
  set (pin (find (project, LIJN_TABLE_ELEMENT, "Assess claim"), supplier, 5,
            "An " CLAIMS_PRIVATE_WORDS " backlog"),
       "private_to", supplier_id);
  set (pin (find (project, LIJN_TABLE_INTERFACE, "Payment"), customer, 5,
            "An " CLAIMS_PRIVATE_WORDS " threat"),
       "private_to", customer_id);
}
