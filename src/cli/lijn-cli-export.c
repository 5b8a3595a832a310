/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"

#include "lijn-capture.h"
#include "lijn-copy.h"
#include "lijn-csv.h"
#include "lijn-exchange.h"
#include "lijn-minutes.h"
#include "lijn-output.h"
#include "lijn-publish.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <string.h>

static char *format_name;
static char *map_title;
static char *table_name;
static char *team_name;
static char *for_party;
static gboolean include_private;
static char *overlay_name;
static double scale = 2;
static int minutes_of;
static GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format_name,
    N_ ("pdf, svg, png, xml, txt, csv or waslijn; by default what OUT ends in"), "NAME" },
  { "map", 0, 0, G_OPTION_ARG_FILENAME, &map_title, N_ ("Only this map"), "TITLE" },
  { "table", 0, 0, G_OPTION_ARG_STRING, &table_name,
    N_ ("Of a CSV: friction, interfaces or actions; by default friction"), "NAME" },
  { "for", 0, 0, G_OPTION_ARG_FILENAME, &for_party, N_ ("With what is private to this party"),
    "PARTY" },
  { "include-private", 0, 0, G_OPTION_ARG_NONE, &include_private,
    N_ ("With everything, whomever it is private to"), NULL },
  { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &scale, N_ ("Of a PNG: pixels a point, by default 2"),
    "NUMBER" },
  { "overlay", 0, 0, G_OPTION_ARG_STRING, &overlay_name,
    N_ ("Over the maps: friction, gap, agreement, age or differences; with its scale"), "NAME" },
  { "team", 0, 0, G_OPTION_ARG_FILENAME, &team_name, N_ ("Of a PDF: only the charter of this team"),
    "NAME" },
  { "minutes", 0, 0, G_OPTION_ARG_INT, &minutes_of,
    N_ ("The minutes of this session: with the maps as pdf, or as txt"), "NUMBER" },
  { NULL },
};

typedef struct
{
  LijnProject *project;
  LijnMap *map; /* (nullable): only this one */
  LijnSession *session; /* (nullable): its minutes */
  LijnTeam *team; /* (nullable): its charter */
  LijnTable table; /* of a CSV */
  LijnAudience audience;
  LijnOverlay overlay;
  const char *path;
} Job;

static gboolean
export_pdf (const Job *job, GError **error)
{
  if (job->session != NULL)
    return lijn_publish_minutes (job->session, &job->audience, job->path, lijn_cli_progress, NULL,
                                 NULL, error);
  if (job->team != NULL)
    return lijn_publish_charter (job->team, &job->audience, job->path, NULL, error);
  return lijn_publish_pdf (job->project, job->map, &job->audience, job->overlay, job->path,
                           lijn_cli_progress, NULL, NULL, error);
}

static gboolean
export_svg (const Job *job, GError **error)
{
  return lijn_publish_svg (job->map, &job->audience, job->overlay, job->path, error);
}

static gboolean
export_png (const Job *job, GError **error)
{
  return lijn_publish_png (job->map, &job->audience, job->overlay, scale, job->path, error);
}

static gboolean
export_xml (const Job *job, GError **error)
{
  return lijn_xml_export (job->project, &job->audience, job->path, NULL, error);
}

static char *
write_minutes (const Job *job)
{
  g_autoptr (LijnMinutes) minutes = lijn_minutes_new (job->session, &job->audience);

  return lijn_minutes_to_text (minutes);
}

static gboolean
export_text (const Job *job, GError **error)
{
  g_autofree char *text = job->session != NULL ? write_minutes (job)
                                               : lijn_capture_write (job->project, &job->audience);

  return lijn_output_write_text (job->path, text, NULL, error);
}

static gboolean
export_csv (const Job *job, GError **error)
{
  g_autofree char *text = lijn_csv_write_table (job->project, job->table, &job->audience);

  return lijn_output_write_text (job->path, text, NULL, error);
}

static gboolean
export_copy (const Job *job, GError **error)
{
  return lijn_copy_for (job->project, &job->audience, job->path, NULL, error);
}

static const struct
{
  const char *name;
  gboolean one_map;
  gboolean whole; /* always the whole project */
  gboolean (*export) (const Job *job, GError **error);
} formats[] = {
  { "pdf", FALSE, FALSE, export_pdf },     { "svg", TRUE, FALSE, export_svg },
  { "png", TRUE, FALSE, export_png },      { "xml", FALSE, TRUE, export_xml },
  { "txt", FALSE, TRUE, export_text },     { "csv", FALSE, TRUE, export_csv },
  { "waslijn", FALSE, TRUE, export_copy },
};

static int
find_format (const char *path)
{
  const char *dot = strrchr (path, '.');
  const char *name = format_name != NULL ? format_name : dot != NULL ? dot + 1 : "";

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].name, name) == 0)
      return (int) i;
  if (format_name == NULL && *name == '\0')
    lijn_cli_say (LIJN_CLI_WRONG, _ ("Say which --format “%s” shall have."), path);
  else
    lijn_cli_say (LIJN_CLI_WRONG,
                  _ ("There is no format “%s”; there are pdf, svg, png, xml, txt, csv and "
                     "waslijn."),
                  name);
  return -1;
}

static gboolean
is_same_file (const char *one, const char *other)
{
  g_autofree char *a = g_canonicalize_filename (one, NULL);
  g_autofree char *b = g_canonicalize_filename (other, NULL);

  return strcmp (a, b) == 0;
}

/* Returns: (nullable): the session that --minutes names; says so when there is none. */
static LijnSession *
find_session (LijnProject *project)
{
  GListModel *sessions = lijn_project_list (project, LIJN_TABLE_SESSION);

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr (LijnSession) session = g_list_model_get_item (sessions, i);

      if (lijn_session_get_number (session) == minutes_of)
        return session;
    }
  lijn_cli_say (LIJN_CLI_WRONG, _ ("There is no session %d in this project."), minutes_of);
  return NULL;
}

/* Returns: (nullable): the team that --team names; says so when there is none. */
static LijnTeam *
find_team (LijnProject *project)
{
  GListModel *teams = lijn_project_list (project, LIJN_TABLE_TEAM);
  g_autofree char *wanted = lijn_text_fold (team_name);

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (LijnTeam) team = g_list_model_get_item (teams, i);
      g_autofree char *name = lijn_text_fold (lijn_team_get_name (team));

      if (strcmp (name, wanted) == 0)
        return team;
    }
  lijn_cli_say (LIJN_CLI_WRONG, _ ("There is no team “%s” in this project."), team_name);
  return NULL;
}

static gboolean
has_minutes (int format)
{
  return formats[format].export == export_pdf || formats[format].export == export_text;
}

/* FALSE: --overlay is wrong, and that was said. */
static gboolean
find_overlay (int format, LijnOverlay *overlay)
{
  int value = overlay_name != NULL ? lijn_nick_to_value (lijn_overlay_nicks, overlay_name)
                                   : LIJN_OVERLAY_NONE;

  if (overlay_name != NULL && (formats[format].whole || minutes_of != 0 || team_name != NULL))
    lijn_cli_say (LIJN_CLI_WRONG, _ ("--overlay is for the maps of pdf, svg and png."));
  else if (value < 0)
    lijn_cli_say (LIJN_CLI_WRONG,
                  _ ("There is no overlay “%s”; there are friction, gap, agreement, age, "
                     "differences and none."),
                  overlay_name);
  else
    {
      *overlay = (LijnOverlay) value;
      return TRUE;
    }
  return FALSE;
}

static LijnCliStatus
run (char **arguments)
{
  g_autoptr (LijnProject) project = NULL;
  int format = find_format (arguments[1]);
  Job job = { .path = arguments[1] };
  GError *error = NULL;
  gboolean done;

  if (format < 0)
    return LIJN_CLI_WRONG;
  if (is_same_file (arguments[0], arguments[1]))
    return lijn_cli_say (LIJN_CLI_WRONG, _ ("A project is not exported onto itself."));
  if (map_title != NULL && formats[format].whole)
    return lijn_cli_say (LIJN_CLI_WRONG, _ ("--map is for pdf, svg and png."));
  if (table_name != NULL && formats[format].export != export_csv)
    return lijn_cli_say (LIJN_CLI_WRONG, _ ("--table is for csv."));
  if (!lijn_csv_find_table (table_name != NULL ? table_name : "friction", &job.table))
    return lijn_cli_say (LIJN_CLI_WRONG,
                         _ ("There is no table “%s”; there are friction, interfaces and actions."),
                         table_name);
  if (!(scale > 0 && scale <= 20))
    return lijn_cli_say (LIJN_CLI_WRONG, _ ("--scale takes a number above 0, up to 20."));

  if (minutes_of != 0 && (map_title != NULL || !has_minutes (format)))
    return lijn_cli_say (LIJN_CLI_WRONG, _ ("--minutes is for pdf and txt, with all maps."));

  if (team_name != NULL &&
      (map_title != NULL || minutes_of != 0 || formats[format].export != export_pdf))
    return lijn_cli_say (LIJN_CLI_WRONG, _ ("--team is for pdf, by itself."));

  if (!find_overlay (format, &job.overlay))
    return LIJN_CLI_WRONG;

  project = lijn_cli_open (arguments[0], LIJN_STORE_READ_ONLY);
  if (project == NULL)
    return LIJN_CLI_WRONG;
  job.project = project;
  if (team_name != NULL && (job.team = find_team (project)) == NULL)
    return LIJN_CLI_WRONG;
  if (minutes_of != 0 && (job.session = find_session (project)) == NULL)
    return LIJN_CLI_WRONG;
  if ((map_title != NULL || formats[format].one_map) &&
      (job.map = lijn_cli_find_map (project, map_title)) == NULL)
    return LIJN_CLI_WRONG;
  if (!lijn_cli_find_audience (project, for_party, include_private, &job.audience))
    return LIJN_CLI_WRONG;

  done = formats[format].export(&job, &error);
  lijn_cli_progress_end ();
  return done ? LIJN_CLI_GOOD : lijn_cli_fail (LIJN_CLI_WRONG, error);
}

const LijnCommand lijn_cli_export = {
  .name = "export",
  .arguments = "FILE OUT",
  .summary = N_ ("write a project as a document, picture or text"),
  .description = N_ (
      "Writes the project FILE to OUT, in the format that the suffix of OUT or --format names:\n"
      "\n"
      "    pdf        the annotated maps, with the registers of friction points, interfaces and\n"
      "               teams behind them\n"
      "    svg, png   one map: the first, or the one that --map names\n"
      "    xml        everything in the file, to be imported again without loss\n"
      "    txt        capture text, which makes an equal project when it is captured again\n"
      "    csv        the table that --table names, for a spreadsheet\n"
      "    waslijn    a project file: with --include-private a sound copy of the whole with its\n"
      "               history, otherwise a copy made of what its reader may see, without history\n"
      "\n"
      "With --overlay the maps show as colours with figures, explained in the legend, where it "
      "hurts\n"
      "(friction), how far ratings and guesses are apart (gap), what is agreed (agreement), how "
      "old\n"
      "open friction points are (age), or what differs between as-is and to-be (differences).\n"
      "\n"
      "Only what is shared between the parties goes out, unless --for or --include-private says\n"
      "otherwise; standard error tells how much is left out. OUT is replaced when it is there,\n"
      "and only when all went well."),
  .examples = "waslijn-cli export orders.waslijn orders.pdf\n"
              "waslijn-cli export orders.waslijn copy.waslijn --for=\"Northwind\"\n"
              "waslijn-cli export orders.waslijn minutes.pdf --minutes=2\n"
              "waslijn-cli export orders.waslijn heat.png --overlay=friction\n"
              "waslijn-cli export orders.waslijn actions.csv --table=actions",
  .n_arguments = 2,
  .options = options,
  .run = run,
};
