/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-fuzz.h"

/**
 * LLVMFuzzerCustomMutator:
 * @data: (inout): bytes
 * @size: how many
 * @most: how many there is room for
 * @seed: decides
 *
 * What libFuzzer asks for its next input: half of them keep the form of JSON.
 *
 * Returns: how many bytes there are now
 */
gsize
LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize most, guint seed)
{
  GRand *chance = g_rand_new_with_seed (seed);
  gsize length = g_rand_boolean (chance) ? mk_fuzz_damage_json (data, size, most, chance) : 0;

  g_rand_free (chance);
  return length > 0 ? length : LLVMFuzzerMutate (data, size, most);
}
