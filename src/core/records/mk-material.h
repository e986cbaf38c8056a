/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/* The contract's choices of `format` in a material. */
#define MK_MATERIAL_MARKDOWN "markdown"
#define MK_MATERIAL_PDF "pdf"
#define MK_MATERIAL_VIDEO "video"

/**
 * MkMaterialData:
 * @language: BCP 47
 * @format: one of the MK_MATERIAL_… strings
 * @content: text for markdown, else base64
 * @sha256: of the decoded content
 * @module: 1 to 8, or %MK_ABSENT
 *
 * `materiale`: training material from the authority.
 */
typedef struct
{
  char  *title;
  char  *language;
  char  *format;
  char  *content;
  char  *sha256;
  gint64 module;
} MkMaterialData;

extern const MkRecordType mk_material_type;

G_END_DECLS
