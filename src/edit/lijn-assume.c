/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

/* What one party draws of the other is an assumption until the other confirms it. Where nobody has
 * said who speaks, both sit around the screen, and what is drawn is taken as known. */

LijnParty *
lijn_assumed_by (LijnProject *project, LijnParty *party)
{
  LijnParty *speaker = lijn_verb_speaker (project);

  return party != NULL && speaker != party ? speaker : NULL;
}
