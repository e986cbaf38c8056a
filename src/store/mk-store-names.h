/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The files of a store's directory. */

#define MK_STORE_DATABASE_FILE "makker.db"
#define MK_STORE_KEYS_FILE "makker.keys"
#define MK_STORE_LOCK_FILE "makker.lock"

/* A database being made. Without a MK_STORE_DATABASE_FILE beside it, making the store was
 * interrupted, and everything there is a piece of it that nobody ever used. */
#define MK_STORE_UNFINISHED_FILE MK_STORE_DATABASE_FILE ".new"

/* The copy from before a migration; the version it was made from follows. */
#define MK_STORE_BEFORE_FILE MK_STORE_DATABASE_FILE ".before-%d"
