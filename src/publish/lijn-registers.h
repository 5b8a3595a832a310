/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-sheet.h"

G_BEGIN_DECLS

/* What stands behind the map on paper. @map NULL: of all maps. A register without a row is left
 * out. */
typedef struct
{
  LijnProject *project;
  LijnMap *map;
  LijnAudience audience;
} LijnRegisters;

void lijn_registers_add_friction (const LijnRegisters *self, LijnSheet *sheet);
void lijn_registers_add_interfaces (const LijnRegisters *self, LijnSheet *sheet);

/* The four aims and how the work goes on, as both parties may see them; nothing before there is
 * anything to say of it. */
void lijn_registers_add_aims (const LijnRegisters *self, LijnSheet *sheet);
/* One team by itself, as a sheet to hang on the wall: nothing when it may not be seen. */
void lijn_registers_add_charter (const LijnRegisters *self, LijnSheet *sheet, LijnTeam *team);
void lijn_registers_add_teams (const LijnRegisters *self, LijnSheet *sheet);
void lijn_registers_add_minutes (const LijnRegisters *self, LijnSheet *sheet, LijnSession *session);

/* lijn-registers.c: what the registers share. */
gboolean lijn_registers_shows_map (const LijnRegisters *self, LijnMap *map);
gboolean lijn_registers_has_many_maps (const LijnRegisters *self);

/* Returns: (transfer container): those of @table that refer to @to with @column and may be seen. */
GPtrArray *lijn_registers_referrers (const LijnRegisters *self, LijnTable table, const char *column,
                                     gpointer to);

/* Returns: (transfer full): the friction points' numbers in order, "3, 7, 12". */
char *lijn_registers_numbers (GPtrArray *frictions);

/* A line of its own for @line in a cell's @text; nothing when it is NULL or empty. */
void lijn_registers_append_line (GString *text, const char *line);

/* Cells with a friction point's pin, and with the number of an interface. */
LijnSheetCell lijn_registers_number_cell (LijnInterface *interface);
LijnSheetCell lijn_registers_pin_cell (LijnFriction *friction);

G_END_DECLS
