/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-project.h"

/* What elements and friction points know beyond their own columns. */

LijnParty *
lijn_element_get_party (LijnElement *self)
{
  LijnLane *lane = lijn_element_get_lane (self);

  return lane != NULL ? lijn_lane_get_party (lane) : NULL;
}

LijnObject *
lijn_friction_get_anchor (LijnFriction *self)
{
  gpointer anchor = lijn_friction_get_element (self);

  if (anchor == NULL)
    anchor = lijn_friction_get_flow (self);
  if (anchor == NULL)
    anchor = lijn_friction_get_interface (self);
  if (anchor == NULL)
    anchor = lijn_friction_get_lane (self);
  return anchor;
}

LijnMap *
lijn_friction_get_place (LijnFriction *self)
{
  LijnObject *anchor = lijn_friction_get_anchor (self);
  int column;

  if (anchor == NULL)
    return lijn_friction_get_map (self);
  column = lijn_table_find_column (lijn_object_get_table (anchor), "map");
  return lijn_project_find (lijn_object_get_project (anchor), LIJN_TABLE_MAP,
                            lijn_object_get_text (anchor, column));
}

const char *
lijn_friction_get_words (LijnFriction *self)
{
  LijnParty *raised_by = lijn_friction_get_raised_by (self);
  const char *customer = lijn_friction_get_customer_words (self);
  const char *supplier = lijn_friction_get_supplier_words (self);
  gboolean customer_first = raised_by == NULL ||
                            lijn_party_get_role (raised_by) == LIJN_PARTY_ROLE_CUSTOMER;
  const char *first = customer_first ? customer : supplier;

  return *first != '\0' ? first : customer_first ? supplier : customer;
}

int
lijn_friction_get_severity (LijnFriction *self, LijnParty *party)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (self));
  LijnSeverity *severity = NULL;

  if (project != NULL)
    severity = lijn_project_find_link (project, LIJN_TABLE_SEVERITY, "friction", LIJN_OBJECT (self),
                                       "party", LIJN_OBJECT (party));
  return severity != NULL ? lijn_severity_get_score (severity) : 0;
}

int
lijn_friction_get_worst (LijnFriction *self)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (self));
  GPtrArray *scores;
  int worst = 0;

  if (project == NULL)
    return 0;
  scores = lijn_project_referrers (project, LIJN_TABLE_SEVERITY, "friction", LIJN_OBJECT (self));
  for (guint i = 0; i < scores->len; i++)
    worst = MAX (worst, lijn_severity_get_score (scores->pdata[i]));
  return worst;
}
