/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-register.h"

G_BEGIN_DECLS

/* How the values of friction points that have rules of their own are set in a register. */

extern const LijnRegisterEditor lijn_friction_edit_status; /* what the rules allow, with a reason */
extern const LijnRegisterEditor lijn_friction_edit_priority; /* by a customer, asked who */
extern const LijnRegisterEditor lijn_friction_edit_customer_severity;
extern const LijnRegisterEditor lijn_friction_edit_supplier_severity;
extern const LijnRegisterEditor lijn_friction_edit_team; /* puts it in one */

G_END_DECLS
