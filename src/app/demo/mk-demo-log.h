/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkDemoLog:
 * @now: the present moment; every day is counted from it
 * @written: the last day that is written about, counted from it
 *
 * The check-ins of the invented workplace, being written day by day.
 */
typedef struct
{
  MkDatabase *database;
  GDateTime  *now;
  GRand      *random;
  int         written;
} MkDemoLog;

void       mk_demo_log_init  (MkDemoLog  *self,
                              MkDatabase *database,
                              int         first_day);
void       mk_demo_log_clear (MkDemoLog *self);
gboolean   mk_demo_log_write (MkDemoLog *self,
                              int        last_day,
                              GError   **error);
GDateTime *mk_demo_moment    (GDateTime  *now,
                              int         day,
                              const char *time);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MkDemoLog, mk_demo_log_clear)

G_END_DECLS
