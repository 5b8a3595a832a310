/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-canvas-private.h"
#include "lijn-capture-bar.h"
#include "lijn-edit.h"

G_BEGIN_DECLS

/* A window with a canvas on a small map, and hands to work it with:
 *
 *   Customer   Desk      start → Ask → Check
 *   ------------------------- (1) ----------
 *   Supplier   Intake          Answer           Ask → Answer over interface 1
 *              Back office     (empty)
 */
typedef struct
{
  char *folder;
  char *path;
  LijnProject *project;
  LijnView *view;
  GtkWidget *window;
  LijnCanvas *canvas;

  LijnMap *map;
  LijnParty *customer, *supplier;
  LijnLane *desk, *intake, *back;
  LijnElement *start, *ask, *check, *answer;
  LijnInterface *interface;
  GString *messages; /* all that the view said */
} World;

World *world_new (void);
World *world_new_empty (void); /* a project with nothing in it */
World *world_new_read_only (void); /* the small map in a file that cannot be written */
void world_free (World *self);

/* Runs the main loop until nothing is left to do and a frame has been drawn. */
void world_settle (World *self);

/* Waits for @holds to become true; fails after some seconds. */
typedef gboolean (*WorldCondition) (World *self);
void world_wait (World *self, WorldCondition holds);

/* How many revisions the file has. */
guint world_revisions (World *self);

/* Where things are, in map coordinates. */
LijnPoint world_middle (World *self, gpointer object);
LijnPoint world_in_lane (World *self, LijnLane *lane, double x);

/* The pointer, in map coordinates, through the canvas's own handlers. */
void world_press (World *self, LijnPoint at, GdkModifierType state, guint presses);
void world_move_to (World *self, LijnPoint at);
void world_release (World *self, LijnPoint at);
void world_click (World *self, LijnPoint at, GdkModifierType state);
void world_drag (World *self, LijnPoint from, LijnPoint to);

void world_act (World *self, const char *action);
gboolean world_can (World *self, const char *action);

/* Types @text into the entry in place and ends it as Return does. */
void world_type (World *self, const char *text);

/* The flow from @source to @target, or NULL. */
LijnFlow *world_flow (World *self, LijnElement *source, LijnElement *target);

/* The one selected element. */
LijnElement *world_selected (World *self);

/* The first widget of @type, @from or below it, or NULL. */
GtkWidget *world_find_widget (GtkWidget *from, GType type);

G_END_DECLS
