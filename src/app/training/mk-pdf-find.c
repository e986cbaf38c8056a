/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-pdf-find.h"

#include "mk-search.h"

#include <graphene.h>

/* Finds words in a PDF, a few pages at a time, so that pages can be drawn in between. On the thread of
 * the document. */

#define PAGES_AT_ONCE 8

struct _MkPdfFinding
{
  GStrv words; /* as mk_search_words() has them */
  guint next; /* page to look at */
  guint best; /* page with the most of the words, the first of those */
  guint most;
};

/**
 * mk_pdf_place_free:
 * @data: (nullable): an MkPdfPlace
 */
void
mk_pdf_place_free (gpointer data)
{
  MkPdfPlace *self = data;

  if (self != NULL)
    g_array_unref (self->marks);
  g_free (self);
}

/**
 * mk_pdf_finding_new:
 * @searched: what was searched for
 *
 * Returns: (transfer full): a search that has not begun
 */
MkPdfFinding *
mk_pdf_finding_new (const char *searched)
{
  MkPdfFinding *self = g_new0 (MkPdfFinding, 1);

  self->words = mk_search_words (searched);
  return self;
}

/**
 * mk_pdf_finding_free:
 * @data: (nullable): an MkPdfFinding
 */
void
mk_pdf_finding_free (gpointer data)
{
  MkPdfFinding *self = data;

  if (self != NULL)
    g_strfreev (self->words);
  g_free (self);
}

static char *
text_of (PopplerDocument *document,
         guint            number)
{
  PopplerPage *page = poppler_document_get_page (document, (int) number);
  char *text = page != NULL ? poppler_page_get_text (page) : NULL;

  g_clear_object (&page);
  return text;
}

static void
look_at_page (MkPdfFinding    *self,
              PopplerDocument *document,
              guint            number)
{
  g_autofree char *text = text_of (document, number);
  guint count = text != NULL ? mk_search_count (text, (const char *const *) self->words) : 0;

  if (count > self->most)
    self->best = number;
  self->most = MAX (count, self->most);
}

/**
 * mk_pdf_finding_look:
 * @self: a search
 * @document: a PDF
 *
 * Looks at the next pages.
 *
 * Returns: whether there is nothing more to look at
 */
gboolean
mk_pdf_finding_look (MkPdfFinding    *self,
                     PopplerDocument *document)
{
  guint n_pages = (guint) poppler_document_get_n_pages (document);
  guint n_words = g_strv_length (self->words);
  guint end = MIN (self->next + PAGES_AT_ONCE, n_pages);

  for (; self->next < end && self->most < n_words; self->next++)
    look_at_page (self, document, self->next);
  return self->next == n_pages || self->most == n_words;
}

static void
mark (PopplerPage *page,
      const char  *words,
      GArray      *marks)
{
  GList *found = poppler_page_find_text (page, words);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  for (GList *item = found; item != NULL && width > 0 && height > 0; item = item->next)
    {
      const PopplerRectangle *area = item->data;
      graphene_rect_t part =
          GRAPHENE_RECT_INIT ((float) (area->x1 / width), (float) (1 - area->y2 / height),
                              (float) ((area->x2 - area->x1) / width),
                              (float) ((area->y2 - area->y1) / height));

      g_array_append_val (marks, part);
    }
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  float first = ((const graphene_rect_t *) a)->origin.y;
  float second = ((const graphene_rect_t *) b)->origin.y;

  return (first > second) - (first < second);
}

/* The words as they stand there: a search folds them, poppler does not. */
static GArray *
marks_on (PopplerPage *page,
          GStrv        words)
{
  g_autofree char *text = poppler_page_get_text (page);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length;
      const char *place = mk_search_place (text, words[i], &length);
      g_autofree char *there = place != NULL ? g_strndup (place, length) : NULL;

      if (there != NULL)
        mark (page, there, marks);
    }
  g_array_sort (marks, compare_marks);
  return marks;
}

/**
 * mk_pdf_finding_end:
 * @self: a search that is through
 * @document: the PDF
 *
 * Returns: (transfer full) (nullable): where the most of the words stand; %NULL where none does
 */
MkPdfPlace *
mk_pdf_finding_end (MkPdfFinding    *self,
                    PopplerDocument *document)
{
  PopplerPage *page =
      self->most > 0 ? poppler_document_get_page (document, (int) self->best) : NULL;
  MkPdfPlace *place;

  if (page == NULL)
    return NULL;
  place = g_new0 (MkPdfPlace, 1);
  place->page = self->best;
  place->marks = marks_on (page, self->words);
  g_object_unref (page);
  return place;
}
