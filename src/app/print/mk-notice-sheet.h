/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-paper.h"

G_BEGIN_DECLS

/**
 * MkNoticeFacts:
 * @company: (nullable): where it is written
 * @cvr_number: (nullable): of the company
 * @person: who can be asked there
 * @candidate: who is told
 * @authority: (nullable): who gets what is sent
 * @consultant: (nullable): a person there
 *
 * What a notice is filled with.
 */
typedef struct
{
  const char *company;
  const char *cvr_number;
  const char *person;
  const char *candidate;
  const char *authority;
  const char *consultant;
} MkNoticeFacts;

typedef struct _MkNoticeSheet MkNoticeSheet;

MkNoticeSheet *mk_notice_sheet_new   (const MkNoticeFacts *facts,
                                      GDateTime           *printed);
gpointer       mk_notice_sheet_ref   (gpointer data);
void           mk_notice_sheet_unref (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkNoticeSheet, mk_notice_sheet_unref)

extern const MkPaperKind mk_notice_sheet_kind;

G_END_DECLS
