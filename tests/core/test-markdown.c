/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-quiz.h"

#include <string.h>

static MkBlock *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  MkBlock *document = mk_markdown_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return document;
}

static const MkBlock *
child (const MkBlock *block,
       guint          index)
{
  g_assert_cmpuint (index, <, block->children->len);
  return g_ptr_array_index (block->children, index);
}

static void
assert_markup (const char *text,
               const char *markup)
{
  g_autoptr (MkBlock) document = parse (text);

  g_assert_cmpstr (child (document, 0)->markup->str, ==, markup);
}

static void
test_words_keep_their_emphasis (void)
{
  assert_markup ("*a* **b** `c` & d", "<i>a</i> <b>b</b> <tt>c</tt> &amp; d");
  assert_markup ("a\nb", "a b");
  assert_markup ("a &amp; b&nbsp;c", "a &amp; b\u00a0c");
}

static void
test_raw_html_is_text (void)
{
  assert_markup ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;");
  assert_markup ("a <b onclick='x'>b</b>", "a &lt;b onclick=&apos;x&apos;&gt;b&lt;/b&gt;");
}

/* Nothing but a lesson and a page of the web is a link. */
static void
test_links_that_lead_elsewhere_are_words (void)
{
  assert_markup ("[a](lesson:naar-x)", "<a href=\"lesson:naar-x\">a</a>");
  assert_markup ("[a](https://example.org/?a=1&b=2)",
                 "<a href=\"https://example.org/?a=1&amp;b=2\">a</a>");
  assert_markup ("[a](file:///etc/passwd)", "a");
  assert_markup ("[a](javascript:alert)", "a");
  assert_markup ("[*a* b](file:x)", "<i>a</i> b");
  assert_markup ("[a]()", "a");
}

static void
assert_well_formed (const MkBlock *block)
{
  g_autoptr (GError) error = NULL;
  GMarkupParser nothing = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
  g_autofree char *whole = g_strdup_printf ("<block>%s</block>", block->markup->str);

  g_markup_parse_context_parse (context, whole, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < block->children->len; i++)
    assert_well_formed (g_ptr_array_index (block->children, i));
}

/* The text of the second row of a table with one row of two cells. */
static void
assert_cells (const char *row,
              const char *first,
              const char *second)
{
  g_autofree char *table = g_strdup_printf ("| a | b |\n|---|---|\n%s\n\nslut *her*\n", row);
  g_autoptr (MkBlock) document = parse (table);
  const MkBlock *cells = child (child (document, 0), 1);

  assert_well_formed (document);
  g_assert_cmpstr (child (cells, 0)->markup->str, ==, first);
  g_assert_cmpstr (child (cells, 1)->markup->str, ==, second);
  g_assert_cmpstr (child (document, 1)->markup->str, ==, "slut <i>her</i>");
}

static void
test_spans_over_two_cells_are_words (void)
{
  assert_cells ("| [a | b](https://example.org) |", "<a href=\"https://example.org\">a | b</a>",
                "");
  assert_cells ("| *c* [a | b](lesson:x) *d* |", "<i>c</i> <a href=\"lesson:x\">a | b</a> <i>d</i>",
                "");
  assert_cells ("| ![a | b](x.svg) |", "a | b", "");
  assert_cells ("| *a | b* |", "*a", "b*");
}

static void
test_pictures_stand_alone_or_are_words (void)
{
  g_autoptr (MkBlock) document =
      parse ("![En kasse](pictures/a.svg)\n\nSe ![kassen](b.svg) her.\n");

  g_assert_cmpint (child (document, 0)->kind, ==, MK_BLOCK_PICTURE);
  g_assert_cmpstr (child (document, 0)->source, ==, "pictures/a.svg");
  g_assert_cmpstr (child (document, 0)->text->str, ==, "En kasse");
  g_assert_cmpint (child (document, 1)->kind, ==, MK_BLOCK_PARAGRAPH);
  g_assert_cmpstr (child (document, 1)->markup->str, ==, "Se kassen her.");
}

static void
test_words_after_a_picture_keep_it_as_words (void)
{
  g_autoptr (MkBlock) document = parse ("![En kasse](pictures/a.svg) til dig\n");

  g_assert_cmpint (child (document, 0)->kind, ==, MK_BLOCK_PARAGRAPH);
  g_assert_cmpstr (child (document, 0)->markup->str, ==, "En kasse til dig");
  g_assert_null (child (document, 0)->source);
}

static void
test_of_two_pictures_without_words_the_first_stands (void)
{
  g_autoptr (MkBlock) document = parse ("![](pictures/a.svg)![](pictures/b.svg)\n");

  g_assert_cmpint (child (document, 0)->kind, ==, MK_BLOCK_PICTURE);
  g_assert_cmpstr (child (document, 0)->source, ==, "pictures/a.svg");
}

static void
test_tables_have_rows_and_heads (void)
{
  g_autoptr (MkBlock) document = parse ("| a | b |\n|---|---|\n| 1 | 2 |\n");
  const MkBlock *table = child (document, 0);

  g_assert_cmpint (table->kind, ==, MK_BLOCK_TABLE);
  g_assert_cmpuint (table->children->len, ==, 2);
  g_assert_cmpint (child (child (table, 0), 1)->level, ==, 1);
  g_assert_cmpstr (child (child (table, 1), 1)->text->str, ==, "2");
}

static void
test_tasks_are_known_also_after_a_quote (void)
{
  g_autoptr (MkBlock) document = parse ("- [ ] a\n  > b\n- [x] *c*\n  > d\n- [X] e\n- f\n");
  const MkBlock *list = child (document, 0);

  g_assert_cmpuint (list->children->len, ==, 4);
  g_assert_true (child (list, 0)->is_task && !child (list, 0)->is_ticked);
  g_assert_true (child (list, 1)->is_task && child (list, 1)->is_ticked);
  g_assert_true (child (list, 2)->is_task && child (list, 2)->is_ticked);
  g_assert_false (child (list, 3)->is_task);
  g_assert_cmpstr (child (child (list, 1), 0)->markup->str, ==, "<i>c</i>");
}

static void
test_code_that_looks_like_a_box_is_code (void)
{
  g_autoptr (MkBlock) document = parse ("- [ ]` a`\n- [x]*  b*\n");

  assert_well_formed (document);
  g_assert_false (child (child (document, 0), 0)->is_task);
}

static guint
depth_of (const MkBlock *block)
{
  guint most = 0;

  for (guint i = 0; i < block->children->len; i++)
    most = MAX (most, depth_of (g_ptr_array_index (block->children, i)));
  return most + 1;
}

static void
test_ten_thousand_levels_are_a_few (void)
{
  g_autoptr (GString) quotes = g_string_new (NULL);
  g_autoptr (GString) lists = g_string_new (NULL);
  g_autoptr (MkBlock) document = NULL;
  g_autoptr (MkBlock) other = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_string_append (quotes, "> ");
      g_string_append (lists, "- ");
    }
  g_string_append (quotes, "inderst");
  g_string_append (lists, "inderst");
  document = parse (quotes->str);
  other = parse (lists->str);
  g_assert_cmpuint (depth_of (document), <=, MK_MARKDOWN_MOST_DEPTH + 2);
  g_assert_cmpuint (depth_of (other), <=, MK_MARKDOWN_MOST_DEPTH + 2);
  {
    g_autofree char *words = mk_block_words (document);

    g_assert_cmpstr (words, ==, "inderst");
  }
}

static void
assert_too_long (const char *piece,
                 guint       count)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < count; i++)
    g_string_append (text, piece);
  g_assert_null (mk_markdown_parse (text->str, text->len, &error));
  g_assert_error (error, MK_MARKDOWN_ERROR, MK_MARKDOWN_ERROR_TOO_LONG);
}

static void
test_what_nobody_reads_is_refused (void)
{
  assert_too_long ("0123456789", 1024 * 1024);
  assert_too_long ("a\n\n", MK_MARKDOWN_MOST_BLOCKS + 1);
}

static void
test_bytes_that_are_no_text_become_text (void)
{
  g_autoptr (MkBlock) document = mk_markdown_parse ("a\xff\0b", 4, NULL);

  g_assert_true (g_utf8_validate (child (document, 0)->text->str, -1, NULL));
}

static void
test_quiz_has_its_answers (void)
{
  g_autoptr (MkBlock) document = parse ("## Hvad? (flere)\n\n- [ ] a\n  > nej\n- [x] b\n  > ja\n\n"
                                        "## Tom\n\n## Hvem?\n\n- [x] c\n");
  g_autoptr (GPtrArray) questions = mk_quiz_read (document);
  const MkQuizQuestion *first = g_ptr_array_index (questions, 0);
  const MkQuizChoice *second = g_ptr_array_index (first->choices, 1);

  g_assert_cmpuint (questions->len, ==, 2);
  g_assert_cmpstr (first->text, ==, "Hvad?");
  g_assert_true (first->has_several);
  g_assert_true (second->is_right);
  g_assert_cmpstr (second->text, ==, "b");
  g_assert_cmpstr (second->explanation, ==, "ja");
  g_assert_false (((const MkQuizQuestion *) g_ptr_array_index (questions, 1))->has_several);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/words-keep-their-emphasis", test_words_keep_their_emphasis);
  g_test_add_func ("/markdown/raw-html-is-text", test_raw_html_is_text);
  g_test_add_func ("/markdown/links-that-lead-elsewhere-are-words",
                   test_links_that_lead_elsewhere_are_words);
  g_test_add_func ("/markdown/spans-over-two-cells-are-words", test_spans_over_two_cells_are_words);
  g_test_add_func ("/markdown/pictures-stand-alone-or-are-words",
                   test_pictures_stand_alone_or_are_words);
  g_test_add_func ("/markdown/words-after-a-picture-keep-it-as-words",
                   test_words_after_a_picture_keep_it_as_words);
  g_test_add_func ("/markdown/of-two-pictures-without-words-the-first-stands",
                   test_of_two_pictures_without_words_the_first_stands);
  g_test_add_func ("/markdown/tables-have-rows-and-heads", test_tables_have_rows_and_heads);
  g_test_add_func ("/markdown/tasks-are-known-also-after-a-quote",
                   test_tasks_are_known_also_after_a_quote);
  g_test_add_func ("/markdown/code-that-looks-like-a-box-is-code",
                   test_code_that_looks_like_a_box_is_code);
  g_test_add_func ("/markdown/ten-thousand-levels-are-a-few", test_ten_thousand_levels_are_a_few);
  g_test_add_func ("/markdown/what-nobody-reads-is-refused", test_what_nobody_reads_is_refused);
  g_test_add_func ("/markdown/bytes-that-are-no-text-become-text",
                   test_bytes_that_are_no_text_become_text);
  g_test_add_func ("/quiz/has-its-answers", test_quiz_has_its_answers);
  return g_test_run ();
}
