/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-inspect.h"

/* What belongs to a session, as it stands selected when it was typed below the map. What is said of
 * ratings and votes is on the session's own page, once it may be told. */

void
lijn_inspect_session (GtkBox *page, LijnView *view, LijnSession *session)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);

  lijn_inspect_add_field (group, view, session, "title");
  lijn_inspect_add_field (group, view, session, "date");
  lijn_inspect_add_field (group, view, session, "place");
  lijn_inspect_add_note (group, view, session, "notes");
}

void
lijn_inspect_agenda_item (GtkBox *page, LijnView *view, LijnAgendaItem *item)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);

  lijn_inspect_add_field (group, view, item, "title");
  lijn_inspect_add_field (group, view, item, "minutes");
}

void
lijn_inspect_said (GtkBox *page, LijnView *view, LijnObject *object)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);

  lijn_inspect_add_note (group, view, object, "text");
}
