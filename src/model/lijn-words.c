/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-words.h"

#include "lijn-project.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* The glossary in the user's language. The lists follow the order of lijn-enums.h; the compiler
 * does not check that, test-words does. */

static const char *
word (const char *const *words, guint n, int value)
{
  return value >= 0 && (guint) value < n ? _ (words[value]) : "";
}

#define WORD(words, value) word (words, G_N_ELEMENTS (words), (int) (value))

const char *
lijn_word_for_role (LijnPartyRole role)
{
  static const char *const words[] = { N_ ("Customer"), N_ ("Supplier"), N_ ("Partner") };

  return WORD (words, role);
}

const char *
lijn_word_for_map_kind (LijnMapKind kind)
{
  static const char *const words[] = { N_ ("As it is"), N_ ("As it is to be") };

  return WORD (words, kind);
}

const char *
lijn_word_for_element_kind (LijnElementKind kind)
{
  static const char *const words[] = {
    N_ ("Step"),     N_ ("Start"),    N_ ("End"),  N_ ("Wait"),
    N_ ("Decision"), N_ ("Document"), N_ ("Note"), N_ ("Group")
  };

  return WORD (words, kind);
}

const char *
lijn_word_for_marker (LijnMarker marker)
{
  static const char *const words[] = {
    N_ ("No sign"),
    N_ ("Done by a person"),
    N_ ("Done by a system"),
    N_ ("Send"),
    N_ ("Receive"),
    N_ ("By hand"),
    N_ ("By a rule"),
    N_ ("By a script"),
    N_ ("Has steps of its own"),
    N_ ("Message"),
    N_ ("Time"),
    N_ ("Condition"),
    N_ ("Signal"),
    N_ ("Something went wrong"),
    N_ ("Passed on higher up"),
    N_ ("Made good"),
    N_ ("Called off"),
    N_ ("Continues elsewhere"),
    N_ ("Several"),
    N_ ("Ends everything"),
    N_ ("One way only"),
    N_ ("All ways"),
    N_ ("One or more ways"),
    N_ ("By agreement"),
    N_ ("What comes first"),
    N_ ("Archive"),
  };

  return WORD (words, marker);
}

const char *
lijn_word_for_flow_kind (LijnFlowKind kind)
{
  static const char *const words[] = { N_ ("Flow"), N_ ("Hand-over"), N_ ("Connection") };

  return WORD (words, kind);
}

const char *
lijn_word_for_category (LijnFrictionCategory category)
{
  static const char *const words[] = {
    N_ ("Other"),
    N_ ("Waiting"),
    N_ ("Rework"),
    N_ ("Error"),
    N_ ("Missing or unclear information"),
    N_ ("Duplicate work"),
    N_ ("Unclear responsibility"),
    N_ ("Attitude"),
    N_ ("System"),
  };

  return WORD (words, category);
}

const char *
lijn_word_for_frequency (LijnFrequency frequency)
{
  static const char *const words[] = { N_ ("Not known"), N_ ("Rarely"), N_ ("Monthly"),
                                       N_ ("Weekly"),    N_ ("Daily"),  N_ ("Every time") };

  return WORD (words, frequency);
}

const char *
lijn_word_for_friction_status (LijnFrictionStatus status)
{
  static const char *const words[] = { N_ ("Raised"),   N_ ("Accepted"),         N_ ("In a team"),
                                       N_ ("Solved"),   N_ ("Confirmed solved"), N_ ("Parked"),
                                       N_ ("Withdrawn") };

  return WORD (words, status);
}

const char *
lijn_word_for_team_kind (LijnTeamKind kind)
{
  static const char *const words[] = { N_ ("Improvement team"), N_ ("Steering group") };

  return WORD (words, kind);
}

const char *
lijn_word_for_action_status (LijnActionStatus status)
{
  static const char *const words[] = { N_ ("To do"), N_ ("Doing"), N_ ("Done"), N_ ("Dropped") };

  return WORD (words, status);
}

const char *
lijn_word_for_session_status (LijnSessionStatus status)
{
  static const char *const words[] = { N_ ("Planned"), N_ ("Running"), N_ ("Ended") };

  return WORD (words, status);
}

const char *
lijn_word_for_agreement (LijnAgreement agreement)
{
  static const char *const words[] = { N_ ("Open"), N_ ("Proposed"), N_ ("Agreed by both") };

  return WORD (words, agreement);
}

const char *
lijn_word_for_severity (int score)
{
  static const char *const words[] = { N_ ("Not said"),       N_ ("Hardly noticed"),
                                       N_ ("A nuisance"),     N_ ("Costs time"),
                                       N_ ("Hurts the work"), N_ ("Stops the work") };

  return WORD (words, score);
}

const char *
lijn_word_for_rating (int score)
{
  static const char *const words[] = {
    N_ ("Not said"), N_ ("Does not work"), N_ ("Works badly"),
    N_ ("Gets by"),  N_ ("Works well"),    N_ ("Runs by itself")
  };

  return WORD (words, score);
}

const char *
lijn_word_for_table (LijnTable table)
{
  static const char *const words[LIJN_N_TABLES] = {
    [LIJN_TABLE_ABOUT] = N_ ("Project"),
    [LIJN_TABLE_PARTY] = N_ ("Party"),
    [LIJN_TABLE_PERSON] = N_ ("Person"),
    [LIJN_TABLE_MAP] = N_ ("Map"),
    [LIJN_TABLE_LANE] = N_ ("Lane"),
    [LIJN_TABLE_PHASE] = N_ ("Phase"),
    [LIJN_TABLE_ELEMENT] = N_ ("Element"),
    [LIJN_TABLE_INTERFACE] = N_ ("Interface"),
    [LIJN_TABLE_FLOW] = N_ ("Flow"),
    [LIJN_TABLE_SIGNOFF] = N_ ("Signature"),
    [LIJN_TABLE_SESSION] = N_ ("Joint session"),
    [LIJN_TABLE_AGENDA_ITEM] = N_ ("Agenda item"),
    [LIJN_TABLE_ATTENDANCE] = N_ ("Attendance"),
    [LIJN_TABLE_DECISION] = N_ ("Decision taken"),
    [LIJN_TABLE_FRICTION] = N_ ("Friction point"),
    [LIJN_TABLE_SEVERITY] = N_ ("Severity"),
    [LIJN_TABLE_WHY] = N_ ("Why"),
    [LIJN_TABLE_STATUS_CHANGE] = N_ ("Change of status"),
    [LIJN_TABLE_ATTACHMENT] = N_ ("Attachment"),
    [LIJN_TABLE_BALLOT] = N_ ("Dot vote"),
    [LIJN_TABLE_VOTE] = N_ ("Vote"),
    [LIJN_TABLE_RATING] = N_ ("Rating"),
    [LIJN_TABLE_TEAM] = N_ ("Team"),
    [LIJN_TABLE_MEMBER] = N_ ("Member"),
    [LIJN_TABLE_ASSIGNMENT] = N_ ("Friction point in a team"),
    [LIJN_TABLE_ACTION] = N_ ("Action"),
    [LIJN_TABLE_REMEDY] = N_ ("Action for a friction point"),
    [LIJN_TABLE_REMARK] = N_ ("Remark"),
    [LIJN_TABLE_WAIVER] = N_ ("Finding set aside"),
  };

  return WORD (words, table);
}

typedef struct
{
  const char *column;
  const char *label;
} ColumnLabel;

/* Columns that are called the same in every table. */
static const ColumnLabel labels[] = {
  { "title", N_ ("Title") },
  { "name", N_ ("Name") },
  { "description", N_ ("Description") },
  { "created", N_ ("Made on") },
  { "dots", N_ ("Dots for each party") },
  { "role", N_ ("Role") },
  { "party", N_ ("Party") },
  { "person", N_ ("Person") },
  { "function", N_ ("Function") },
  { "email", N_ ("Email") },
  { "phone", N_ ("Telephone") },
  { "kind", N_ ("Kind") },
  { "marker", N_ ("Sign") },
  { "opens", N_ ("Starts with") },
  { "outcome", N_ ("Outcome") },
  { "derived_from", N_ ("Made from") },
  { "map", N_ ("Map") },
  { "lane", N_ ("Lane") },
  { "height", N_ ("Height") },
  { "width", N_ ("Width") },
  { "collapsed", N_ ("Collapsed") },
  { "container", N_ ("Inside") },
  { "detail", N_ ("Detail map") },
  { "work_minutes", N_ ("Working time") },
  { "wait_minutes", N_ ("Waiting time") },
  { "complete_accurate", N_ ("Complete and accurate (%)") },
  { "assumed", N_ ("Assumption") },
  { "drawn_by", N_ ("Drawn by") },
  { "confirmed_by", N_ ("Confirmed by") },
  { "confirmed_at", N_ ("Confirmed on") },
  { "private_to", N_ ("Private to") },
  { "giver", N_ ("Giver") },
  { "receiver", N_ ("Receiver") },
  { "number", N_ ("Number") },
  { "deliverable", N_ ("Deliverable") },
  { "form", N_ ("Form") },
  { "channel", N_ ("Channel") },
  { "starts_when", N_ ("Trigger") },
  { "complete_when", N_ ("Complete when") },
  { "norm_minutes", N_ ("Norm time") },
  { "actual_minutes", N_ ("Actual time") },
  { "volume", N_ ("Volume a month") },
  { "giver_contact", N_ ("Giver's contact") },
  { "receiver_contact", N_ ("Receiver's contact") },
  { "escalation", N_ ("Escalation") },
  { "review_date", N_ ("Review date") },
  { "source", N_ ("From") },
  { "target", N_ ("To") },
  { "interface", N_ ("Interface") },
  { "flow", N_ ("Flow") },
  { "element", N_ ("Element") },
  { "session", N_ ("Joint session") },
  { "at", N_ ("On") },
  { "date", N_ ("Date") },
  { "place", N_ ("Place") },
  { "started", N_ ("Started") },
  { "ended", N_ ("Ended") },
  { "status", N_ ("Status") },
  { "notes", N_ ("Notes") },
  { "minutes", N_ ("Minutes") },
  { "done", N_ ("Done") },
  { "present", N_ ("Present") },
  { "text", N_ ("Text") },
  { "raised_by", N_ ("Raised by") },
  { "raised_by_person", N_ ("Raised by person") },
  { "raised_at", N_ ("Raised on") },
  { "customer_words", N_ ("In the customer's words") },
  { "supplier_words", N_ ("In the supplier's words") },
  { "category", N_ ("Category") },
  { "frequency", N_ ("Frequency") },
  { "priority", N_ ("Customer's priority") },
  { "evidence", N_ ("Evidence") },
  { "root_cause", N_ ("Root cause") },
  { "verified_how", N_ ("Verified how") },
  { "cause_party", N_ ("Cause lies with") },
  { "status_reason", N_ ("Reason") },
  { "reason", N_ ("Reason") },
  { "score", N_ ("Score") },
  { "guess", N_ ("Guess of the other's score") },
  { "comment", N_ ("Comment") },
  { "revealed", N_ ("Revealed") },
  { "answer", N_ ("Answer") },
  { "media_type", N_ ("Kind of file") },
  { "closed", N_ ("Closed") },
  { "goal", N_ ("Goal") },
  { "lead", N_ ("Lead") },
  { "sponsor", N_ ("Sponsor") },
  { "part", N_ ("Part in the team") },
  { "team", N_ ("Team") },
  { "friction", N_ ("Friction point") },
  { "what", N_ ("What") },
  { "due", N_ ("Due") },
  { "action", N_ ("Action") },
  { "finding", N_ ("Finding") },
};

const char *
lijn_word_for_value (const char *const *nicks, int value)
{
  if (nicks == lijn_party_role_nicks)
    return lijn_word_for_role ((LijnPartyRole) value);
  if (nicks == lijn_map_kind_nicks)
    return lijn_word_for_map_kind ((LijnMapKind) value);
  if (nicks == lijn_element_kind_nicks)
    return lijn_word_for_element_kind ((LijnElementKind) value);
  if (nicks == lijn_marker_nicks)
    return lijn_word_for_marker ((LijnMarker) value);
  if (nicks == lijn_flow_kind_nicks)
    return lijn_word_for_flow_kind ((LijnFlowKind) value);
  if (nicks == lijn_friction_category_nicks)
    return lijn_word_for_category ((LijnFrictionCategory) value);
  if (nicks == lijn_frequency_nicks)
    return lijn_word_for_frequency ((LijnFrequency) value);
  if (nicks == lijn_friction_status_nicks)
    return lijn_word_for_friction_status ((LijnFrictionStatus) value);
  if (nicks == lijn_team_kind_nicks)
    return lijn_word_for_team_kind ((LijnTeamKind) value);
  if (nicks == lijn_action_status_nicks)
    return lijn_word_for_action_status ((LijnActionStatus) value);
  if (nicks == lijn_session_status_nicks)
    return lijn_word_for_session_status ((LijnSessionStatus) value);

  return nicks[value];
}

const char *
lijn_word_for_column (LijnTable table, const char *column)
{
  if (table == LIJN_TABLE_ACTION && strcmp (column, "person") == 0)
    return _ ("Who");

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].column, column) == 0)
      return _ (labels[i].label);
  return column;
}

static char *
words_for_nameless_flow (LijnFlow *flow)
{
  LijnElement *source = lijn_flow_get_source (flow);
  LijnElement *target = lijn_flow_get_target (flow);
  g_autofree char *from = source != NULL ? lijn_words_for_object (LIJN_OBJECT (source)) : NULL;
  g_autofree char *to = target != NULL ? lijn_words_for_object (LIJN_OBJECT (target)) : NULL;

  if (from == NULL || to == NULL)
    return g_strdup (lijn_word_for_flow_kind (lijn_flow_get_kind (flow)));
  return g_strdup_printf ("%s → %s", from, to);
}

char *
lijn_words_for_object (LijnObject *object)
{
  g_autofree char *name = lijn_text_one_line (lijn_object_get_name (object));
  LijnTable table = lijn_object_get_table (object);

  if (table == LIJN_TABLE_INTERFACE)
    return g_strdup_printf (*name != '\0' ? _ ("Interface %d: %s") : _ ("Interface %d%s"),
                            lijn_interface_get_number (LIJN_INTERFACE (object)), name);
  if (table == LIJN_TABLE_FRICTION)
    return g_strdup_printf (*name != '\0' ? _ ("Friction point %d: %s") : _ ("Friction point %d%s"),
                            lijn_friction_get_number (LIJN_FRICTION (object)), name);
  if (*name != '\0')
    return g_steal_pointer (&name);
  if (table == LIJN_TABLE_ELEMENT)
    return g_strdup (lijn_word_for_element_kind (lijn_element_get_kind (LIJN_ELEMENT (object))));
  if (table == LIJN_TABLE_FLOW)
    return words_for_nameless_flow (LIJN_FLOW (object));
  return g_strdup (lijn_word_for_table (table));
}

char *
lijn_words_for_value (LijnProject *project, LijnTable table, const char *column, const char *value)
{
  int place = lijn_table_find_column (table, column);
  const LijnColumn *info = &lijn_table_info (table)->columns[place];
  LijnObject *object;
  double number;

  if (info->kind == LIJN_COLUMN_ENUM)
    return g_strdup (lijn_word_for_value (info->nicks, lijn_nick_to_value (info->nicks, value)));
  if (info->kind == LIJN_COLUMN_NUM && g_str_has_suffix (column, "minutes") &&
      lijn_number_from_text (value, &number))
    return lijn_words_for_duration (number);
  if (!lijn_column_is_reference (info->kind))
    return g_strdup (value);

  object = lijn_project_find (project, info->refers, value);

  return g_strdup (object != NULL ? lijn_object_get_name (object) : "");
}
