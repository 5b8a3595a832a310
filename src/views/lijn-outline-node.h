/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* An entry of the outline: a section, or an object. Its children are a live list that follows the
 * project and the map shown. */

typedef enum
{
  LIJN_SECTION_NONE, /* an object */
  LIJN_SECTION_ALL, /* the root: the sections */
  LIJN_SECTION_MAPS,
  LIJN_SECTION_PARTIES,
  LIJN_SECTION_PHASES, /* of the map shown */
  LIJN_SECTION_INTERFACES,
  LIJN_SECTION_FRICTION,
  LIJN_SECTION_TEAMS,
  LIJN_SECTION_PERSONS,
} LijnSection;

#define LIJN_TYPE_OUTLINE_NODE (lijn_outline_node_get_type ())
G_DECLARE_FINAL_TYPE (LijnOutlineNode, lijn_outline_node, LIJN, OUTLINE_NODE, GObject)

LijnOutlineNode *lijn_outline_node_new_section (LijnView *view, LijnSection section);
LijnOutlineNode *lijn_outline_node_new (LijnView *view, LijnObject *object);

LijnView *lijn_outline_node_get_view (LijnOutlineNode *self); /* (transfer none) */
LijnSection lijn_outline_node_get_section (LijnOutlineNode *self);
LijnObject *lijn_outline_node_get_object (LijnOutlineNode *self); /* (transfer none) (nullable) */

/* Returns: (transfer full) (nullable): the live list of the nodes below it; NULL for what never has
 * any. */
GListModel *lijn_outline_node_get_children (LijnOutlineNode *self);

/* Returns: (transfer none): a section's title. */
const char *lijn_outline_node_get_title (LijnOutlineNode *self);

G_END_DECLS
