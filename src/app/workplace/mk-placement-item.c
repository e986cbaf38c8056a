/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-placement-item.h"

#include "mk-clock.h"

/**
 * MkPlacementItem:
 *
 * A placement as the window has it, with what was written about today. The same object for as long
 * as the placement lives; it tells what changes. Main thread.
 */
struct _MkPlacementItem
{
  GObject parent_instance;

  MkPlacement   *placement;
  char          *authority;
  GListStore    *today;
  MkCheckInItem *last;
};

G_DEFINE_FINAL_TYPE (MkPlacementItem, mk_placement_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_JOB,
  PROP_TODAY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const MkPlacementData *
data_of (MkPlacementItem *self)
{
  return mk_record_get_content (MK_RECORD (self->placement));
}

/* Lists stay as they are where nothing changed, so that focus and scrolling stay too. */
static gboolean
shows_same (GListModel *shown,
            GPtrArray  *items)
{
  if (g_list_model_get_n_items (shown) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (MkCheckInItem) old = g_list_model_get_item (shown, i);
      MkCheckInItem *new = g_ptr_array_index (items, i);

      if (!g_str_equal (mk_check_in_item_get_id (old), mk_check_in_item_get_id (new)) ||
          mk_check_in_item_get_revision (old) != mk_check_in_item_get_revision (new) ||
          mk_check_in_item_get_progress (old) != mk_check_in_item_get_progress (new))
        return FALSE;
    }
  return TRUE;
}

static void
mk_placement_item_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  MkPlacementItem *self = MK_PLACEMENT_ITEM (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, mk_placement_item_get_name (self));
      break;
    case PROP_JOB:
      g_value_set_string (value, mk_placement_item_get_job (self));
      break;
    case PROP_TODAY:
      g_value_set_object (value, self->today);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mk_placement_item_finalize (GObject *object)
{
  MkPlacementItem *self = MK_PLACEMENT_ITEM (object);

  g_clear_object (&self->placement);
  g_clear_object (&self->today);
  g_clear_object (&self->last);
  g_free (self->authority);

  G_OBJECT_CLASS (mk_placement_item_parent_class)->finalize (object);
}

static void
mk_placement_item_class_init (MkPlacementItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mk_placement_item_get_property;
  object_class->finalize = mk_placement_item_finalize;

  /**
   * MkPlacementItem:name:
   *
   * What the workplace calls the candidate.
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  /**
   * MkPlacementItem:job:
   *
   * The job aimed at.
   */
  properties[PROP_JOB] = g_param_spec_string ("job", NULL, NULL, NULL, flags);
  /**
   * MkPlacementItem:today:
   *
   * The check-ins of today, the last first. Always the same list.
   */
  properties[PROP_TODAY] = g_param_spec_object ("today", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mk_placement_item_init (MkPlacementItem *self)
{
  self->today = g_list_store_new (MK_TYPE_CHECK_IN_ITEM);
}

/**
 * mk_placement_item_new:
 * @reading: what the store says
 *
 * Returns: (transfer full): a new item
 */
MkPlacementItem *
mk_placement_item_new (const MkPlacementReading *reading)
{
  MkPlacementItem *self = g_object_new (MK_TYPE_PLACEMENT_ITEM, NULL);

  mk_placement_item_update (self, reading);
  return self;
}

/**
 * mk_placement_item_update:
 * @self: an item
 * @reading: what the store says now, of the same placement
 *
 * Takes over what changed.
 */
void
mk_placement_item_update (MkPlacementItem          *self,
                          const MkPlacementReading *reading)
{
  g_return_if_fail (MK_IS_PLACEMENT_ITEM (self));

  g_set_str (&self->authority, reading->authority);
  g_set_object (&self->last, reading->last);
  if (g_set_object (&self->placement, reading->placement))
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOB]);
    }
  if (!shows_same (G_LIST_MODEL (self->today), reading->today))
    g_list_store_splice (self->today, 0, g_list_model_get_n_items (G_LIST_MODEL (self->today)),
                         reading->today->pdata, reading->today->len);
}

/**
 * mk_placement_item_get_id:
 * @self: an item
 *
 * Returns: UUID of the placement
 */
const char *
mk_placement_item_get_id (MkPlacementItem *self)
{
  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), NULL);

  return mk_record_get_id (MK_RECORD (self->placement));
}

/**
 * mk_placement_item_get_name:
 * @self: an item
 *
 * Returns: what the workplace calls the candidate
 */
const char *
mk_placement_item_get_name (MkPlacementItem *self)
{
  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), NULL);

  return data_of (self)->candidate->alias;
}

/**
 * mk_placement_item_get_job:
 * @self: an item
 *
 * Returns: the job aimed at
 */
const char *
mk_placement_item_get_job (MkPlacementItem *self)
{
  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), NULL);

  return data_of (self)->position;
}

/**
 * mk_placement_item_get_authority:
 * @self: an item
 *
 * Returns: (nullable): what the authority is called that the placement comes from
 */
const char *
mk_placement_item_get_authority (MkPlacementItem *self)
{
  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), NULL);

  return self->authority;
}

/**
 * mk_placement_item_get_consultant:
 * @self: an item
 *
 * Returns: the name of the job consultant
 */
const char *
mk_placement_item_get_consultant (MkPlacementItem *self)
{
  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), NULL);

  return data_of (self)->job_consultant->name;
}

/**
 * mk_placement_item_get_start:
 * @self: an item
 *
 * Returns: its first day, YYYY-MM-DD
 */
const char *
mk_placement_item_get_start (MkPlacementItem *self)
{
  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), NULL);

  return data_of (self)->start_date;
}

/**
 * mk_placement_item_get_today:
 * @self: an item
 *
 * Returns: (transfer none): a list of [class@CheckInItem], those of today, the last first
 */
GListModel *
mk_placement_item_get_today (MkPlacementItem *self)
{
  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), NULL);

  return G_LIST_MODEL (self->today);
}

/**
 * mk_placement_item_get_last:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the last check-in with hours before today
 */
const MkCheckInData *
mk_placement_item_get_last (MkPlacementItem *self)
{
  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), NULL);

  return self->last != NULL ? mk_check_in_item_get_data (self->last) : NULL;
}

/**
 * mk_placement_item_has_started:
 * @self: an item
 *
 * Returns: whether its first day is today or before
 */
gboolean
mk_placement_item_has_started (MkPlacementItem *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), FALSE);

  return strcmp (data_of (self)->start_date, today) <= 0;
}
