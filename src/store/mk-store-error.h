/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkStoreError:
 * @MK_STORE_ERROR_FAILED: something else went wrong; the message says what
 * @MK_STORE_ERROR_BUSY: somebody else has the store open
 * @MK_STORE_ERROR_FOREIGN: the file is not a Makker store
 * @MK_STORE_ERROR_NEWER: the store was made by a newer Makker
 * @MK_STORE_ERROR_WRONG_KEY: the passphrase, the recovery key or the key does not fit
 * @MK_STORE_ERROR_NO_KEY: there is no key slot to open, or the slot file is missing
 * @MK_STORE_ERROR_DAMAGED: the file is cut short or its content does not verify
 * @MK_STORE_ERROR_EXISTS: something is in the way of a new store
 * @MK_STORE_ERROR_MISSING: there is no store in the directory
 * @MK_STORE_ERROR_FULL: the disk is full
 * @MK_STORE_ERROR_READ_ONLY: the store can't be written to
 * @MK_STORE_ERROR_CLOSED: the store was closed before the work was asked for
 * @MK_STORE_ERROR_CONSTRAINT: the database refused the content
 * @MK_STORE_ERROR_REFUSED: the words of the person are refused, such as a short passphrase
 * @MK_STORE_ERROR_KEYRING: the desktop's keyring has no key, can't be used or does not answer
 *
 * Why the store could not do what was asked. Cancelled reads are %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  MK_STORE_ERROR_FAILED,
  MK_STORE_ERROR_BUSY,
  MK_STORE_ERROR_FOREIGN,
  MK_STORE_ERROR_NEWER,
  MK_STORE_ERROR_WRONG_KEY,
  MK_STORE_ERROR_NO_KEY,
  MK_STORE_ERROR_DAMAGED,
  MK_STORE_ERROR_EXISTS,
  MK_STORE_ERROR_MISSING,
  MK_STORE_ERROR_FULL,
  MK_STORE_ERROR_READ_ONLY,
  MK_STORE_ERROR_CLOSED,
  MK_STORE_ERROR_CONSTRAINT,
  MK_STORE_ERROR_REFUSED,
  MK_STORE_ERROR_KEYRING,
} MkStoreError;

#define MK_STORE_ERROR (mk_store_error_quark ())

GQuark mk_store_error_quark (void);

G_END_DECLS
