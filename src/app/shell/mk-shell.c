/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-shell.h"

#include "config.h"
#include "exchange/mk-exchange-page.h"
#include "hotline/mk-hotline-button.h"
#include "hotline/mk-hotline-page.h"
#include "mk-isolate.h"
#include "placement/mk-placement-page.h"
#include "punchcard/mk-punch-card-page.h"
#include "search/mk-search-page.h"
#include "shell/mk-sidebar-place.h"
#include "shell/mk-sidebar.h"
#include "today/mk-today-page.h"
#include "training/mk-situations-button.h"
#include "training/mk-situations-page.h"
#include "training/mk-training-page.h"
#include "widgets/mk-banner.h"
#include "widgets/mk-stage.h"
#include "widgets/mk-work-row.h"
#include "widgets/mk-wrap.h"

#include <glib/gi18n-lib.h>

/**
 * MkShell:
 *
 * What the window shows of an open store: on the left where one can go, on the right one page.
 * When it is narrow, they take turns.
 */
struct _MkShell
{
  AdwBin parent_instance;

  AdwToastOverlay        *overlay;
  AdwNavigationSplitView *split_view;
  MkSidebar              *sidebar;
  GtkListBox             *works;
  AdwBanner              *invented;
  GtkWidget              *only_bar;
  GtkLabel               *only_text;

  MkWorkplace       *workplace;
  MkLearning        *learning;
  AdwNavigationPage *before; /* where one was before searching, or NULL */
};

G_DEFINE_FINAL_TYPE (MkShell, mk_shell, ADW_TYPE_BIN)

/* What the sidebar calls the page that is shown. */
static gpointer
place_shown (MkShell *self)
{
  AdwNavigationPage *page = adw_navigation_split_view_get_content (self->split_view);

  if (MK_IS_PLACEMENT_PAGE (page))
    return mk_placement_page_get_placement (MK_PLACEMENT_PAGE (page));
  if (MK_IS_EXCHANGE_PAGE (page))
    return mk_workplace_get_post (self->workplace);
  if (MK_IS_TODAY_PAGE (page))
    return self->workplace;
  return mk_sidebar_find_place (self->sidebar, adw_navigation_page_get_tag (page));
}

static void
show_page (MkShell           *self,
           AdwNavigationPage *page)
{
  AdwNavigationPage *shown = adw_navigation_split_view_get_content (self->split_view);

  /* While the sidebar and the page take turns, no two pages may have one tag, not even in passing. */
  if (shown != NULL &&
      g_strcmp0 (adw_navigation_page_get_tag (shown), adw_navigation_page_get_tag (page)) == 0)
    adw_navigation_split_view_set_content (self->split_view, NULL);
  g_clear_object (&self->before);
  mk_wrap_titles (GTK_WIDGET (page));
  adw_navigation_split_view_set_content (self->split_view, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  mk_sidebar_select (self->sidebar, place_shown (self));
}

/* A placement that is shown may have ended. */
static void
changed_cb (MkShell *self)
{
  MkPlacementItem *placement = mk_shell_get_placement (self);

  if (placement != NULL &&
      mk_workplace_find_placement (self->workplace, mk_placement_item_get_id (placement)) == NULL)
    {
      mk_shell_show_all (self);
      mk_shell_show_today (self);
    }
  else
    mk_sidebar_select (self->sidebar, place_shown (self));
}

static void
learning_changed_cb (MkShell *self)
{
  g_autofree char *words = g_strdup_printf (
      /* Translators: how many modules of how many the person says they are through. */
      _ ("%1$u of %2$u"), mk_learning_count_done (self->learning), MK_LESSON_N_MODULES);

  mk_sidebar_place_set_words (mk_sidebar_find_place (self->sidebar, "training"), words);
}

static void
add_training (MkShell *self)
{
  self->learning = mk_learning_new (self->workplace);
  g_signal_connect_object (self->learning, "changed", G_CALLBACK (learning_changed_cb), self,
                           G_CONNECT_SWAPPED);
  learning_changed_cb (self);
}

static GtkWidget *
create_work_row_cb (gpointer item,
                    gpointer user_data)
{
  return mk_work_row_new (item);
}

static void
works_changed_cb (MkShell *self)
{
  GListModel *works = G_LIST_MODEL (mk_workplace_get_works (self->workplace));

  gtk_widget_set_visible (GTK_WIDGET (self->works), g_list_model_get_n_items (works) > 0);
}

static void
show_works (MkShell *self)
{
  GListModel *works = G_LIST_MODEL (mk_workplace_get_works (self->workplace));

  gtk_list_box_bind_model (self->works, works, create_work_row_cb, NULL, NULL);
  g_signal_connect_object (works, "items-changed", G_CALLBACK (works_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
mk_shell_dispose (GObject *object)
{
  MkShell *self = MK_SHELL (object);

  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_data (self->workplace, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_SHELL);
  g_clear_object (&self->before);
  g_clear_object (&self->learning);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_shell_parent_class)->dispose (object);
}

static void
mk_shell_class_init (MkShellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_shell_dispose;

  g_type_ensure (MK_TYPE_SIDEBAR);
  g_type_ensure (MK_TYPE_STAGE);
  /* They stand in the headers of the pages. */
  g_type_ensure (MK_TYPE_HOTLINE_BUTTON);
  g_type_ensure (MK_TYPE_SITUATIONS_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-shell.ui");
  gtk_widget_class_bind_template_child (widget_class, MkShell, overlay);
  gtk_widget_class_bind_template_child (widget_class, MkShell, split_view);
  gtk_widget_class_bind_template_child (widget_class, MkShell, sidebar);
  gtk_widget_class_bind_template_child (widget_class, MkShell, works);
  gtk_widget_class_bind_template_child (widget_class, MkShell, invented);
  gtk_widget_class_bind_template_child (widget_class, MkShell, only_bar);
  gtk_widget_class_bind_template_child (widget_class, MkShell, only_text);
}

static void
mk_shell_init (MkShell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_shell_new:
 * @workplace: what it shows, refreshed once
 *
 * Returns: (transfer floating): a new shell, showing this day
 */
MkShell *
mk_shell_new (MkWorkplace *workplace)
{
  MkShell *self = g_object_new (MK_TYPE_SHELL, NULL);

  self->workplace = g_object_ref (workplace);
  mk_sidebar_set_workplace (self->sidebar, workplace);
  add_training (self);
  show_works (self);
  if (mk_workplace_get_is_invented (workplace))
    mk_banner_tell (self->invented,
                    _ ("Everything here is invented and is thrown away when you close"));
  g_signal_connect_swapped (workplace, "changed", G_CALLBACK (changed_cb), self);
  mk_shell_show_today (self);
  return self;
}

/**
 * mk_shell_get_workplace:
 * @self: a shell
 *
 * Returns: (transfer none): what it shows
 */
MkWorkplace *
mk_shell_get_workplace (MkShell *self)
{
  g_return_val_if_fail (MK_IS_SHELL (self), NULL);

  return self->workplace;
}

/**
 * mk_shell_get_learning:
 * @self: a shell
 *
 * Returns: (transfer none): how far each person has come with the course
 */
MkLearning *
mk_shell_get_learning (MkShell *self)
{
  g_return_val_if_fail (MK_IS_SHELL (self), NULL);

  return self->learning;
}

/**
 * mk_shell_get_overlay:
 * @self: a shell
 *
 * Returns: (transfer none): where toasts come
 */
AdwToastOverlay *
mk_shell_get_overlay (MkShell *self)
{
  g_return_val_if_fail (MK_IS_SHELL (self), NULL);

  return self->overlay;
}

/**
 * mk_shell_show_today:
 * @self: a shell
 *
 * Goes to this day.
 */
void
mk_shell_show_today (MkShell *self)
{
  g_return_if_fail (MK_IS_SHELL (self));

  show_page (self, ADW_NAVIGATION_PAGE (mk_today_page_new (self->workplace)));
}

/**
 * mk_shell_show_hotline:
 * @self: a shell
 *
 * Goes to whom to call.
 */
void
mk_shell_show_hotline (MkShell *self)
{
  g_return_if_fail (MK_IS_SHELL (self));

  show_page (self, ADW_NAVIGATION_PAGE (mk_hotline_page_new (self->workplace)));
}

/**
 * mk_shell_show_exchange:
 * @self: a shell
 *
 * Goes to the correspondence with the partners.
 */
void
mk_shell_show_exchange (MkShell *self)
{
  g_return_if_fail (MK_IS_SHELL (self));

  show_page (self, ADW_NAVIGATION_PAGE (mk_exchange_page_new (self->workplace)));
}

/**
 * mk_shell_show_punch_cards:
 * @self: a shell
 *
 * Goes to the punch cards.
 */
void
mk_shell_show_punch_cards (MkShell *self)
{
  g_return_if_fail (MK_IS_SHELL (self));

  show_page (self, ADW_NAVIGATION_PAGE (mk_punch_card_page_new (self->workplace)));
}

/**
 * mk_shell_show_training:
 * @self: a shell
 *
 * Goes to the path through the course.
 */
void
mk_shell_show_training (MkShell *self)
{
  g_return_if_fail (MK_IS_SHELL (self));

  show_page (self, ADW_NAVIGATION_PAGE (mk_training_page_new (self->learning)));
}

/**
 * mk_shell_show_situations:
 * @self: a shell
 *
 * Goes to the cards for what may happen.
 */
void
mk_shell_show_situations (MkShell *self)
{
  g_return_if_fail (MK_IS_SHELL (self));

  show_page (self, ADW_NAVIGATION_PAGE (mk_situations_page_new ()));
}

/**
 * mk_shell_get_page:
 * @self: a shell
 *
 * Returns: (transfer none): the page beside the sidebar
 */
AdwNavigationPage *
mk_shell_get_page (MkShell *self)
{
  g_return_val_if_fail (MK_IS_SHELL (self), NULL);

  return adw_navigation_split_view_get_content (self->split_view);
}

/**
 * mk_shell_show_placement:
 * @self: a shell
 * @placement: a living placement
 *
 * Goes to a placement.
 */
void
mk_shell_show_placement (MkShell         *self,
                         MkPlacementItem *placement)
{
  g_return_if_fail (MK_IS_SHELL (self));
  g_return_if_fail (MK_IS_PLACEMENT_ITEM (placement));

  show_page (self, ADW_NAVIGATION_PAGE (mk_placement_page_new (self->workplace, placement)));
}

/**
 * mk_shell_show_record:
 * @self: a shell
 * @placement: a living placement
 * @key: row of a record of its log in the store
 *
 * Goes to a place in the log of a placement.
 */
void
mk_shell_show_record (MkShell         *self,
                      MkPlacementItem *placement,
                      gint64           key)
{
  g_return_if_fail (MK_IS_SHELL (self));

  mk_shell_show_placement (self, placement);
  mk_placement_page_show_record (MK_PLACEMENT_PAGE (mk_shell_get_page (self)), key);
}

/**
 * mk_shell_show_search:
 * @self: a shell
 *
 * Goes to the search, from where mk_shell_leave_search() leads back.
 */
void
mk_shell_show_search (MkShell *self)
{
  g_autoptr (AdwNavigationPage) before = NULL;

  g_return_if_fail (MK_IS_SHELL (self));

  before = g_object_ref (mk_shell_get_page (self));
  if (MK_IS_SEARCH_PAGE (before))
    {
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (before));
      return;
    }
  show_page (self, ADW_NAVIGATION_PAGE (mk_search_page_new (self->workplace)));
  self->before = g_steal_pointer (&before);
}

/**
 * mk_shell_leave_search:
 * @self: a shell
 *
 * Goes back to where one was before searching.
 */
void
mk_shell_leave_search (MkShell *self)
{
  g_autoptr (AdwNavigationPage) before = NULL;

  g_return_if_fail (MK_IS_SHELL (self));

  if (self->before == NULL)
    return;
  before = g_object_ref (self->before);
  show_page (self, before);
  changed_cb (self);
}

/**
 * mk_shell_get_placement:
 * @self: a shell
 *
 * Returns: (transfer none) (nullable): the placement that is shown, if one is
 */
MkPlacementItem *
mk_shell_get_placement (MkShell *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (MK_IS_SHELL (self), NULL);

  page = mk_shell_get_page (self);
  return MK_IS_PLACEMENT_PAGE (page) ? mk_placement_page_get_placement (MK_PLACEMENT_PAGE (page))
                                     : NULL;
}

/**
 * mk_shell_dup_page:
 * @self: a shell
 *
 * Returns: (transfer full): what mk_shell_show_page() shows again, also in another shell; the id of
 *   a placement or the name of a page
 */
char *
mk_shell_dup_page (MkShell *self)
{
  MkPlacementItem *placement;

  g_return_val_if_fail (MK_IS_SHELL (self), NULL);

  placement = mk_shell_get_placement (self);
  if (placement != NULL)
    return g_strdup (mk_placement_item_get_id (placement));
  return g_strdup (adw_navigation_page_get_tag (mk_shell_get_page (self)));
}

/* By the tag of each page. */
static const struct
{
  const char *name;
  void (*show) (MkShell *self);
} pages[] = {
  { "hotline", mk_shell_show_hotline },         { "exchange", mk_shell_show_exchange },
  { "punch-cards", mk_shell_show_punch_cards }, { "training", mk_shell_show_training },
  { "situations", mk_shell_show_situations },
};

/**
 * mk_shell_show_page:
 * @self: a shell
 * @page: (nullable): what mk_shell_dup_page() returned
 *
 * Goes to a page; to this day where it is gone.
 */
void
mk_shell_show_page (MkShell    *self,
                    const char *page)
{
  MkPlacementItem *placement;

  g_return_if_fail (MK_IS_SHELL (self));

  if (page == NULL)
    return;
  placement = mk_workplace_find_placement (self->workplace, page);
  if (placement != NULL)
    mk_shell_show_placement (self, placement);
  for (guint i = 0; placement == NULL && i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (page, pages[i].name))
      pages[i].show (self);
}

/**
 * mk_shell_offer_leaving:
 * @self: a shell of an invented workplace
 *
 * Offers to leave it for the person's own.
 */
void
mk_shell_offer_leaving (MkShell *self)
{
  g_return_if_fail (MK_IS_SHELL (self));

  adw_banner_set_button_label (self->invented, _ ("_Leave"));
}

/**
 * mk_shell_show_only:
 * @self: a shell
 * @placement: a living placement
 *
 * Goes to a placement and hides everybody else, until mk_shell_show_all().
 */
void
mk_shell_show_only (MkShell         *self,
                    MkPlacementItem *placement)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MK_IS_SHELL (self));
  g_return_if_fail (MK_IS_PLACEMENT_ITEM (placement));

  text = mk_isolate_printf (_ ("Shows only %s"), mk_placement_item_get_name (placement));
  gtk_label_set_label (self->only_text, text);
  /* What was said about others a moment ago goes too. */
  adw_toast_overlay_dismiss_all (self->overlay);
  mk_shell_show_placement (self, placement);
  mk_workplace_set_only (self->workplace, placement);
  gtk_widget_set_visible (self->only_bar, TRUE);
}

/**
 * mk_shell_show_all:
 * @self: a shell
 *
 * Shows everybody again.
 */
void
mk_shell_show_all (MkShell *self)
{
  g_return_if_fail (MK_IS_SHELL (self));

  gtk_widget_set_visible (self->only_bar, FALSE);
  mk_workplace_set_only (self->workplace, NULL);
}
