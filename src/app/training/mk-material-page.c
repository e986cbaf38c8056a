/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-material-page.h"

#include "config.h"
#include "mk-records.h"
#include "mk-materials.h"
#include "records/mk-material.h"
#include "training/mk-film-view.h"
#include "training/mk-markdown-view.h"
#include "training/mk-passage.h"
#include "training/mk-pdf-view.h"
#include "training/mk-text-size-button.h"
#include "training/mk-text-size.h"
#include "mk-record-reading.h"
#include "widgets/mk-narrow.h"
#include "widgets/mk-stage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MkMaterialPage:
 *
 * A material that came in a package, shown in place. It is read from the store when the page opens, is
 * in memory alone, and goes with the page.
 */
struct _MkMaterialPage
{
  AdwNavigationPage parent_instance;

  GtkStack          *stack;
  AdwStatusPage     *problem;
  GtkScrolledWindow *scroll;
  MkMarkdownView    *text;
  AdwBin            *pdf;
  AdwStatusPage     *question;
  GtkLabel          *unsaved;
  AdwBin            *film_place;
  GtkWidget         *title;

  MkWorkplace  *workplace;
  char         *id;
  char         *searched; /* what it was found by, or NULL */
  GBytes       *asked; /* a film that waits for a yes, or NULL */
  MkFilm       *film; /* or NULL */
  MkFilmView   *film_view; /* which may stand alone on the screen, or NULL */
  GCancellable *reading;
  GBinding     *narrow; /* of the title to the window's being narrow, or NULL */
};

G_DEFINE_FINAL_TYPE (MkMaterialPage, mk_material_page, ADW_TYPE_NAVIGATION_PAGE)

/* A material as the store's thread made it. */
typedef struct
{
  char    *title;
  char    *format;
  GBytes  *bytes;
  MkBlock *document; /* of a text, or NULL */
  GError  *error; /* why that can't be shown, or NULL */
  gboolean is_trusted;
} Material;

static void
material_free (gpointer data)
{
  Material *material = data;

  g_free (material->title);
  g_free (material->format);
  g_clear_pointer (&material->bytes, g_bytes_unref);
  mk_block_free (material->document);
  g_clear_error (&material->error);
  g_free (material);
}

static GBytes *
bytes_of (MkMaterialData *data)
{
  gsize length;
  guchar *decoded;

  if (g_str_equal (data->format, MK_MATERIAL_MARKDOWN))
    return g_bytes_new (data->content, strlen (data->content));
  decoded = g_base64_decode_inplace (data->content, &length);
  return g_bytes_new (decoded, length);
}

static Material *
material_new (MkMaterialData *data)
{
  Material *material = g_new0 (Material, 1);

  material->title = g_strdup (data->title);
  material->format = g_strdup (data->format);
  material->bytes = bytes_of (data);
  if (g_str_equal (data->format, MK_MATERIAL_MARKDOWN))
    material->document = mk_markdown_parse (g_bytes_get_data (material->bytes, NULL),
                                            g_bytes_get_size (material->bytes), &material->error);
  return material;
}

/* Returns: (transfer full) (nullable): @material */
static Material *
read_trust (MkDatabase *database,
            const char *id,
            Material   *material,
            GError    **error)
{
  if (mk_material_trust (database, id, &material->is_trusted, error))
    return material;
  material_free (material);
  return NULL;
}

static gpointer
read_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  MkVersion *version = mk_record_find (database, data, error);
  MkMaterialData *content = NULL;
  Material *material = NULL;

  if (version == NULL)
    return NULL;
  if (!version->deleted && version->data != NULL)
    content = mk_record_content_read (&mk_material_type, version->data, NULL);
  if (content != NULL)
    material = read_trust (database, data, material_new (content), error);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("Whoever sent it has taken it back."));
  mk_shape_free (mk_material_type.shape, content);
  mk_version_free (version);
  return material;
}

static void
tell_problem (MkMaterialPage *self,
              const char     *words)
{
  adw_status_page_set_description (self->problem, words);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
first_page_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkPdfPicture) first =
      mk_pdf_document_draw_finish (MK_PDF_DOCUMENT (object), result, &error);
  MkMaterialPage *self = user_data;
  MkPdfView *view;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (first == NULL)
    {
      tell_problem (self, error->message);
      return;
    }
  view = MK_PDF_VIEW (adw_bin_get_child (self->pdf));
  mk_pdf_view_begin (view, first);
  if (self->searched != NULL)
    mk_pdf_view_look_for (view, self->searched);
  gtk_stack_set_visible_child_name (self->stack, "pdf");
  /* Its keys are there. */
  gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD);
}

/* Its view is made while the first page is drawn. */
static void
show_pdf (MkMaterialPage *self,
          GBytes         *bytes)
{
  g_autoptr (MkPdfDocument) document = mk_pdf_document_new (bytes);
  int width = CLAMP (gtk_widget_get_width (GTK_WIDGET (self)), 360, 684) *
              gtk_widget_get_scale_factor (GTK_WIDGET (self));

  mk_pdf_document_draw_async (document, 0, width, self->reading, first_page_cb, self);
  adw_bin_set_child (self->pdf, GTK_WIDGET (mk_pdf_view_new (document)));
}

/* The view comes with the first picture. */
static void
film_changed_cb (MkMaterialPage *self)
{
  const char *problem = mk_film_get_problem (self->film);

  if (problem != NULL && self->film_view != NULL)
    mk_stage_leave (GTK_WIDGET (self->film_view));
  if (problem != NULL)
    tell_problem (self, problem);
  if (problem != NULL || !mk_film_is_ready (self->film) || self->film_view != NULL)
    return;
  self->film_view =
      mk_film_view_new (self->film, adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self)));
  adw_bin_set_child (self->film_place, GTK_WIDGET (self->film_view));
  gtk_stack_set_visible_child_name (self->stack, "film");
  gtk_widget_child_focus (GTK_WIDGET (self->film_view), GTK_DIR_TAB_FORWARD);
}

static void
film_opened_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkFilm) film = mk_film_open_finish (result, &error);
  MkMaterialPage *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (film == NULL)
    {
      tell_problem (self, error->message);
      return;
    }
  self->film = g_steal_pointer (&film);
  g_signal_connect_object (self->film, "changed", G_CALLBACK (film_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_film (MkMaterialPage *self,
           GBytes         *bytes)
{
  gtk_stack_set_visible_child_name (self->stack, "busy");
  mk_film_open_async (bytes, self->reading, film_opened_cb, self);
}

static gpointer
accept_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return GINT_TO_POINTER (mk_material_accept (database, data, error));
}

static void
accepted_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MkMaterialPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  mk_store_run_finish (MK_STORE (object), result, &error);
  if (error != NULL)
    {
      gtk_label_set_label (self->unsaved, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->unsaved), TRUE);
      return;
    }
  bytes = g_steal_pointer (&self->asked);
  if (bytes != NULL && !g_cancellable_is_cancelled (self->reading))
    show_film (self, bytes);
}

static void
accept_cb (MkMaterialPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->unsaved), FALSE);
  mk_store_run_async (mk_workplace_get_store (self->workplace), accept_func, g_strdup (self->id),
                      g_free, NULL, MK_STORE_WRITE, NULL, accepted_cb, g_object_ref (self));
}

static void
ask_first (MkMaterialPage *self,
           GBytes         *bytes)
{
  self->asked = g_bytes_ref (bytes);
  adw_status_page_set_description (
      self->question,
      _ ("It came in a package that nobody signed. Play it only if you know that it "
         "is from the one who is named as its sender."));
  gtk_stack_set_visible_child_name (self->stack, "question");
}

static void
show_text (MkMaterialPage *self,
           MkBlock        *document)
{
  mk_markdown_view_take (self->text, document);
  if (self->searched != NULL)
    {
      mk_markdown_view_complete (self->text);
      mk_passage_look_for (self->scroll, self->searched);
    }
  mk_text_size_follow (GTK_WIDGET (self), GTK_WIDGET (self->text));
  gtk_stack_set_visible_child_name (self->stack, "text");
}

static void
show_material (MkMaterialPage *self,
               Material       *material)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), material->title);
  if (material->error != NULL)
    tell_problem (self, material->error->message);
  else if (material->document != NULL)
    show_text (self, g_steal_pointer (&material->document));
  else if (g_str_equal (material->format, MK_MATERIAL_PDF))
    show_pdf (self, material->bytes);
  else if (material->is_trusted)
    show_film (self, material->bytes);
  else
    ask_first (self, material->bytes);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  Material *material = mk_store_run_finish (MK_STORE (object), result, &error);
  MkMaterialPage *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (material == NULL)
    {
      tell_problem (self, error->message);
      return;
    }
  show_material (self, material);
  material_free (material);
}

static void
mk_material_page_dispose (GObject *object)
{
  MkMaterialPage *self = MK_MATERIAL_PAGE (object);

  g_cancellable_cancel (self->reading);
  if (self->film != NULL)
    mk_film_close (self->film);
  g_clear_object (&self->film);
  self->film_view = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_MATERIAL_PAGE);

  G_OBJECT_CLASS (mk_material_page_parent_class)->dispose (object);
}

static void
mk_material_page_finalize (GObject *object)
{
  MkMaterialPage *self = MK_MATERIAL_PAGE (object);

  g_object_unref (self->reading);
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->asked, g_bytes_unref);
  g_free (self->id);
  g_free (self->searched);

  G_OBJECT_CLASS (mk_material_page_parent_class)->finalize (object);
}

static void
mk_material_page_root (GtkWidget *widget)
{
  MkMaterialPage *self = MK_MATERIAL_PAGE (widget);

  GTK_WIDGET_CLASS (mk_material_page_parent_class)->root (widget);
  self->narrow = mk_narrow_bind (widget, self->title, TRUE);
}

static void
mk_material_page_unroot (GtkWidget *widget)
{
  g_clear_pointer (&MK_MATERIAL_PAGE (widget)->narrow, g_binding_unbind);
  GTK_WIDGET_CLASS (mk_material_page_parent_class)->unroot (widget);
}

static void
mk_material_page_class_init (MkMaterialPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_material_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mk_material_page_finalize;
  widget_class->root = mk_material_page_root;
  widget_class->unroot = mk_material_page_unroot;

  g_type_ensure (MK_TYPE_MARKDOWN_VIEW);
  g_type_ensure (MK_TYPE_TEXT_SIZE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-material-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkMaterialPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MkMaterialPage, problem);
  gtk_widget_class_bind_template_child (widget_class, MkMaterialPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, MkMaterialPage, text);
  gtk_widget_class_bind_template_child (widget_class, MkMaterialPage, pdf);
  gtk_widget_class_bind_template_child (widget_class, MkMaterialPage, question);
  gtk_widget_class_bind_template_child (widget_class, MkMaterialPage, unsaved);
  gtk_widget_class_bind_template_child (widget_class, MkMaterialPage, film_place);
  gtk_widget_class_bind_template_child (widget_class, MkMaterialPage, title);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  mk_text_size_install (widget_class);
}

static void
mk_material_page_init (MkMaterialPage *self)
{
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_material_page_new:
 * @workplace: where it came
 * @id: UUID of a material
 * @searched: (nullable): what it was found by
 *
 * Returns: (transfer floating): a page that shows it as soon as it is read, where the words stand
 *   that it was found by
 */
MkMaterialPage *
mk_material_page_new (MkWorkplace *workplace,
                      const char  *id,
                      const char  *searched)
{
  MkMaterialPage *self = g_object_new (MK_TYPE_MATERIAL_PAGE, "title", _ ("Material"), NULL);

  self->workplace = g_object_ref (workplace);
  self->id = g_strdup (id);
  self->searched = g_strdup (searched);
  mk_store_run_async (mk_workplace_get_store (workplace), read_func, g_strdup (id), g_free,
                      material_free, MK_STORE_READ, self->reading, read_cb, self);
  return self;
}
