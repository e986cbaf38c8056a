/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/* What the log of a placement is filtered by: the contract's names, and a group of two of them. */
#define MK_LOG_ALL ""
#define MK_LOG_CHECK_INS "checkin"
#define MK_LOG_HELP "hjaelp"
#define MK_LOG_PHASES "fase"

/**
 * MkLogRow:
 * @key: row of a record in the store
 * @week: which week, counted from a fixed one; see mk_log_week_monday()
 *
 * One entry of a log while nobody looks at it.
 */
typedef struct
{
  gint64 key;
  gint32 week;
} MkLogRow;

/**
 * MkLogFilter:
 * @placement: UUID
 * @kind: one of the MK_LOG_… strings
 * @text: (nullable): what is searched for in it, as a person typed it
 */
typedef struct
{
  const char *placement;
  const char *kind;
  const char *text;
} MkLogFilter;

GArray  *mk_log_rows         (MkDatabase        *database,
                              const MkLogFilter *filter,
                              GError           **error);
gboolean mk_log_week_minutes (MkDatabase *database,
                              const char *placement,
                              gint32      week,
                              gint64     *minutes,
                              GError    **error);
gint32   mk_log_week_of      (const GDate *day);
void     mk_log_week_monday  (gint32 week,
                              GDate *monday);

char *mk_log_phase (MkDatabase *database,
                    const char *placement,
                    const char *day,
                    GError    **error);

/**
 * MkPersonFunc:
 * @role: `buddy` or `leder`
 * @name: of the person
 * @user_data: what was given
 */
typedef void (*MkPersonFunc) (const char *role,
                              const char *name,
                              gpointer    user_data);

gboolean mk_log_people (MkDatabase  *database,
                        const char  *placement,
                        const char  *day,
                        MkPersonFunc func,
                        gpointer     user_data,
                        GError     **error);

G_END_DECLS
