/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where there is no fuzzer: goes through a folder of inputs, each as it is and with some hundreds of changes made by
 * chance from a fixed seed. Every run does the same. */
#include "fuzz/fuzz.h"

#define N_CHANGES 300
#define MAX_EDITS 4

static void
edit (GByteArray *input,
      GRand      *rand)
{
  guint at = input->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) input->len) : 0;
  guint length = input->len > at ? (guint) g_rand_int_range (rand, 0, (gint32) MIN (input->len - at, 16) + 1) : 0;
  guint8 byte = (guint8) g_rand_int_range (rand, 0, 256);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      if (at < input->len)
        input->data[at] = byte;
      break;
    case 1:
      if (at < input->len)
        input->data[at] ^= (guint8) (1u << (byte % 8));
      break;
    case 2:
      if (length > 0)
        g_byte_array_remove_range (input, at, length);
      break;
    case 3:
      if (length > 0)
        {
          g_autofree guint8 *copy = g_memdup2 (input->data + at, length);

          g_byte_array_append (input, copy, length);
        }
      break;
    default:
      g_byte_array_set_size (input, at);
      break;
    }
}

static void
test_input (gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260105);
  gsize size = 0;

  g_assert_true (g_file_get_contents (data, &content, &size, NULL));
  LLVMFuzzerTestOneInput ((const guint8 *) content, size);

  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autoptr(GByteArray) input = g_byte_array_new ();
      int n = g_rand_int_range (rand, 1, MAX_EDITS + 1);

      g_byte_array_append (input, (const guint8 *) content, (guint) size);
      for (int j = 0; j < n; j++)
        edit (input, rand);
      LLVMFuzzerTestOneInput (input->data, input->len);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr(GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);

  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/fuzz/%s", name);

      g_test_add_data_func_full (path, g_build_filename (argv[1], name, NULL), test_input, g_free);
    }

  return g_test_run ();
}
