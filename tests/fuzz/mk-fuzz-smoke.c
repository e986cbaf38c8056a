/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-fuzz.h"

#include <locale.h>
#include <string.h>

/* A fuzz target driven without libFuzzer: each seed as it is, and damaged so many times in ways
 * that are the same in every run. */

#define ROOM 200000

typedef struct
{
  int    rounds;
  char **files;
} Smoke;

/* One byte is changed, or a stretch is left out or stands twice. */
static gsize
damage_bytes (guint8 *data,
              gsize   size,
              GRand  *chance)
{
  gsize from = (gsize) g_rand_int_range (chance, 0, (gint32) size);
  gsize wanted = (gsize) g_rand_int_range (chance, 1, 9);
  gsize length = MIN (wanted, size - from);

  switch (g_rand_int_range (chance, 0, 4))
    {
    case 0:
      memmove (data + from, data + from + length, size - from - length);
      return size - length;
    case 1:
      if (size + length > ROOM)
        return size;
      memmove (data + from + length, data + from, size - from);
      return size + length;
    default:
      data[from] = (guint8) g_rand_int (chance);
      return size;
    }
}

static gsize
damage (guint8 *data,
        gsize   size,
        GRand  *chance)
{
  gsize length = g_rand_boolean (chance) ? mk_fuzz_damage_json (data, size, ROOM, chance) : 0;

  return length > 0 || size == 0 ? length : damage_bytes (data, size, chance);
}

static void
run_seed (const char *file,
          int         rounds)
{
  g_autofree char *seed = NULL;
  g_autofree guint8 *data = g_malloc (ROOM);
  GRand *chance;
  gsize size;

  g_assert_true (g_file_get_contents (file, &seed, &size, NULL));
  g_assert_cmpuint (size, <=, ROOM);
  g_test_message ("%s", file);
  chance = g_rand_new_with_seed (g_str_hash (seed));
  LLVMFuzzerTestOneInput ((const guint8 *) seed, size);
  for (int i = 0; i < rounds; i++)
    {
      gsize damaged = size;

      memcpy (data, seed, size);
      for (gint32 n = g_rand_int_range (chance, 1, 4); n > 0; n--)
        damaged = damage (data, damaged, chance);
      LLVMFuzzerTestOneInput (data, damaged);
    }
  g_rand_free (chance);
}

static void
test_answered (gconstpointer data)
{
  const Smoke *smoke = data;

  for (char **file = smoke->files; *file != NULL; file++)
    run_seed (*file, smoke->rounds);
}

int
main (int    argc,
      char **argv)
{
  Smoke smoke;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  if (argc < 3)
    g_error ("This needs a number of rounds, and seeds.");
  smoke.rounds = (int) g_ascii_strtoll (argv[1], NULL, 10);
  smoke.files = argv + 2;
  g_test_add_data_func ("/fuzz/damaged-input-is-answered", &smoke, test_answered);
  return g_test_run ();
}
