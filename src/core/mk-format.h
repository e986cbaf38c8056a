/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkFormat:
 * @MK_FORMAT_GOOD: as the contract wants it
 * @MK_FORMAT_BAD_FORM: not written in that form (`felt`)
 * @MK_FORMAT_BAD_VALUE: written so, but no such thing exists (`vaerdi`)
 */
typedef enum
{
  MK_FORMAT_GOOD,
  MK_FORMAT_BAD_FORM,
  MK_FORMAT_BAD_VALUE
} MkFormat;

MkFormat mk_format_judge_date      (const char *text);
MkFormat mk_format_judge_time      (const char *text);
MkFormat mk_format_judge_date_time (const char *text);
MkFormat mk_format_judge_uuid      (const char *text);
MkFormat mk_format_judge_sha256    (const char *text);
MkFormat mk_format_judge_base64    (const char *text);
gboolean mk_format_is_cvr          (const char *text);
gboolean mk_format_is_p_number     (const char *text);
gboolean mk_format_has_control     (const char *text);
char    *mk_format_unix_lines      (const char *text);

G_END_DECLS
