/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-help-item.h"

/**
 * MkHelpItem:
 *
 * A punch card or a request in a list, with all that was read beside it. Immutable.
 */
struct _MkHelpItem
{
  GObject parent_instance;

  MkHelp             *help;
  const MkHelpRecord *record; /* of the help */
  char               *name;
  char               *print; /* the same for two that show the same */
};

G_DEFINE_FINAL_TYPE (MkHelpItem, mk_help_item, G_TYPE_OBJECT)

static void
mk_help_item_finalize (GObject *object)
{
  MkHelpItem *self = MK_HELP_ITEM (object);

  mk_help_unref (self->help);
  g_free (self->name);
  g_free (self->print);

  G_OBJECT_CLASS (mk_help_item_parent_class)->finalize (object);
}

static void
mk_help_item_class_init (MkHelpItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_help_item_finalize;
}

static void
mk_help_item_init (MkHelpItem *self)
{
}

static void
append_record (GString            *print,
               const MkHelpRecord *record)
{
  g_string_append_printf (print, "%s %" G_GINT64_FORMAT " %s;", record->record.id, record->revision,
                          record->state);
}

/* A row shows its own record, the answers, and on a card the requests. */
static char *
print_of (MkHelpItem *self)
{
  g_autoptr (GString) print = g_string_new (self->name);
  const MkHelp *help = self->help;

  append_record (print, self->record);
  for (guint i = 0; i < help->requests->len && self->record->type == &mk_punch_card_type; i++)
    append_record (print, g_ptr_array_index (help->requests, i));
  for (guint i = 0; i < help->answers->len; i++)
    append_record (print, g_ptr_array_index (help->answers, i));
  return g_string_free_and_steal (g_steal_pointer (&print));
}

/**
 * mk_help_item_new:
 * @help: what was read
 * @record: one of its cards or requests
 * @name: (nullable): of the placement it is for
 *
 * Returns: (transfer full): a new item
 */
MkHelpItem *
mk_help_item_new (MkHelp             *help,
                  const MkHelpRecord *record,
                  const char         *name)
{
  MkHelpItem *self = g_object_new (MK_TYPE_HELP_ITEM, NULL);

  self->help = mk_help_ref (help);
  self->record = record;
  self->name = g_strdup (name);
  self->print = print_of (self);
  return self;
}

/**
 * mk_help_item_get_help:
 * @self: an item
 *
 * Returns: (transfer none): all that was read
 */
MkHelp *
mk_help_item_get_help (MkHelpItem *self)
{
  g_return_val_if_fail (MK_IS_HELP_ITEM (self), NULL);

  return self->help;
}

/**
 * mk_help_item_get_record:
 * @self: an item
 *
 * Returns: (transfer none): the card or the request
 */
const MkHelpRecord *
mk_help_item_get_record (MkHelpItem *self)
{
  g_return_val_if_fail (MK_IS_HELP_ITEM (self), NULL);

  return self->record;
}

/**
 * mk_help_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the name of the placement it is for
 */
const char *
mk_help_item_get_name (MkHelpItem *self)
{
  g_return_val_if_fail (MK_IS_HELP_ITEM (self), NULL);

  return self->name;
}

static gboolean
shows_same (GListModel *list,
            guint       position,
            MkHelpItem *item)
{
  g_autoptr (MkHelpItem) shown = g_list_model_get_item (list, position);

  return shown != NULL && g_str_equal (shown->print, item->print);
}

/**
 * mk_help_items_show:
 * @list: a list of [class@HelpItem]
 * @items: (element-type MkHelpItem): what it shall hold
 *
 * Puts the items in the list. Rows before and after those that changed stay, and with them the
 * focus.
 */
void
mk_help_items_show (GListStore *list,
                    GPtrArray  *items)
{
  GListModel *model = G_LIST_MODEL (list);
  guint n_shown = g_list_model_get_n_items (model), first = 0, last = 0;

  while (first < n_shown && first < items->len &&
         shows_same (model, first, g_ptr_array_index (items, first)))
    first++;
  while (last < n_shown - first && last < items->len - first &&
         shows_same (model, n_shown - last - 1, g_ptr_array_index (items, items->len - last - 1)))
    last++;
  if (n_shown - first - last > 0 || items->len - first - last > 0)
    g_list_store_splice (list, first, n_shown - first - last, items->pdata + first,
                         items->len - first - last);
}
