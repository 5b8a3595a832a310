/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-synthetic.h"

#include "lijn-load.h"
#include "lijn-text.h"

#include <string.h>

/* In two loads: what is signed is what the interfaces of the first say. */

#define FIRST_DAY (20000 * (gint64) G_TIME_SPAN_DAY) /* since 1970 */
#define TEAMS 10u

static void
must (gboolean ok, GError **error)
{
  if (!ok)
    g_error ("%s", *error != NULL ? (*error)->message : "no reason given");
}

static void
put (LijnLoad *load, LijnTable table, const char *id, const LijnLoadCell *cells, gsize n)
{
  GError *error = NULL;

  must (lijn_load_put (load, table, id, cells, n, &error) != NULL, &error);
}

#define PUT(table, id, ...)                                                                        \
  put (load, LIJN_TABLE_##table, id, (const LijnLoadCell[]){ __VA_ARGS__ },                        \
       sizeof ((const LijnLoadCell[]){ __VA_ARGS__ }) / sizeof (LijnLoadCell))

/* Texts that live as long as a row needs them. */
static const char *
say (const char *format, guint number)
{
  static char texts[16][64];
  static guint at;
  char *text = texts[at++ % G_N_ELEMENTS (texts)];

  g_snprintf (text, sizeof texts[0], "%s%u", format, number);
  return text;
}

static const char *
side_of (guint i)
{
  return i % 2 == 0 ? "customer" : "supplier";
}

/* When the session with that number was. */
static gint64
get_time (guint session)
{
  return FIRST_DAY + 14 * (gint64) session * G_TIME_SPAN_DAY;
}

static char *
write_time (guint session)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, get_time (session));
}

static void
put_parties (LijnLoad *load)
{
  PUT (PARTY, "customer", { "role", "customer" }, { "name", "Broker" }, { "rank", "1" });
  PUT (PARTY, "supplier", { "role", "supplier" }, { "name", "Insurer" }, { "rank", "2" });
  PUT (MAP, "map", { "title", "Claims" });
  PUT (LANE, "lane1", { "map", "map" }, { "party", "customer" }, { "name", "Desk" });
  PUT (LANE, "lane2", { "map", "map" }, { "party", "supplier" }, { "name", "Intake" });
  PUT (PERSON, "anna", { "party", "customer" }, { "name", "Anna" });
  PUT (PERSON, "cees", { "party", "supplier" }, { "name", "Cees" });
  for (guint i = 0; i < TEAMS; i++)
    {
      const char *team = say ("team", i);

      PUT (TEAM, team, { "name", say ("Team ", i + 1) });
      PUT (MEMBER, say ("giver", i), { "team", team }, { "person", "anna" });
      PUT (MEMBER, say ("taker", i), { "team", team }, { "person", "cees" });
    }
}

static void
put_session (LijnLoad *load, guint i)
{
  g_autofree char *time = write_time (i);
  g_autofree char *iso = lijn_time_to_iso (get_time (i));
  g_autofree char *date = g_strndup (iso, strlen ("2000-01-01"));

  PUT (SESSION, say ("session", i), { "number", say ("", i + 1) }, { "date", date },
       { "started", time }, { "ended", time }, { "status", "ended" });
}

static void
put_work (LijnLoad *load, guint i, const char *friction)
{
  const char *team = say ("team", i % TEAMS);

  PUT (ASSIGNMENT, say ("assignment", i), { "team", team }, { "friction", friction });
  PUT (ACTION, say ("action", i), { "team", team }, { "what", "Agree on one form" },
       { "due", "2027-01-31" }, { "status", i % 4 == 0 ? "done" : "open" });
  PUT (REMEDY, say ("remedy", i), { "action", say ("action", i) }, { "friction", friction });
}

static void
put_friction (LijnLoad *load, guint i, guint frictions, guint sessions)
{
  static const char *const categories[] = { "waiting", "rework", "error", "system", "other" };
  static const char *const words[] = { "Nobody answers before the end of the month",
                                       "Asked twice for what was sent already",
                                       "The form has no place for the reference",
                                       "It lies still when the handler is away" };
  gboolean customer = i % 7 < 3;
  g_autofree char *id = g_strdup_printf ("friction%u", i);
  g_autofree char *text = g_strdup_printf ("%s (%u)", words[i % 4], i * 7919 % frictions);
  g_autofree char *time = write_time (i % MAX (sessions, 1));

  PUT (FRICTION, id, { "map", "map" }, { "lane", i % 5 < 2 ? "lane1" : "lane2" },
       { "number", say ("", i + 1) }, { "raised_by", customer ? "customer" : "supplier" },
       { customer ? "customer_words" : "supplier_words", text }, { "raised_at", time },
       { "category", categories[i % G_N_ELEMENTS (categories)] },
       { "priority", i % 20 == 0 ? say ("", 1 + i / 20) : "0" },
       { "status", i % 10 == 0 ? "in-team" : "raised" });
  PUT (SEVERITY, say ("severity", i), { "friction", id }, { "party", side_of (i) },
       { "score", say ("", 1 + i * 7 % 5) });
  PUT (STATUS_CHANGE, say ("status", i), { "friction", id }, { "status", "raised" },
       { "at", time });
  if (i % 10 == 0)
    put_work (load, i, id);
}

static void
put_interface (LijnLoad *load, guint i, guint interfaces)
{
  PUT (INTERFACE, say ("interface", i), { "map", "map" }, { "giver", side_of (i) },
       { "receiver", side_of (i + 1) }, { "number", say ("", i + 1) },
       { "name", say ("What crosses ", i * 7919 % interfaces) },
       { "channel", i % 4 == 0 ? "mail" : "portal" },
       { "norm_minutes", say ("", 60 * (1 + i % 9)) },
       { "actual_minutes", say ("", 60 * (1 + i % 7)) });
}

static void
put_ratings (LijnLoad *load, guint session, guint interfaces)
{
  for (guint i = 0; i < 2 * interfaces; i++)
    {
      g_autofree char *id = g_strdup_printf ("rating%u-%u", session, i);

      PUT (RATING, id, { "session", say ("session", session) },
           { "interface", say ("interface", i / 2) }, { "party", side_of (i) },
           { "score", say ("", 1 + (i + session) % 5) }, { "guess", say ("", 1 + i * 3 % 5) },
           { "revealed", "1" });
    }
}

static LijnLoad *
begin (LijnProject *project)
{
  GError *error = NULL;
  LijnLoad *load = lijn_load_begin (project, "Synthetic dialogue", &error);

  must (load != NULL, &error);
  return load;
}

static void
put_signatures (LijnLoad *load, LijnProject *project, guint interfaces, const char *time)
{
  for (guint i = 0; i < interfaces; i++)
    {
      LijnInterface *interface = lijn_project_find (project, LIJN_TABLE_INTERFACE,
                                                    say ("interface", i / 2 * 2));
      g_autofree char *terms = lijn_interface_get_terms (interface);

      PUT (SIGNOFF, say ("signoff", i), { "interface", say ("interface", i / 2 * 2) },
           { "party", side_of (i) }, { "at", time }, { "terms", terms });
    }
}

LijnProject *
lijn_synthetic_make_talk (const char *path, guint frictions, guint sessions)
{
  GError *error = NULL;
  LijnProject *project = lijn_project_create (path, &error);
  g_autofree char *time = write_time (sessions / 2);
  guint interfaces = frictions * 2 / 5;
  LijnLoad *load;

  must (project != NULL, &error);
  load = begin (project);
  put_parties (load);
  for (guint i = 0; i < sessions; i++)
    put_session (load, i);
  for (guint i = 0; i < frictions; i++)
    put_friction (load, i, frictions, sessions);
  for (guint i = 0; i < interfaces; i++)
    put_interface (load, i, interfaces);
  for (guint i = 0; i < sessions; i++)
    put_ratings (load, i, interfaces);
  must (lijn_load_finish (load, &error), &error);

  load = begin (project);
  put_signatures (load, project, interfaces, time);
  must (lijn_load_finish (load, &error), &error);

  return project;
}
