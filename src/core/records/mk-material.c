/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-material.h"

#include "mk-format.h"
#include "mk-markdown.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const formats[] = { MK_MATERIAL_MARKDOWN, MK_MATERIAL_PDF, MK_MATERIAL_VIDEO,
                                       NULL };

static const MkField fields[] = {
  MK_TEXT (MkMaterialData, title, "titel", N_ ("Title"), MK_REQUIRED | MK_SEARCHED),
  MK_TEXT (MkMaterialData, language, "sprog", N_ ("Language"), MK_REQUIRED),
  MK_CHOICE (MkMaterialData, format, "format", N_ ("Format"), MK_REQUIRED, formats),
  MK_TEXT_UPTO (MkMaterialData, content, "indhold", N_ ("Contents"), MK_REQUIRED, -1),
  MK_SHA256 (MkMaterialData, sha256, "sha256", N_ ("Fingerprint"), MK_REQUIRED),
  MK_INTEGER (MkMaterialData, module, "modul", N_ ("Module"), MK_OPTIONAL, 1, 8),
};

static gboolean
has_fingerprint (const guchar *content,
                 gsize         length,
                 const char   *wanted)
{
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, content, length);

  return g_str_equal (sha256, wanted);
}

static void
check (gconstpointer data,
       const char   *pointer,
       MkFaults     *faults)
{
  const MkMaterialData *material = data;
  gboolean is_text = g_str_equal (material->format, MK_MATERIAL_MARKDOWN);
  g_autofree char *content_place = g_strdup_printf ("%s/indhold", pointer);
  g_autofree char *sha256_place = g_strdup_printf ("%s/sha256", pointer);
  g_autofree guchar *decoded = NULL;
  gsize length = strlen (material->content);

  if (!is_text && mk_format_judge_base64 (material->content) != MK_FORMAT_GOOD)
    {
      mk_faults_add (faults, MK_CODE_FIELD, content_place,
                     "»indhold« skal være base64 uden linjeskift.");
      return;
    }
  if (!is_text)
    decoded = g_base64_decode (material->content, &length);
  if (!has_fingerprint (is_text ? (const guchar *) material->content : decoded, length,
                        material->sha256))
    mk_faults_add (faults, MK_CODE_VALUE, sha256_place, "»sha256« passer ikke med indholdet.");
}

/* Of a PDF and a film, the title is all that is known without opening it. */
static char *
dup_words (MkJsonValue data)
{
  const char *format = mk_json_text (mk_json_member (data, "format"));
  const char *content = mk_json_text (mk_json_member (data, "indhold"));
  g_autoptr (MkBlock) document = NULL;

  if (content != NULL && g_strcmp0 (format, MK_MATERIAL_MARKDOWN) == 0)
    document = mk_markdown_parse (content, strlen (content), NULL);
  return document != NULL ? mk_block_words (document) : NULL;
}

static const MkShape shape = MK_SHAPE (MkMaterialData, fields, check);

const MkRecordType mk_material_type = {
  .name = "materiale",
  .label = N_ ("Material"),
  .writers = MK_ROLE_AUTHORITY,
  .shape = &shape,
  .dup_words = dup_words,
};
