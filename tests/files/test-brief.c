/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-brief.h"

static void
assert_brief (const char *text,
              const char *expected)
{
  g_autofree char *brief = sp_brief (text);

  g_assert_cmpstr (brief, ==, expected);
}

static void
test_short (void)
{
  assert_brief ("", "");
  assert_brief ("Zoë “x”", "Zoë “x”");
  assert_brief ("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890");
}

static void
test_long (void)
{
  assert_brief ("12345678901234567890123456789012345678901", "123456789012345678901234567890123456789…");
  assert_brief ("ßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßß", "ßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßß…");
}

/* Nothing that moves a terminal's cursor or makes a second line. */
static void
test_controls (void)
{
  assert_brief ("a\nb\tc\033[2Jd\302\205e", "a b c [2Jd e");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/brief/short", test_short);
  g_test_add_func ("/files/brief/long", test_long);
  g_test_add_func ("/files/brief/controls", test_controls);

  return g_test_run ();
}
