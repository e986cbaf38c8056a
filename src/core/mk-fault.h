/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The codes of the exchange contract, section 5. They travel in receipts, so they are its words. */
#define MK_CODE_READING "laesning"
#define MK_CODE_VERSION "version"
#define MK_CODE_FIELD "felt"
#define MK_CODE_VALUE "vaerdi"
#define MK_CODE_SENDER "afsender"
#define MK_CODE_RECIPIENT "modtager"
#define MK_CODE_KNOWN "kendt"
#define MK_CODE_REUSE "genbrug"
#define MK_CODE_EPOCH "epoke"
#define MK_CODE_WAITS "venter"
#define MK_CODE_CHAIN "kaede"
#define MK_CODE_REMOVAL "fjernelse"
#define MK_CODE_WRITER "skribent"
#define MK_CODE_TYPE "type"
#define MK_CODE_REFERENCE "reference"
#define MK_CODE_REVISION "revision"
#define MK_CODE_UNKNOWN "ukendt"

/**
 * MkFault:
 * @code: one of the MK_CODE_… strings, static
 * @pointer: RFC 6901 JSON pointer to the place, relative to what was read
 * @reason: one Danish sentence for people; it never repeats a value
 *
 * What is wrong with one place of a JSON value. The sentence is Danish whatever the desktop's
 * language, because it travels in receipts and the contract asks for Danish there.
 */
typedef struct
{
  const char *code;
  char       *pointer;
  char       *reason;
} MkFault;

/**
 * MkFaults:
 *
 * A bounded collection: hostile input may hold a million faults, and nobody reads more than a few.
 */
typedef struct _MkFaults MkFaults;

MkFaults      *mk_faults_new   (void);
void           mk_faults_free  (MkFaults *self);
void           mk_faults_add   (MkFaults   *self,
                                const char *code,
                                const char *pointer,
                                const char *format,
                                ...) G_GNUC_PRINTF (4, 5);
guint          mk_faults_count (const MkFaults *self);
const MkFault *mk_faults_get   (const MkFaults *self,
                                guint           index);
const MkFault *mk_faults_first (const MkFaults *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkFaults, mk_faults_free)

G_END_DECLS
