/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"

G_BEGIN_DECLS

/* For whom something is made. Everything that leaves the program (files, pictures, paper, the
 * clipboard, mail, a web page, a projector) is made for an audience and asks
 * lijn_audience_may_see() of every object. */
typedef struct
{
  gboolean everything; /* all parties' private content too: a backup, or one's own screen; not what
                          is still blind */
  const char *party; /* id of the party whose private content may be seen beside what is shared;
                        NULL: only what is shared */
} LijnAudience;

#define LIJN_AUDIENCE_EVERYTHING ((LijnAudience){ .everything = TRUE })
#define LIJN_AUDIENCE_SHARED ((LijnAudience){ .everything = FALSE })

/* Returns: whether @object may be shown to @audience: neither it itself, nor anything that it
 * belongs to, is pinned on or connects, is private to another party; nor is it a rating or vote
 * that is still blind for @audience. */
gboolean lijn_audience_may_see (const LijnAudience *audience, LijnObject *object);

/* Returns: how many things in @project are private to another party, or still blind for @audience.
 * What is hidden only because it belongs to one of them does not count. */
guint lijn_audience_count_hidden (const LijnAudience *audience, LijnProject *project);

G_END_DECLS
