/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-view-private.h"

#include <adwaita.h>

/* The view itself: what it follows, who speaks, what it says. Which map is shown and where one
 * looks at it is in lijn-view-going.c, what shows of it in lijn-view-looks.c. */

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_MAP,
  PROP_TOOL,
  PROP_ZOOM,
  PROP_SPEAKER,
  PROP_PALETTE,
  PROP_OVERLAY,
  PROP_OVERVIEW,
  PROP_FOCUS_MODE,
  PROP_COMPARING,
  PROP_BESIDE,
  N_PROPS
};

enum
{
  SELECTION_CHANGED,
  SHOWN,
  WENT,
  MESSAGE,
  FAILED,
  BUSY,
  EDIT_REQUESTED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LijnView, lijn_view, G_TYPE_OBJECT)

static void
tell_store (LijnView *self)
{
  LijnSession *session = lijn_project_get_running_session (self->project);
  LijnStore *store = lijn_project_get_store (self->project);

  if (self->beside)
    return;
  lijn_store_set_speaker (
      store, self->speaker != NULL ? lijn_object_get_id (LIJN_OBJECT (self->speaker)) : NULL, NULL,
      session != NULL ? lijn_object_get_id (LIJN_OBJECT (session)) : NULL);
}

static void
refreshed_cb (LijnProject *project, LijnChanges *changes, LijnView *self)
{
  if (self->map == NULL || lijn_object_is_gone (LIJN_OBJECT (self->map)))
    lijn_view_set_map (self, lijn_project_get_first_map (project));
  if (self->speaker != NULL && lijn_object_is_gone (LIJN_OBJECT (self->speaker)))
    lijn_view_set_speaker (self, NULL);
  else
    tell_store (self);
  lijn_view_tell_selection (self, lijn_selection_forget_gone (self->selection));
}

static void
dark_cb (AdwStyleManager *style, GParamSpec *pspec, LijnView *self)
{
  LijnPaletteKind palette = adw_style_manager_get_dark (style) ? LIJN_PALETTE_DARK
                                                               : LIJN_PALETTE_LIGHT;

  if (palette == self->palette)
    return;
  self->palette = palette;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PALETTE]);
}

LijnView *
lijn_view_new (LijnProject *project)
{
  return g_object_new (LIJN_TYPE_VIEW, "project", project, NULL);
}

LijnView *
lijn_view_new_beside (LijnView *view, LijnMap *map)
{
  return g_object_new (LIJN_TYPE_VIEW, "project", view->project, "beside", TRUE, "map", map, NULL);
}

LijnProject *
lijn_view_get_project (LijnView *self)
{
  return self->project;
}

LijnMap *
lijn_view_get_map (LijnView *self)
{
  return self->map;
}

LijnTool
lijn_view_get_tool (LijnView *self)
{
  return self->tool;
}

void
lijn_view_set_tool (LijnView *self, LijnTool tool)
{
  if (tool == self->tool)
    return;
  self->tool = tool;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TOOL]);
}

LijnParty *
lijn_view_get_speaker (LijnView *self)
{
  return self->speaker;
}

void
lijn_view_set_speaker (LijnView *self, LijnParty *party)
{
  if (!g_set_object (&self->speaker, party))
    return;
  tell_store (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPEAKER]);
}

void
lijn_view_say (LijnView *self, const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text);
}

LijnBusy
lijn_view_begin_busy (LijnView *self, const char *label)
{
  LijnBusy busy = { 0 };

  g_signal_emit (self, signals[BUSY], 0, label, &busy);
  return busy;
}

gboolean
lijn_view_report (LijnView *self, gboolean ok, GError *error)
{
  if (!ok && error != NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      lijn_view_say (self, error->message);
    }
  g_clear_error (&error);
  return ok;
}

static void
lijn_view_constructed (GObject *object)
{
  LijnView *self = LIJN_VIEW (object);
  g_autofree char *id = NULL;
  LijnMap *map = NULL;

  G_OBJECT_CLASS (lijn_view_parent_class)->constructed (object);

  self->refreshed_id = g_signal_connect (self->project, "refreshed", G_CALLBACK (refreshed_cb),
                                         self);
  if (gtk_is_initialized ())
    {
      AdwStyleManager *style = adw_style_manager_get_default ();

      self->dark_id = g_signal_connect (style, "notify::dark", G_CALLBACK (dark_cb), self);
      dark_cb (style, NULL, self);
    }

  self->habits = lijn_view_memory_get_habits (self->project);
  id = lijn_view_memory_get_map (self->project);
  map = lijn_project_find (self->project, LIJN_TABLE_MAP, id);
  lijn_view_set_map (self, map != NULL ? map : lijn_project_get_first_map (self->project));
  tell_store (self);
}

static void
lijn_view_dispose (GObject *object)
{
  LijnView *self = LIJN_VIEW (object);

  if (self->project != NULL)
    {
      if (self->map != NULL && !lijn_object_is_gone (LIJN_OBJECT (self->map)))
        lijn_view_remember (self);
      g_clear_signal_handler (&self->refreshed_id, self->project);
    }
  g_clear_handle_id (&self->remember_id, g_source_remove);
  if (self->dark_id != 0)
    g_clear_signal_handler (&self->dark_id, adw_style_manager_get_default ());
  lijn_selection_set (self->selection, NULL, 0);
  g_clear_object (&self->map);
  g_clear_object (&self->speaker);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (lijn_view_parent_class)->dispose (object);
}

static void
lijn_view_finalize (GObject *object)
{
  LijnView *self = LIJN_VIEW (object);

  lijn_selection_free (self->selection);
  lijn_places_free (self->places);

  G_OBJECT_CLASS (lijn_view_parent_class)->finalize (object);
}

static void
lijn_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LijnView *self = LIJN_VIEW (object);

  switch (id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_MAP:
      g_value_set_object (value, self->map);
      break;
    case PROP_TOOL:
      g_value_set_int (value, (int) self->tool);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->memory.zoom);
      break;
    case PROP_SPEAKER:
      g_value_set_object (value, self->speaker);
      break;
    case PROP_PALETTE:
      g_value_set_int (value, (int) self->palette);
      break;
    case PROP_OVERLAY:
      g_value_set_int (value, (int) self->habits.overlay);
      break;
    case PROP_OVERVIEW:
      g_value_set_boolean (value, self->habits.overview);
      break;
    case PROP_FOCUS_MODE:
      g_value_set_boolean (value, self->focus_mode);
      break;
    case PROP_COMPARING:
      g_value_set_boolean (value, self->comparing);
      break;
    case PROP_BESIDE:
      g_value_set_boolean (value, self->beside);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lijn_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LijnView *self = LIJN_VIEW (object);

  switch (id)
    {
    case PROP_PROJECT:
      self->project = g_value_dup_object (value);
      break;
    case PROP_MAP:
      lijn_view_set_map (self, g_value_get_object (value));
      break;
    case PROP_TOOL:
      lijn_view_set_tool (self, (LijnTool) g_value_get_int (value));
      break;
    case PROP_ZOOM:
      lijn_view_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_SPEAKER:
      lijn_view_set_speaker (self, g_value_get_object (value));
      break;
    case PROP_OVERLAY:
      lijn_view_set_overlay (self, (LijnOverlay) g_value_get_int (value));
      break;
    case PROP_OVERVIEW:
      lijn_view_set_overview (self, g_value_get_boolean (value));
      break;
    case PROP_FOCUS_MODE:
      lijn_view_set_focus_mode (self, g_value_get_boolean (value));
      break;
    case PROP_COMPARING:
      lijn_view_set_comparing (self, g_value_get_boolean (value));
      break;
    case PROP_BESIDE:
      self->beside = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lijn_view_class_init (LijnViewClass *klass)
{
  const GParamFlags own = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = lijn_view_constructed;
  object_class->dispose = lijn_view_dispose;
  object_class->finalize = lijn_view_finalize;
  object_class->get_property = lijn_view_get_property;
  object_class->set_property = lijn_view_set_property;

  props[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, LIJN_TYPE_PROJECT,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                 G_PARAM_STATIC_STRINGS);
  props[PROP_MAP] = g_param_spec_object ("map", NULL, NULL, lijn_map_get_type (), own);
  props[PROP_TOOL] = g_param_spec_int ("tool", NULL, NULL, 0, LIJN_TOOL_PAN, LIJN_TOOL_SELECT, own);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, LIJN_VIEW_ZOOM_MIN,
                                          LIJN_VIEW_ZOOM_MAX, 1, own);
  props[PROP_SPEAKER] = g_param_spec_object ("speaker", NULL, NULL, lijn_party_get_type (), own);
  props[PROP_PALETTE] = g_param_spec_int ("palette", NULL, NULL, 0, LIJN_PALETTE_PAPER,
                                          LIJN_PALETTE_LIGHT,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_OVERLAY] = g_param_spec_int ("overlay", NULL, NULL, 0, LIJN_N_OVERLAYS - 1,
                                          LIJN_OVERLAY_NONE, own);
  props[PROP_OVERVIEW] = g_param_spec_boolean ("overview", NULL, NULL, FALSE, own);
  props[PROP_FOCUS_MODE] = g_param_spec_boolean ("focus-mode", NULL, NULL, FALSE, own);
  props[PROP_COMPARING] = g_param_spec_boolean ("comparing", NULL, NULL, FALSE, own);
  props[PROP_BESIDE] = g_param_spec_boolean ("beside", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", LIJN_TYPE_VIEW, G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOWN] = g_signal_new ("shown", LIJN_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, LIJN_TYPE_OBJECT);
  signals[WENT] = g_signal_new ("went", LIJN_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", LIJN_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BUSY] = g_signal_new ("busy", LIJN_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
  signals[FAILED] = g_signal_new ("failed", LIJN_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[EDIT_REQUESTED] = g_signal_new ("edit-requested", LIJN_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lijn_view_init (LijnView *self)
{
  self->memory.zoom = 1;
  self->selection = lijn_selection_new ();
  self->places = lijn_places_new ();
}
