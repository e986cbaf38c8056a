/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-placement-item.h"

#include "mk-clock.h"
#include "mk-date-text.h"

#include <glib/gi18n-lib.h>

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
  MkArrangement *arrangement;
  GListStore    *today;
  MkCheckInItem *last;
  char          *pulse_day;
};

G_DEFINE_FINAL_TYPE (MkPlacementItem, mk_placement_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_JOB,
  PROP_EXPECTED,
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
    case PROP_EXPECTED:
      g_value_take_string (value, mk_placement_item_dup_expected (self));
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
  g_free (self->pulse_day);
  mk_arrangement_unref (self->arrangement);

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
   * MkPlacementItem:expected:
   *
   * When the candidate is expected, in a word or two: of today from and to, else the next day;
   * %NULL where no plan says so. It is told anew whenever the store was read.
   */
  properties[PROP_EXPECTED] = g_param_spec_string ("expected", NULL, NULL, NULL, flags);
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
  g_autoptr (MkArrangement) old = NULL;
  gboolean is_other;

  g_return_if_fail (MK_IS_PLACEMENT_ITEM (self));

  old = self->arrangement;
  self->arrangement = mk_arrangement_ref (reading->arrangement);
  g_set_str (&self->authority, reading->authority);
  g_set_object (&self->last, reading->last);
  g_set_str (&self->pulse_day, reading->pulse_day);
  is_other = g_set_object (&self->placement, reading->placement);
  if (is_other || old == NULL || g_strcmp0 (old->name, self->arrangement->name) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  if (is_other)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOB]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPECTED]);
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

  return self->arrangement->name != NULL ? self->arrangement->name
                                         : data_of (self)->candidate->alias;
}

/**
 * mk_placement_item_get_alias:
 * @self: an item
 *
 * Returns: what the packages call the candidate
 */
const char *
mk_placement_item_get_alias (MkPlacementItem *self)
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

static char *
today_text (void)
{
  g_autoptr (GDateTime) now = mk_clock_now ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * mk_placement_item_get_arrangement:
 * @self: an item
 *
 * Returns: (transfer none): plans, schemes and the name used here
 */
const MkArrangement *
mk_placement_item_get_arrangement (MkPlacementItem *self)
{
  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), NULL);

  return self->arrangement;
}

/**
 * mk_placement_item_get_today_span:
 * @self: an item
 * @from: (out) (optional) (transfer none) (nullable): HH:MM
 * @to: (out) (optional) (transfer none) (nullable): HH:MM
 *
 * Says when the candidate is expected today, by the attendance plan.
 *
 * Returns: whether today; %FALSE too where there is no plan
 */
gboolean
mk_placement_item_get_today_span (MkPlacementItem *self,
                                  const char     **from,
                                  const char     **to)
{
  g_autofree char *today = today_text ();
  const MkPlanDay *day;

  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), FALSE);

  day = mk_plan_day_on (self->arrangement->plans, today);
  if (from != NULL)
    *from = day != NULL ? day->from : NULL;
  if (to != NULL)
    *to = day != NULL ? day->to : NULL;
  return day != NULL;
}

/**
 * mk_placement_item_dup_next_day:
 * @self: an item
 * @day: (out) (optional) (transfer none) (nullable): when on that day
 *
 * Returns: (transfer full) (nullable): the next day after today, within two weeks, on which the
 *   candidate is expected, YYYY-MM-DD
 */
char *
mk_placement_item_dup_next_day (MkPlacementItem  *self,
                                const MkPlanDay **day)
{
  g_autofree char *today = today_text ();

  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), NULL);

  return mk_plan_next_expected (self->arrangement->plans, today, day);
}

/**
 * mk_placement_item_dup_expected:
 * @self: an item
 *
 * Returns: (transfer full) (nullable): when the candidate is expected, in a word or two, as
 *   [property@PlacementItem:expected] has it
 */
char *
mk_placement_item_dup_expected (MkPlacementItem *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *next = NULL;
  const char *from, *to;

  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), NULL);

  if (mk_placement_item_get_today_span (self, &from, &to))
    return mk_date_text_span (from, to);
  next = mk_placement_item_dup_next_day (self, NULL);
  moment = next != NULL ? mk_date_text_read (next) : NULL;
  return moment != NULL ? mk_date_text_relative (moment, now) : NULL;
}

/**
 * mk_placement_item_get_pulse_day:
 * @self: an item
 *
 * Returns: (nullable): YYYY-MM-DD, when the candidate answered the three questions within the last
 *   month
 */
const char *
mk_placement_item_get_pulse_day (MkPlacementItem *self)
{
  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), NULL);

  return self->pulse_day;
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
  g_autofree char *today = today_text ();

  g_return_val_if_fail (MK_IS_PLACEMENT_ITEM (self), FALSE);

  return strcmp (data_of (self)->start_date, today) <= 0;
}
