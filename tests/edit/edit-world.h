/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-edit.h"
#include "lijn-test.h"

G_BEGIN_DECLS

/* A small project drawn with the verbs, so that every rule holds in it: a customer with a lane, a
 * supplier with two; a claim sent over the line, registered, assessed and decided on. */
typedef struct
{
  LijnTest test;
  LijnProject *project; /* that of `test` */
  LijnMap *map;
  LijnParty *customer, *supplier;
  LijnLane *desk; /* the customer's */
  LijnLane *intake, *claims; /* the supplier's */
  LijnPerson *buyer, *seller;
  LijnElement *send; /* in desk */
  LijnElement *receive; /* in intake */
  LijnElement *assess, *decide; /* in claims */
  LijnFlow *hand_over; /* send to receive */
  LijnFlow *pass_on; /* receive to assess */
  LijnFlow *judge; /* assess to decide */
  LijnInterface *interface; /* of hand_over */
} World;

void world_set_up (World *world, gconstpointer unused);
void world_tear_down (World *world, gconstpointer unused);

/* Adds a test with a world of its own. */
#define ADD(path, function) g_test_add (path, World, NULL, world_set_up, function, world_tear_down)

/* The verb must succeed; the macro gives what it returns. */
#define DO(call)                                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) failure = NULL;                                                             \
    gboolean done = (call) ? TRUE : FALSE;                                                         \
                                                                                                   \
    g_assert_no_error (failure);                                                                   \
    g_assert_true (done);                                                                          \
  }                                                                                                \
  G_STMT_END

/* The verb must be refused by the rules with @code, and change nothing. */
#define REFUSED(world, code, call)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *was = lijn_test_dump (lijn_project_get_store ((world)->project));             \
    g_autofree char *is = NULL;                                                                    \
    g_autoptr (GError) failure = NULL;                                                             \
    gboolean done = (call) ? TRUE : FALSE;                                                         \
                                                                                                   \
    g_assert_false (done);                                                                         \
    g_assert_error (failure, LIJN_RULES_ERROR, (int) (code));                                      \
    is = lijn_test_dump (lijn_project_get_store ((world)->project));                               \
    g_assert_cmpstr (is, ==, was);                                                                 \
  }                                                                                                \
  G_STMT_END

/* What must hold in every project at every moment; @hint goes before a message. */
void assert_sound (LijnProject *project);

/* The objects in memory are what a fresh look at the file gives. */
void assert_memory_is_file (LijnProject *project);

/* Undo gives @before back, redo gives what is there now. */
void assert_undoes_to (LijnProject *project, const char *before);

char *dump (World *world);
guint count (World *world, LijnTable table);

/* An array of the objects given, ended by NULL. (transfer container) */
GPtrArray *many (gpointer first, ...) G_GNUC_NULL_TERMINATED;

/* An element placed with its verb, which must succeed. */
LijnElement *place (World *world, LijnLane *lane, LijnElementKind kind, const char *name, double x,
                    double y);

/* Where @element lies on the map. */
LijnRect rect_of (LijnElement *element);

/* The flow from @source to @target, or NULL. */
LijnFlow *flow_between (LijnElement *source, LijnElement *target);

G_END_DECLS
