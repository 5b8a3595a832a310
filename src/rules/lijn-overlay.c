/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-overlay.h"

#include "lijn-differences.h"
#include "lijn-moments.h"
#include "lijn-progress.h"
#include "lijn-ratings.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* The figures come from where they are known; here they are looked up for one object and put on a
 * scale. A friction point on a hand-over counts for the interface that carries it. */

#define N_STEPS 5
#define DAY (24 * G_TIME_SPAN_HOUR)

const char *const lijn_overlay_nicks[] = { "none", "friction",    "gap", "agreement",
                                           "age",  "differences", NULL };

/* The lowest value of each step but the first. */
static const double sums[] = { 4, 7, 11, 16 };
static const double gaps[] = { 0.5, 1, 1.5, 2.5 };
static const double ages[] = { 14, 30, 91, 182 }; /* as LijnAge */

static int
step_of (double value, const double *steps)
{
  int step = 0;

  while (step < N_STEPS - 1 && value >= steps[step])
    step++;
  return step;
}

typedef void (*EachFriction) (LijnFriction *friction, gpointer data);

static void
each_of (LijnObject *on, const char *column, const LijnAudience *audience, EachFriction each,
         gpointer data)
{
  GPtrArray *frictions = lijn_project_referrers (lijn_object_get_project (on), LIJN_TABLE_FRICTION,
                                                 column, on);

  for (guint i = 0; i < frictions->len; i++)
    {
      LijnFriction *friction = g_ptr_array_index (frictions, i);

      if (lijn_friction_is_open (friction) &&
          lijn_audience_may_see (audience, LIJN_OBJECT (friction)))
        each (friction, data);
    }
}

static void
each_friction (LijnObject *object, const LijnAudience *audience, EachFriction each, gpointer data)
{
  GPtrArray *flows = NULL;

  if (LIJN_IS_ELEMENT (object))
    {
      each_of (object, "element", audience, each, data);
      return;
    }
  each_of (object, "interface", audience, each, data);
  flows = lijn_project_referrers (lijn_object_get_project (object), LIJN_TABLE_FLOW, "interface",
                                  object);
  for (guint i = 0; i < flows->len; i++)
    each_of (g_ptr_array_index (flows, i), "flow", audience, each, data);
}

static void
add_severities (LijnFriction *friction, gpointer data)
{
  GPtrArray *severities = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (friction)),
                                                  LIJN_TABLE_SEVERITY, "friction",
                                                  LIJN_OBJECT (friction));
  double *sum = data;

  for (guint i = 0; i < severities->len; i++)
    *sum += lijn_severity_get_score (g_ptr_array_index (severities, i));
}

static void
take_oldest (LijnFriction *friction, gpointer data)
{
  gint64 *oldest = data;

  *oldest = MIN (*oldest, lijn_moment_of_friction (friction));
}

static gboolean
find_sum (LijnObject *object, const LijnAudience *audience, LijnOverlayMark *mark)
{
  double sum = 0;

  each_friction (object, audience, add_severities, &sum);
  *mark = (LijnOverlayMark){ step_of (sum, sums), sum };
  return sum > 0;
}

static gboolean
find_age (LijnObject *object, const LijnAudience *audience, gint64 now, LijnOverlayMark *mark)
{
  gint64 oldest = G_MAXINT64;
  double days;

  each_friction (object, audience, take_oldest, &oldest);
  days = floor (MAX ((double) (now - oldest) / DAY, 0));
  *mark = (LijnOverlayMark){ step_of (days, ages), days };
  return oldest != G_MAXINT64;
}

/* Ratings that are still blind are in no pair; what is revealed may yet be a private interface's. */
static gboolean
find_gap (LijnInterface *interface, const LijnAudience *audience, LijnOverlayMark *mark)
{
  LijnRatingPair pair;

  if (!lijn_ratings_find (interface, NULL, &pair) ||
      !lijn_audience_may_see (audience, LIJN_OBJECT (pair.giver)) ||
      !lijn_audience_may_see (audience, LIJN_OBJECT (pair.receiver)))
    return FALSE;
  *mark = (LijnOverlayMark){ step_of (pair.gap, gaps), pair.gap };
  return TRUE;
}

static gboolean
find_difference (LijnObject *object, const LijnAudience *audience, LijnOverlayMark *mark)
{
  LijnDifference difference = lijn_difference_of (object, audience);

  *mark = (LijnOverlayMark){ .step = (int) difference - 1 };
  return difference != LIJN_DIFFERENCE_NONE;
}

gboolean
lijn_overlay_find (LijnOverlay overlay, LijnObject *object, const LijnAudience *audience,
                   gint64 now, LijnOverlayMark *mark)
{
  gboolean interface = LIJN_IS_INTERFACE (object);

  if ((!interface && !LIJN_IS_ELEMENT (object) &&
       !(LIJN_IS_FLOW (object) && overlay == LIJN_OVERLAY_DIFFERENCES)) ||
      lijn_object_get_project (object) == NULL)
    return FALSE;

  switch (overlay)
    {
    case LIJN_OVERLAY_FRICTION:
      return find_sum (object, audience, mark);
    case LIJN_OVERLAY_AGE:
      return find_age (object, audience, now, mark);
    case LIJN_OVERLAY_GAP:
      return interface && find_gap (LIJN_INTERFACE (object), audience, mark);
    case LIJN_OVERLAY_AGREEMENT:
      if (interface)
        *mark = (LijnOverlayMark){ (int) lijn_interface_get_agreement (LIJN_INTERFACE (object)),
                                   0 };
      return interface;
    case LIJN_OVERLAY_DIFFERENCES:
      return find_difference (object, audience, mark);
    case LIJN_OVERLAY_NONE:
    default:
      return FALSE;
    }
}

char *
lijn_overlay_describe_mark (LijnOverlay overlay, const LijnOverlayMark *mark)
{
  switch (overlay)
    {
    case LIJN_OVERLAY_FRICTION:
      return g_strdup_printf ("%.0f", mark->value);
    case LIJN_OVERLAY_GAP:
      return g_strdup_printf ("%.1f", mark->value);
    case LIJN_OVERLAY_AGE:
      /* Translators: so many days, as short as can be. */
      return g_strdup_printf (_ ("%.0f d"), mark->value);
    case LIJN_OVERLAY_AGREEMENT:
    case LIJN_OVERLAY_DIFFERENCES:
      return g_strdup (lijn_overlay_get_step (overlay, mark->step));
    case LIJN_OVERLAY_NONE:
    default:
      return g_strdup ("");
    }
}

guint
lijn_overlay_count_steps (LijnOverlay overlay)
{
  switch (overlay)
    {
    case LIJN_OVERLAY_FRICTION:
    case LIJN_OVERLAY_GAP:
    case LIJN_OVERLAY_AGE:
      return N_STEPS;
    case LIJN_OVERLAY_AGREEMENT:
      return LIJN_AGREEMENT_AGREED + 1;
    case LIJN_OVERLAY_DIFFERENCES:
      return LIJN_N_DIFFERENCES - 1;
    case LIJN_OVERLAY_NONE:
    default:
      return 0;
    }
}

const char *
lijn_overlay_get_title (LijnOverlay overlay)
{
  switch (overlay)
    {
    case LIJN_OVERLAY_FRICTION:
      return _ ("Sum of severities");
    case LIJN_OVERLAY_GAP:
      return _ ("Perception gap");
    case LIJN_OVERLAY_AGREEMENT:
      return _ ("Agreement");
    case LIJN_OVERLAY_AGE:
      return _ ("Oldest open friction point");
    case LIJN_OVERLAY_DIFFERENCES:
      return _ ("Differs from the other map");
    case LIJN_OVERLAY_NONE:
    default:
      return _ ("Nothing");
    }
}

static const char *
sum_step (int step)
{
  static const char *const texts[N_STEPS] = { N_ ("1 to 3"), N_ ("4 to 6"), N_ ("7 to 10"),
                                              N_ ("11 to 15"), N_ ("16 and more") };

  return _ (texts[step]);
}

static const char *
gap_step (int step)
{
  static const char *const texts[N_STEPS] = { N_ ("less than ½"), N_ ("from ½"), N_ ("from 1"),
                                              N_ ("from 1½"), N_ ("from 2½") };

  return _ (texts[step]);
}

/* Short: it is what the tag's own edge says. */
static const char *
agreement_step (int step)
{
  switch (step)
    {
    case LIJN_AGREEMENT_AGREED:
      return _ ("agreed");
    case LIJN_AGREEMENT_PROPOSED:
      return _ ("proposed");
    case LIJN_AGREEMENT_OPEN:
    default:
      return _ ("open");
    }
}

const char *
lijn_overlay_get_step (LijnOverlay overlay, int step)
{
  step = CLAMP (step, 0, MAX ((int) lijn_overlay_count_steps (overlay) - 1, 0));
  switch (overlay)
    {
    case LIJN_OVERLAY_FRICTION:
      return sum_step (step);
    case LIJN_OVERLAY_GAP:
      return gap_step (step);
    case LIJN_OVERLAY_AGREEMENT:
      return agreement_step (step);
    case LIJN_OVERLAY_AGE:
      return lijn_word_for_age ((LijnAge) step);
    case LIJN_OVERLAY_DIFFERENCES:
      return lijn_word_for_difference ((LijnDifference) (step + 1));
    case LIJN_OVERLAY_NONE:
    default:
      return "";
    }
}

gboolean
lijn_overlay_depends_on (LijnOverlay overlay, LijnTable table)
{
  switch (overlay)
    {
    case LIJN_OVERLAY_FRICTION:
      return table == LIJN_TABLE_FRICTION || table == LIJN_TABLE_SEVERITY;
    case LIJN_OVERLAY_AGE:
      return table == LIJN_TABLE_FRICTION;
    case LIJN_OVERLAY_GAP:
      return table == LIJN_TABLE_RATING || table == LIJN_TABLE_SESSION;
    case LIJN_OVERLAY_AGREEMENT:
      return table == LIJN_TABLE_SIGNOFF || table == LIJN_TABLE_INTERFACE;
    case LIJN_OVERLAY_DIFFERENCES:
      return table == LIJN_TABLE_MAP || table == LIJN_TABLE_LANE || table == LIJN_TABLE_ELEMENT ||
             table == LIJN_TABLE_FLOW || table == LIJN_TABLE_INTERFACE;
    case LIJN_OVERLAY_NONE:
    default:
      return FALSE;
    }
}
