/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-audience-row.h"

#include "lijn-whole-choice.h"

#include <glib/gi18n.h>

struct _LijnAudienceRow
{
  AdwComboRow parent_instance;

  LijnProject *project;
  GPtrArray *parties;
};

G_DEFINE_FINAL_TYPE (LijnAudienceRow, lijn_audience_row, ADW_TYPE_COMBO_ROW)

/* Returns: (transfer none) (nullable): the party chosen. */
static LijnParty *
get_party (LijnAudienceRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->parties == NULL || selected == 0 || selected > self->parties->len)
    return NULL;

  return g_ptr_array_index (self->parties, selected - 1);
}

LijnAudience
lijn_audience_row_get_audience (LijnAudienceRow *self)
{
  LijnParty *party = get_party (self);

  return (LijnAudience){ .party = party != NULL ? lijn_object_get_id (LIJN_OBJECT (party)) : NULL };
}

static void
update_subtitle (LijnAudienceRow *self)
{
  LijnAudience audience = lijn_audience_row_get_audience (self);
  guint hidden;
  g_autofree char *text = NULL;

  if (self->project == NULL)
    return;

  hidden = lijn_audience_count_hidden (&audience, self->project);
  if (hidden == 0)
    text = g_strdup (_ ("Nothing stays behind"));
  else
    text = g_strdup_printf (
        ngettext ("%u private thing stays behind", "%u private things stay behind", hidden),
        hidden);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

void
lijn_audience_row_set_project (LijnAudienceRow *self, LijnProject *project)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_set_object (&self->project, project);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  self->parties = lijn_project_list_parties (project);

  gtk_string_list_append (names, _ ("Shared content only"));
  for (guint i = 0; i < self->parties->len; i++)
    {
      LijnObject *party = g_ptr_array_index (self->parties, i);
      g_autofree char *text = g_strdup_printf (_ ("With private content of %s"),
                                               lijn_object_get_name (party));

      gtk_string_list_append (names, text);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  update_subtitle (self);
}

static void
lijn_audience_row_dispose (GObject *object)
{
  LijnAudienceRow *self = LIJN_AUDIENCE_ROW (object);

  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (lijn_audience_row_parent_class)->dispose (object);
}

static void
lijn_audience_row_class_init (LijnAudienceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_audience_row_dispose;
}

static void
lijn_audience_row_init (LijnAudienceRow *self)
{
  g_signal_connect (self, "notify::selected", G_CALLBACK (update_subtitle), NULL);
  lijn_whole_choice_set (ADW_COMBO_ROW (self));
}
