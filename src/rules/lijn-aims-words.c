/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-aims.h"

#include <glib/gi18n.h>
#include <math.h>

/* The four aims in words that a steering group understands without explanation. */

static const char *const names[] = {
  [LIJN_AIM_UNDERSTANDING] = N_ ("Understanding"),
  [LIJN_AIM_OPENNESS] = N_ ("Openness"),
  [LIJN_AIM_FOCUS] = N_ ("Focus"),
  [LIJN_AIM_FIT] = N_ ("Fit"),
};

static const char *const meanings[] = {
  [LIJN_AIM_UNDERSTANDING] = N_ (
      "How far what each party thinks that the other sees is from what the other sees; 0 is best."),
  [LIJN_AIM_OPENNESS] = N_ ("How much of what it brings up each party says about its own lanes."),
  [LIJN_AIM_FOCUS] = N_ ("How much of what matters most to the customer is being worked on."),
  [LIJN_AIM_FIT] = N_ ("How many interfaces are agreed and keep to their norm."),
};

const char *
lijn_aim_get_name (LijnAim aim)
{
  return _ (names[aim]);
}

const char *
lijn_aim_get_meaning (LijnAim aim)
{
  return _ (meanings[aim]);
}

char *
lijn_aim_figure_to_text (LijnAim aim, const LijnAimFigure *figure)
{
  if (figure->lack != LIJN_LACK_NOTHING)
    return g_strdup ("–");
  if (aim == LIJN_AIM_UNDERSTANDING)
    return g_strdup_printf ("%.1f", figure->value);
  return g_strdup_printf (_ ("%.0f %%"), 100 * figure->value);
}

static const char *
describe_lack (const LijnAimFigure *figure)
{
  switch (figure->lack)
    {
    case LIJN_LACK_INTERFACES:
      return _ ("There is no interface yet: draw a step that hands over to the other party.");
    case LIJN_LACK_RATINGS:
      return _ ("No rating has been revealed yet: let both parties rate the interfaces at a "
                "session, and reveal the scores together.");
    case LIJN_LACK_FRICTION:
      return figure->side == LIJN_PARTY_ROLE_CUSTOMER
                 ? _ ("The customer has not raised a friction point yet: ask where it hurts.")
                 : _ ("The supplier has not raised a friction point yet: ask where it hurts.");
    case LIJN_LACK_PRIORITIES:
      return _ ("The customer has not said yet what matters most: let it give its friction points "
                "a priority.");
    case LIJN_LACK_TIMES:
      return _ ("No interface has both a norm and an actual time yet: fill them in for the "
                "interfaces that matter.");
    case LIJN_LACK_NOTHING:
    default:
      return "";
    }
}

static char *
describe_gap (const LijnAimFigure *figure)
{
  return g_strdup_printf (
      ngettext ("%.1f points on average between what is guessed and what is so, over %u rated "
                "interface.",
                "%.1f points on average between what is guessed and what is so, over %u rated "
                "interfaces.",
                figure->total),
      figure->value, figure->total);
}

char *
lijn_aim_figure_describe (LijnAim aim, const LijnAimFigure *figure)
{
  guint counted = figure->counted, total = figure->total;

  if (figure->lack != LIJN_LACK_NOTHING)
    return g_strdup (describe_lack (figure));

  switch (aim)
    {
    case LIJN_AIM_UNDERSTANDING:
      return describe_gap (figure);
    case LIJN_AIM_OPENNESS:
      return g_strdup_printf (
          ngettext ("%u of %u friction point was raised by the party whose lanes it is about.",
                    "%u of %u friction points were raised by the party whose lanes they are about.",
                    total),
          counted, total);
    case LIJN_AIM_FOCUS:
      return g_strdup_printf (
          ngettext ("%u of the customer’s %u top priority has a team of both parties and an action "
                    "with a date.",
                    "%u of the customer’s %u top priorities have a team of both parties and an "
                    "action with a date.",
                    total),
          counted, total);
    case LIJN_AIM_FIT:
    default:
      return g_strdup_printf (
          ngettext ("%u of %u interface is agreed by both parties and within its norm.",
                    "%u of %u interfaces are agreed by both parties and within their norm.", total),
          counted, total);
    }
}

static const char *
describe_focus (LijnFriction *friction)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (friction));
  GPtrArray *teams = lijn_project_referrers (project, LIJN_TABLE_ASSIGNMENT, "friction",
                                             LIJN_OBJECT (friction));

  return teams->len == 0 ? _ ("in no team") : _ ("no dated action of a team with both parties");
}

static const char *
describe_fit (LijnInterface *interface)
{
  double norm = lijn_interface_get_norm_minutes (interface);
  double actual = lijn_interface_get_actual_minutes (interface);

  if (isnan (norm))
    return _ ("no norm");
  if (isnan (actual))
    return _ ("actual time not known");
  if (actual > norm)
    return _ ("over its norm");
  return _ ("not agreed by both");
}

char *
lijn_aim_part_describe (LijnAim aim, const LijnAimPart *part)
{
  switch (aim)
    {
    case LIJN_AIM_UNDERSTANDING:
      return g_strdup_printf (_ ("gap %.1f"), part->gap);
    case LIJN_AIM_OPENNESS:
      return g_strdup_printf (part->counts ? _ ("%s, about itself") : _ ("%s, about the other"),
                              lijn_party_get_name (part->party));
    case LIJN_AIM_FOCUS:
      return g_strdup (part->counts ? _ ("being worked on")
                                    : describe_focus (LIJN_FRICTION (part->object)));
    case LIJN_AIM_FIT:
    default:
      return g_strdup (part->counts ? _ ("agreed, within its norm")
                                    : describe_fit (LIJN_INTERFACE (part->object)));
    }
}
