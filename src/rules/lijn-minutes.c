/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-minutes-private.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* The minutes as a whole; what stands under each heading is in lijn-minutes-parts.c. */

static void
line_free (gpointer data)
{
  LijnMinutesLine *line = data;

  g_clear_object (&line->object);
  g_free (line->text);
  g_free (line);
}

static void
part_free (gpointer data)
{
  LijnMinutesPart *part = data;

  g_ptr_array_unref (part->lines);
  g_free (part);
}

void
lijn_minutes_add (GPtrArray *lines, gpointer object, char *text)
{
  LijnMinutesLine *line = g_new0 (LijnMinutesLine, 1);

  line->text = text;
  g_set_object (&line->object, object);
  g_ptr_array_add (lines, line);
}

/* How long it took, rather than from when to when, which would depend on where one reads it. */
static char *
describe_duration (LijnSession *session)
{
  gint64 started = lijn_session_get_started (session), ended = lijn_session_get_ended (session);
  gint64 minutes = (ended - started) / (60 * G_USEC_PER_SEC);

  return started > 0 && minutes > 0 ? lijn_words_for_duration ((double) minutes) : g_strdup ("");
}

static char *
describe_facts (LijnSession *session)
{
  g_autofree char *place = lijn_text_one_line (lijn_session_get_place (session));
  g_autofree char *duration = describe_duration (session);
  const char *facts[] = { lijn_session_get_date (session), place, duration };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (*facts[i] != '\0')
      g_string_append_printf (line, line->len > 0 ? " · %s" : "%s", facts[i]);
  return g_string_free (line, FALSE);
}

static char *
describe_title (LijnSession *session)
{
  const char *title = lijn_session_get_title (session);

  if (*title == '\0')
    return g_strdup_printf (_ ("Minutes of session %d"), lijn_session_get_number (session));
  /* Translators: the number and title of a session. */
  return g_strdup_printf (_ ("Minutes of session %d: %s"), lijn_session_get_number (session),
                          title);
}

static void
add_part (LijnMinutes *self, LijnMinutesKind kind, const char *title, LijnMinutesFind find,
          const LijnMinutesSource *source)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  LijnMinutesPart *part;

  find (source, lines);
  if (lines->len == 0)
    return;
  part = g_new0 (LijnMinutesPart, 1);
  part->kind = kind;
  part->title = title;
  part->lines = g_steal_pointer (&lines);
  g_ptr_array_add (self->parts, part);
}

static void
add_parts (LijnMinutes *self, const LijnMinutesSource *source)
{
  add_part (self, LIJN_MINUTES_HERE, _ ("Who was here"), lijn_minutes_find_here, source);
  add_part (self, LIJN_MINUTES_AGENDA, _ ("Agenda"), lijn_minutes_find_agenda, source);
  add_part (self, LIJN_MINUTES_DECIDED, _ ("Decided"), lijn_minutes_find_decided, source);
  add_part (self, LIJN_MINUTES_RAISED, _ ("Friction points raised"), lijn_minutes_find_raised,
            source);
  add_part (self, LIJN_MINUTES_MOVED_ON, _ ("Friction points that went on"),
            lijn_minutes_find_moved_on, source);
  add_part (self, LIJN_MINUTES_ASSIGNED, _ ("Who does what"), lijn_minutes_find_assigned, source);
  add_part (self, LIJN_MINUTES_AGREED, _ ("Agreed"), lijn_minutes_find_agreed, source);
  add_part (self, LIJN_MINUTES_RATED, _ ("Interfaces rated"), lijn_minutes_find_rated, source);
  add_part (self, LIJN_MINUTES_VOTED, _ ("Votes"), lijn_minutes_find_voted, source);
  add_part (self, LIJN_MINUTES_DRAWN, _ ("Drawn on the map"), lijn_minutes_find_drawn, source);
  add_part (self, LIJN_MINUTES_PARKED, _ ("Parked"), lijn_minutes_find_parked, source);
  add_part (self, LIJN_MINUTES_SAID, _ ("Remarks"), lijn_minutes_find_said, source);
}

LijnMinutes *
lijn_minutes_new (LijnSession *session, const LijnAudience *audience)
{
  LijnMinutes *self = g_new0 (LijnMinutes, 1);
  g_autoptr (LijnSessionWork) work = lijn_session_work_new (session);
  const LijnMinutesSource source = {
    .project = lijn_object_get_project (LIJN_OBJECT (session)),
    .session = session,
    .audience = audience,
    .work = work,
  };

  self->session = g_object_ref (session);
  self->title = describe_title (session);
  self->facts = describe_facts (session);
  self->notes = g_strdup (lijn_session_get_notes (session));
  self->parts = g_ptr_array_new_with_free_func (part_free);
  add_parts (self, &source);
  return self;
}

void
lijn_minutes_free (LijnMinutes *self)
{
  g_object_unref (self->session);
  g_free (self->title);
  g_free (self->facts);
  g_free (self->notes);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

char *
lijn_minutes_to_text (const LijnMinutes *self)
{
  GString *text = g_string_new (self->title);

  g_string_append_c (text, '\n');
  if (*self->facts != '\0')
    g_string_append_printf (text, "%s\n", self->facts);
  if (*self->notes != '\0')
    g_string_append_printf (text, "\n%s\n", self->notes);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const LijnMinutesPart *part = self->parts->pdata[i];

      g_string_append_printf (text, "\n%s\n", part->title);
      for (guint j = 0; j < part->lines->len; j++)
        g_string_append_printf (text, "- %s\n",
                                ((const LijnMinutesLine *) part->lines->pdata[j])->text);
    }
  return g_string_free (text, FALSE);
}
