/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-refusal.h"

#include "mk-store-error.h"

#include <glib/gi18n-lib.h>

/**
 * mk_refusal_title:
 * @error: why a store was not opened; its message says the rest
 *
 * Returns: in a few words what is the matter, translated
 */
const char *
mk_refusal_title (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != MK_STORE_ERROR)
    return _ ("Makker can’t open");
  switch ((MkStoreError) error->code)
    {
    case MK_STORE_ERROR_BUSY:
      return _ ("Makker is open already");
    case MK_STORE_ERROR_FOREIGN:
      return _ ("This is not Makker’s");
    case MK_STORE_ERROR_NEWER:
      return _ ("A newer Makker was here");
    case MK_STORE_ERROR_DAMAGED:
      return _ ("What is kept here can’t be read");
    case MK_STORE_ERROR_NO_KEY:
    case MK_STORE_ERROR_MISSING:
      return _ ("Something is missing");
    case MK_STORE_ERROR_EXISTS:
      return _ ("There is something here already");
    case MK_STORE_ERROR_FULL:
      return _ ("The disk is full");
    case MK_STORE_ERROR_READ_ONLY:
      return _ ("Makker can’t write here");
    case MK_STORE_ERROR_FAILED:
    case MK_STORE_ERROR_WRONG_KEY:
    case MK_STORE_ERROR_CLOSED:
    case MK_STORE_ERROR_CONSTRAINT:
    case MK_STORE_ERROR_REFUSED:
    case MK_STORE_ERROR_KEYRING:
    default:
      return _ ("Makker can’t open");
    }
}

/**
 * mk_refusal_is_about_secret:
 * @error: why a store was not opened
 *
 * Returns: whether a person can mend it by typing again what opens the store
 */
gboolean
mk_refusal_is_about_secret (const GError *error)
{
  return g_error_matches (error, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY) ||
         g_error_matches (error, MK_STORE_ERROR, MK_STORE_ERROR_REFUSED);
}
