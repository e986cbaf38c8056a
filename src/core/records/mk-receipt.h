/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/* The contract's choices of `status` in a receipt. */
#define MK_RECEIPT_TAKEN "modtaget"
#define MK_RECEIPT_PARTLY "delvist"
#define MK_RECEIPT_REFUSED "afvist"

/**
 * MkReceiptEntry:
 *
 * One entry of the package that was refused alone.
 */
typedef struct
{
  char  *id;
  gint64 revision;
  char  *code;
  char  *reason;
} MkReceiptEntry;

/**
 * MkReceiptData:
 * @package_id: the package it answers
 * @sha256: of the bytes judged
 * @number: the package's number, or %MK_ABSENT where it could not be read
 * @status: one of the MK_RECEIPT_… strings
 * @code: of the refusal, only when refused
 * @epoch: the receiver's present one, only with `kode` `epoke`
 * @entries: (nullable): GPtrArray of MkReceiptEntry, only those refused
 * @recipient: UUID of the partner it goes to; stays here
 *
 * `kvittering`: the answer that a package was taken or refused, written by anyone.
 */
typedef struct
{
  char      *package_id;
  char      *sha256;
  gint64     number;
  char      *status;
  char      *code;
  char      *reason;
  char      *epoch;
  GPtrArray *entries;
  char      *recipient;
} MkReceiptData;

extern const MkRecordType mk_receipt_type;

G_END_DECLS
