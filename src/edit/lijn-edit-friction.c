/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Friction points: numbered pins with the words of the party that feels it. Every status that a
 * point has ever had is kept, with who and when. */

static gboolean
note_status (LijnEdit *edit, const char *friction, LijnFrictionStatus status, LijnParty *party,
             LijnPerson *person, const char *reason, GError **error)
{
  g_autofree char *id = lijn_verb_insert (
      edit, LIJN_TABLE_STATUS_CHANGE,
      LIJN_CELLS (LIJN_REF ("friction", friction),
                  LIJN_TEXT ("status", lijn_friction_status_nicks[status]),
                  LIJN_TEXT ("reason", reason), LIJN_TO ("party", party),
                  LIJN_TO ("person", person), LIJN_INT ("at", lijn_now ())),
      error);

  return id != NULL;
}

/* What the supplier or a partner says is the other side's wording to the customer. */
static const char *
words_column (LijnParty *raised_by)
{
  return raised_by == NULL || lijn_party_get_role (raised_by) == LIJN_PARTY_ROLE_CUSTOMER
             ? "customer_words"
             : "supplier_words";
}

LijnFriction *
lijn_edit_add_friction (LijnObject *anchor, double x, double y, LijnParty *raised_by,
                        const char *words, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (anchor, _ ("Add friction point"), error);
  g_autofree char *clean = lijn_verb_text (words);
  g_autofree char *id = NULL;
  LijnPinCells pin;

  if (edit == NULL || !lijn_pin_cells (anchor, x, y, &pin, error))
    return NULL;

  id = lijn_verb_insert (
      edit, LIJN_TABLE_FRICTION,
      LIJN_CELLS (pin.cells[0], pin.cells[1], pin.cells[2], pin.cells[3], pin.cells[4],
                  pin.cells[5], pin.cells[6],
                  LIJN_INT ("number",
                            lijn_verb_next_number (
                                lijn_project_list (edit->project, LIJN_TABLE_FRICTION), "number")),
                  LIJN_TO ("raised_by", raised_by),
                  LIJN_TO ("session", lijn_project_get_running_session (edit->project)),
                  LIJN_INT ("raised_at", lijn_now ()), LIJN_TEXT (words_column (raised_by), clean)),
      error);
  if (id == NULL ||
      !note_status (edit, id, LIJN_FRICTION_STATUS_RAISED, raised_by, NULL, "", error))
    return NULL;

  return lijn_verb_finish (g_steal_pointer (&edit), LIJN_TABLE_FRICTION, id, error);
}

gboolean
lijn_edit_move_friction (LijnFriction *friction, LijnObject *anchor, double x, double y,
                         GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (friction, _ ("Move friction point"), error);
  LijnPinCells pin;

  return edit != NULL && lijn_pin_cells (anchor, x, y, &pin, error) &&
         lijn_verb_update (edit, friction, pin.cells, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_edit_set_severity (LijnFriction *friction, LijnParty *party, int score, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (friction, _ ("Set severity"), error);
  g_autofree char *id = NULL;
  LijnSeverity *severity;
  gboolean good;

  if (edit == NULL)
    return FALSE;
  if (score < 0 || score > 5)
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                           _ ("Severity runs from 1, hardly noticed, to 5, stops the work."));
      return FALSE;
    }

  severity = lijn_project_find_link (edit->project, LIJN_TABLE_SEVERITY, "friction",
                                     LIJN_OBJECT (friction), "party", LIJN_OBJECT (party));
  if (severity == NULL && score == 0)
    good = TRUE;
  else if (severity == NULL)
    {
      id = lijn_verb_insert (edit, LIJN_TABLE_SEVERITY,
                             LIJN_CELLS (LIJN_TO ("friction", friction), LIJN_TO ("party", party),
                                         LIJN_INT ("score", score)),
                             error);
      good = id != NULL;
    }
  else if (score == 0)
    good = lijn_verb_delete (edit, severity, error);
  else
    good = lijn_verb_update (edit, severity, LIJN_CELLS (LIJN_INT ("score", score)), error);

  return good && lijn_edit_commit (g_steal_pointer (&edit), error);
}

/* @ask: whether the rules are asked. */
static gboolean
set_status (LijnFriction *friction, LijnFrictionStatus status, LijnParty *party, LijnPerson *person,
            const char *reason, gboolean ask, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (friction, _ ("Change status"), error);
  g_autofree char *why = lijn_verb_text (reason);

  if (edit == NULL)
    return FALSE;
  if (lijn_friction_get_status (friction) == status)
    return lijn_edit_commit (g_steal_pointer (&edit), error);

  return (!ask || lijn_rules_friction_status (friction, status, party, why, error)) &&
         lijn_verb_update (edit, friction,
                           LIJN_CELLS (LIJN_TEXT ("status", lijn_friction_status_nicks[status]),
                                       LIJN_TEXT ("status_reason", why)),
                           error) &&
         note_status (edit, lijn_object_get_id (LIJN_OBJECT (friction)), status, party, person, why,
                      error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_edit_set_status (LijnFriction *friction, LijnFrictionStatus status, LijnParty *party,
                      LijnPerson *person, const char *reason, GError **error)
{
  return set_status (friction, status, party, person, reason, TRUE, error);
}

/* Whether what is @now there was in a team, and solved, before it came to @status. */
static gboolean
came_by_team (LijnFrictionStatus now, LijnFrictionStatus status)
{
  return (status == LIJN_FRICTION_STATUS_SOLVED || status == LIJN_FRICTION_STATUS_CONFIRMED) &&
         now < LIJN_FRICTION_STATUS_IN_TEAM;
}

gboolean
lijn_edit_recall_status (LijnFriction *friction, LijnFrictionStatus status, LijnParty *party,
                         const char *reason, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (friction, _ ("Change status"), error);

  return edit != NULL &&
         (!came_by_team (lijn_friction_get_status (friction), status) ||
          set_status (friction, LIJN_FRICTION_STATUS_IN_TEAM, party, NULL, "", FALSE, error)) &&
         (status != LIJN_FRICTION_STATUS_CONFIRMED ||
          lijn_friction_get_status (friction) != LIJN_FRICTION_STATUS_IN_TEAM ||
          set_status (friction, LIJN_FRICTION_STATUS_SOLVED, party, NULL, "", TRUE, error)) &&
         set_status (friction, status, party, NULL, reason, TRUE, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}
