/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-speaker.h"

#include "lijn-settings.h"

#include <glib/gi18n.h>

struct _LijnSpeaker
{
  LijnView *view;
  GtkDropDown *list;
  GPtrArray *parties; /* in the order of the list, without its first entry: nobody */
  gboolean filling;
};

static void
update_selected (LijnSpeaker *self)
{
  LijnParty *speaker = lijn_view_get_speaker (self->view);
  guint place = 0;

  if (speaker != NULL && g_ptr_array_find (self->parties, speaker, &place))
    place++;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->list, place);
  self->filling = FALSE;
}

static gboolean
is_filled_with (LijnSpeaker *self, GPtrArray *parties)
{
  GListModel *model = gtk_drop_down_get_model (self->list);

  if (self->parties == NULL || parties->len != self->parties->len)
    return FALSE;

  for (guint i = 0; i < parties->len; i++)
    {
      LijnObject *party = g_ptr_array_index (parties, i);
      const char *shown = gtk_string_list_get_string (GTK_STRING_LIST (model), i + 1);

      if (party != g_ptr_array_index (self->parties, i) ||
          !g_str_equal (shown, lijn_object_get_name (party)))
        return FALSE;
    }

  return TRUE;
}

static void
fill (LijnSpeaker *self)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (lijn_view_get_project (self->view));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (is_filled_with (self, parties))
    return;

  gtk_string_list_append (names, _ ("Everybody"));
  for (guint i = 0; i < parties->len; i++)
    gtk_string_list_append (names, lijn_object_get_name (g_ptr_array_index (parties, i)));

  g_clear_pointer (&self->parties, g_ptr_array_unref);
  self->parties = g_steal_pointer (&parties);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->list, G_LIST_MODEL (names));
  self->filling = FALSE;
  update_selected (self);
}

static void
selected_cb (LijnSpeaker *self)
{
  guint selected = gtk_drop_down_get_selected (self->list);

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;

  lijn_view_set_speaker (self->view,
                         selected > 0 ? g_ptr_array_index (self->parties, selected - 1) : NULL);
}

/* A project just opened starts with the party that the preferences name. */
static void
start_with_preferred (LijnSpeaker *self)
{
  int preferred = g_settings_get_enum (lijn_settings_get (), "speaker");

  if (lijn_view_get_speaker (self->view) != NULL || preferred == 0)
    return;

  for (guint i = 0; i < self->parties->len; i++)
    {
      LijnParty *party = g_ptr_array_index (self->parties, i);

      if ((int) lijn_party_get_role (party) == preferred - 1)
        {
          lijn_view_set_speaker (self->view, party);
          return;
        }
    }
}

LijnSpeaker *
lijn_speaker_new (LijnView *view, GtkDropDown *list)
{
  LijnSpeaker *self = g_new0 (LijnSpeaker, 1);

  self->view = g_object_ref (view);
  self->list = g_object_ref (list);
  fill (self);
  start_with_preferred (self);

  g_signal_connect_swapped (lijn_view_get_project (view), "refreshed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (view, "notify::speaker", G_CALLBACK (update_selected), self);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (selected_cb), self);

  return self;
}

void
lijn_speaker_free (LijnSpeaker *self)
{
  g_signal_handlers_disconnect_by_data (lijn_view_get_project (self->view), self);
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_object_unref (self->list);
  g_object_unref (self->view);
  g_free (self);
}
