/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-field-lists.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* What is told of an interface. */

static double
get_agreement_number (LijnObject *object)
{
  return lijn_interface_get_agreement (LIJN_INTERFACE (object));
}

static char *
get_agreement (LijnObject *object, const LijnAudience *audience)
{
  return g_strdup (
      lijn_word_for_agreement (lijn_interface_get_agreement (LIJN_INTERFACE (object))));
}

/* Whose signature stands under what it says now. */
static char *
get_signed (LijnObject *object, const LijnAudience *audience)
{
  LijnInterface *interface = LIJN_INTERFACE (object);
  LijnParty *parties[] = { lijn_interface_get_giver (interface),
                           lijn_interface_get_receiver (interface) };
  GPtrArray *signers = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    if (lijn_interface_is_signed_by (interface, parties[i]))
      g_ptr_array_add (signers, parties[i]);

  return lijn_field_join (signers, audience);
}

/* How many minutes it takes longer than was agreed; less than 0: it is faster. */
static double
get_late_number (LijnObject *object)
{
  return lijn_interface_get_actual_minutes (LIJN_INTERFACE (object)) -
         lijn_interface_get_norm_minutes (LIJN_INTERFACE (object));
}

static char *
get_late (LijnObject *object, const LijnAudience *audience)
{
  double late = get_late_number (object);
  g_autofree char *time = NULL;

  if (isnan (late))
    return NULL;
  if (late <= 0)
    return g_strdup (_ ("Within the norm"));

  time = lijn_words_for_duration (late);
  /* Translators: how much longer than the norm something takes. */
  return g_strdup_printf (_ ("%s over"), time);
}

static int
count_referrers (LijnObject *object, LijnTable table)
{
  return (int) lijn_project_referrers (lijn_object_get_project (object), table, "interface", object)
      ->len;
}

/* The friction points that @audience may see, on it and on its hand-overs. */
static int
count_frictions (LijnObject *object, const LijnAudience *audience)
{
  LijnProject *project = lijn_object_get_project (object);
  GPtrArray *flows = lijn_project_referrers (project, LIJN_TABLE_FLOW, "interface", object);
  int n = 0;

  for (guint f = 0; f <= flows->len; f++)
    {
      GPtrArray *frictions = f < flows->len ? lijn_project_referrers (project, LIJN_TABLE_FRICTION,
                                                                      "flow", flows->pdata[f])
                                            : lijn_project_referrers (project, LIJN_TABLE_FRICTION,
                                                                      "interface", object);

      for (guint i = 0; i < frictions->len; i++)
        n += lijn_audience_may_see (audience, frictions->pdata[i]) ? 1 : 0;
    }

  return n;
}

static double
get_hand_overs_number (LijnObject *object)
{
  return count_referrers (object, LIJN_TABLE_FLOW);
}

static char *
get_hand_overs (LijnObject *object, const LijnAudience *audience)
{
  return g_strdup_printf ("%d", count_referrers (object, LIJN_TABLE_FLOW));
}

static double
get_frictions_number (LijnObject *object)
{
  return count_frictions (object, &LIJN_AUDIENCE_EVERYTHING);
}

static char *
get_frictions (LijnObject *object, const LijnAudience *audience)
{
  int n = count_frictions (object, audience);

  return n > 0 ? g_strdup_printf ("%d", n) : NULL;
}

static double
get_complete_number (LijnObject *object)
{
  return lijn_interface_get_complete_accurate (LIJN_INTERFACE (object));
}

static char *
get_complete (LijnObject *object, const LijnAudience *audience)
{
  double complete = get_complete_number (object);

  return isnan (complete) ? NULL : lijn_number_to_text (complete);
}

const LijnField *
lijn_interface_fields (guint *n)
{
  static const LijnField fields[] = {
    { "number" },
    { "name" },
    { "map" },
    { "giver" },
    { "receiver" },
    { "deliverable" },
    { "form" },
    { "channel" },
    { "starts_when" },
    { "complete_when" },
    { "norm_minutes" },
    { "actual_minutes" },
    { "late", N_ ("Against the norm"), get_late, get_late_number },
    { "complete_accurate", N_ ("% complete and accurate"), get_complete, get_complete_number },
    { "volume" },
    { "giver_contact" },
    { "receiver_contact" },
    { "escalation" },
    { "review_date" },
    { "agreement", N_ ("Agreement"), get_agreement, get_agreement_number },
    { "signed", N_ ("Signed by"), get_signed },
    { "hand_overs", N_ ("Hand-overs"), get_hand_overs, get_hand_overs_number },
    { "frictions", N_ ("Friction points"), get_frictions, get_frictions_number },
    { "assumed" },
    { "description" },
    { "private_to" },
  };

  *n = G_N_ELEMENTS (fields);

  return fields;
}
