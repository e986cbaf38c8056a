/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-exchange-test.h"

#include "mk-envelope.h"
#include "mk-identity.h"
#include "mk-materials.h"
#include "mk-pins.h"

#include <string.h>

/* Whose films are played without asking. */

#define FILM "66666666-6666-4666-8666-666666666666"

/* A film, which nobody plays here. */
static char *
film_entry (gint64      revision,
            const char *content)
{
  g_autofree char *base64 = g_base64_encode ((const guchar *) content, strlen (content));
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  g_autofree char *data = g_strdup_printf ("{\"titel\":\"Den første dag\",\"sprog\":\"da\","
                                           "\"format\":\"video\",\"indhold\":\"%s\","
                                           "\"sha256\":\"%s\"}",
                                           base64, sha256);

  return mk_exchange_test_entry ("materiale", FILM, revision, data);
}

static char *
film_package (MkExchangeTest *test,
              gint64          number,
              const char     *content)
{
  g_autofree char *entry = film_entry (number, content);

  return mk_exchange_test_package (test, number, entry);
}

static void
take (MkExchangeTest *test,
      gint64          number,
      const char     *content,
      MkTakeFlags     flags)
{
  g_autofree char *package = film_package (test, number, content);
  g_autoptr (MkVerdict) verdict = mk_exchange_test_take (test, package, flags);

  g_assert_cmpint (verdict->status, ==, MK_VERDICT_TAKEN);
}

static gboolean
is_trusted (MkExchangeTest *test)
{
  g_autoptr (GError) error = NULL;
  gboolean trusted;

  g_assert_true (mk_material_trust (test->database, FILM, &trusted, &error));
  g_assert_no_error (error);
  return trusted;
}

static void
test_plain_is_asked_about (MkExchangeTest *test,
                           gconstpointer   data G_GNUC_UNUSED)
{
  mk_exchange_test_begin (test);
  take (test, 2, "første", MK_TAKE_PLAIN);
  g_assert_false (is_trusted (test));
}

static void
test_yes_holds_for_what_was_seen (MkExchangeTest *test,
                                  gconstpointer   data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  mk_exchange_test_begin (test);
  take (test, 2, "første", MK_TAKE_PLAIN);
  g_assert_true (mk_material_accept (test->database, FILM, &error));
  g_assert_true (is_trusted (test));
  take (test, 3, "anden", MK_TAKE_PLAIN);
  g_assert_false (is_trusted (test));
}

static void
test_accepted_package_is_trusted (MkExchangeTest *test,
                                  gconstpointer   data G_GNUC_UNUSED)
{
  mk_exchange_test_begin (test);
  take (test, 2, "første", MK_TAKE_ACCEPT);
  g_assert_true (is_trusted (test));
}

/* The authority signs with a certificate that is pinned here, which for this may be our own. */
static void
test_signed_is_trusted (MkExchangeTest *test,
                        gconstpointer   data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkIdentity) identity = NULL;
  g_autofree char *fingerprint = NULL;
  g_autofree char *package = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (MkVerdict) verdict = NULL;

  mk_exchange_test_begin (test);
  identity = mk_identity_get (test->database, &error);
  g_assert_no_error (error);
  fingerprint = mk_pin_put (test->database, TEST_AUTHORITY, identity->certificate, &error);
  g_assert_no_error (error);
  package = film_package (test, 2, "første");
  plain = g_bytes_new (package, strlen (package));
  sealed = mk_envelope_seal (plain, identity, identity->certificate, &error);
  g_assert_no_error (error);
  path = mk_exchange_test_write (test, g_bytes_get_data (sealed, NULL),
                                 (gssize) g_bytes_get_size (sealed));
  verdict = mk_exchange_test_take_file (test, path, MK_TAKE_PLAIN);
  g_assert_cmpint (verdict->status, ==, MK_VERDICT_TAKEN);
  g_assert_true (is_trusted (test));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mk_exchange_test_add ("/trust/film-of-a-plain-package-is-asked-about", test_plain_is_asked_about);
  mk_exchange_test_add ("/trust/yes-holds-for-what-was-seen", test_yes_holds_for_what_was_seen);
  mk_exchange_test_add ("/trust/film-of-an-accepted-package-is-not",
                        test_accepted_package_is_trusted);
  mk_exchange_test_add ("/trust/film-of-a-signed-package-is-not", test_signed_is_trusted);
  return g_test_run ();
}
