/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/mk-found-item.h"

#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-json.h"

#include <glib/gi18n-lib.h>

/**
 * MkFoundItem:
 *
 * A record or a lesson that a search found, as a list shows it; records are made on the store's
 * thread and shown on the main one. Only what marks the passage changes as one types on.
 */
struct _MkFoundItem
{
  GObject parent_instance;

  char               *id;
  gint64              key;
  const MkRecordType *kind;
  char               *placement;
  char               *title;
  char               *excerpt;
  char               *searched;
  char               *lesson; /* its name, or NULL for a record */
};

G_DEFINE_FINAL_TYPE (MkFoundItem, mk_found_item, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The kinds in the order in which they are shown; the others come last. */
static const char *const ranks[] = { "forloeb", "kontakt", "checkin", "anmodning", "svar", "fase" };

/* The members that say of a record what it is: a name, or else when. */
static const char *const names[] = { "navn", "titel", "stilling" };
static const char *const moments[] = { "tidspunkt", "fraDato", "oensketDato" };

static char *
title_of (const char *data)
{
  g_autoptr (JsonNode) root = data != NULL ? mk_json_from_text (data) : NULL;
  MkJsonValue value = mk_json_of (root);
  g_autoptr (GDateTime) now = mk_clock_now ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (mk_json_text (mk_json_member (value, names[i])) != NULL)
      return g_strdup (mk_json_text (mk_json_member (value, names[i])));
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      const char *text = mk_json_text (mk_json_member (value, moments[i]));
      g_autoptr (GDateTime) moment = text != NULL ? mk_date_text_read (text) : NULL;

      if (moment != NULL)
        return mk_date_text_relative (moment, now);
    }
  return NULL;
}

static void
mk_found_item_finalize (GObject *object)
{
  MkFoundItem *self = MK_FOUND_ITEM (object);

  g_free (self->id);
  g_free (self->placement);
  g_free (self->title);
  g_free (self->excerpt);
  g_free (self->searched);
  g_free (self->lesson);

  G_OBJECT_CLASS (mk_found_item_parent_class)->finalize (object);
}

static void
mk_found_item_class_init (MkFoundItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_found_item_finalize;

  /**
   * MkFoundItem::changed:
   *
   * It was found by other words than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_found_item_init (MkFoundItem *self)
{
}

/**
 * mk_found_item_new:
 * @found: a record that was found
 * @searched: what was searched for
 *
 * Returns: (transfer full): a new item
 */
MkFoundItem *
mk_found_item_new (const MkFound *found,
                   const char    *searched)
{
  MkFoundItem *self = g_object_new (MK_TYPE_FOUND_ITEM, NULL);

  self->id = g_strdup (found->id);
  self->key = found->key;
  self->kind = mk_record_type_find (found->type);
  self->placement = g_strdup (found->placement);
  self->title = title_of (found->data);
  self->excerpt = g_strdup (found->excerpt != NULL ? found->excerpt : "");
  self->searched = g_strdup (searched);
  return self;
}

/**
 * mk_found_item_new_lesson:
 * @lesson: a lesson that was found
 * @passage: the block in which it was
 * @searched: what was searched for
 *
 * Returns: (transfer full): a new item
 */
MkFoundItem *
mk_found_item_new_lesson (const MkLesson *lesson,
                          const char     *passage,
                          const char     *searched)
{
  MkFoundItem *self = g_object_new (MK_TYPE_FOUND_ITEM, NULL);

  self->id = g_strdup ("");
  self->lesson = g_strdup (lesson->name);
  self->title = g_strdup (lesson->title);
  self->excerpt = g_strdup (passage);
  self->searched = g_strdup (searched);
  return self;
}

/**
 * mk_found_item_get_lesson:
 * @self: an item
 *
 * Returns: (nullable): name of the lesson; %NULL for a record
 */
const char *
mk_found_item_get_lesson (MkFoundItem *self)
{
  g_return_val_if_fail (MK_IS_FOUND_ITEM (self), NULL);

  return self->lesson;
}

/**
 * mk_found_item_get_id:
 * @self: an item
 *
 * Returns: UUID of the record
 */
const char *
mk_found_item_get_id (MkFoundItem *self)
{
  g_return_val_if_fail (MK_IS_FOUND_ITEM (self), NULL);

  return self->id;
}

/**
 * mk_found_item_get_key:
 * @self: an item
 *
 * Returns: row of the record in the store
 */
gint64
mk_found_item_get_key (MkFoundItem *self)
{
  g_return_val_if_fail (MK_IS_FOUND_ITEM (self), 0);

  return self->key;
}

/**
 * mk_found_item_get_kind:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its type; %NULL for a lesson
 */
const MkRecordType *
mk_found_item_get_kind (MkFoundItem *self)
{
  g_return_val_if_fail (MK_IS_FOUND_ITEM (self), NULL);

  return self->kind;
}

/**
 * mk_found_item_get_placement:
 * @self: an item
 *
 * Returns: (nullable): UUID of the placement that it belongs to
 */
const char *
mk_found_item_get_placement (MkFoundItem *self)
{
  g_return_val_if_fail (MK_IS_FOUND_ITEM (self), NULL);

  return self->placement;
}

/**
 * mk_found_item_get_title:
 * @self: an item
 *
 * Returns: (nullable): its name, or when it was
 */
const char *
mk_found_item_get_title (MkFoundItem *self)
{
  g_return_val_if_fail (MK_IS_FOUND_ITEM (self), NULL);

  return self->title;
}

/**
 * mk_found_item_get_excerpt:
 * @self: an item
 *
 * Returns: the passage that was found
 */
const char *
mk_found_item_get_excerpt (MkFoundItem *self)
{
  g_return_val_if_fail (MK_IS_FOUND_ITEM (self), NULL);

  return self->excerpt;
}

/**
 * mk_found_item_get_rank:
 * @self: an item
 *
 * Returns: where its kind comes among the results
 */
guint
mk_found_item_get_rank (MkFoundItem *self)
{
  g_return_val_if_fail (MK_IS_FOUND_ITEM (self), 0);

  if (self->lesson != NULL)
    return G_N_ELEMENTS (ranks);
  for (guint i = 0; self->kind != NULL && i < G_N_ELEMENTS (ranks); i++)
    if (g_str_equal (self->kind->name, ranks[i]))
      return i;
  return G_N_ELEMENTS (ranks) + 1 +
         (guint) g_str_hash (self->kind != NULL ? self->kind->name : "") % G_MAXINT16;
}

/**
 * mk_found_item_equals:
 * @self: an item
 * @other: an item
 *
 * Returns: whether a list shows both alike
 */
gboolean
mk_found_item_equals (MkFoundItem *self,
                      MkFoundItem *other)
{
  g_return_val_if_fail (MK_IS_FOUND_ITEM (self) && MK_IS_FOUND_ITEM (other), FALSE);

  return self->key == other->key && g_strcmp0 (self->lesson, other->lesson) == 0 &&
         g_str_equal (self->excerpt, other->excerpt) && g_strcmp0 (self->title, other->title) == 0;
}

/**
 * mk_found_item_get_searched:
 * @self: an item
 *
 * Returns: what was searched for
 */
const char *
mk_found_item_get_searched (MkFoundItem *self)
{
  g_return_val_if_fail (MK_IS_FOUND_ITEM (self), NULL);

  return self->searched;
}

/**
 * mk_found_item_set_searched:
 * @self: an item
 * @searched: what it was found by now
 */
void
mk_found_item_set_searched (MkFoundItem *self,
                            const char  *searched)
{
  g_return_if_fail (MK_IS_FOUND_ITEM (self));

  if (g_set_str (&self->searched, searched))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
