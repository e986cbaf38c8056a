/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-work.h"

/**
 * MkWork:
 *
 * Long work that goes on while the window is used: what it does in words, how far it is, and
 * whether a person may end it. It joins the list of what goes on when it has lasted a second, so
 * that what is quick flashes nothing. Main thread; owned by whoever began it.
 */
struct _MkWork
{
  GObject parent_instance;

  GListStore *works; /* weak, since it holds the work */
  guint       delay;
  char       *words;
  double      fraction;
  gboolean    can_cancel;
};

G_DEFINE_FINAL_TYPE (MkWork, mk_work, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_WORDS,
  PROP_FRACTION,
  PROP_CAN_CANCEL,
  N_PROPERTIES
};

enum
{
  SIGNAL_CANCELLED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* Shorter work is not worth a look. */
#define DELAY_MS 1000

static void
show_cb (gpointer user_data)
{
  MkWork *self = user_data;

  self->delay = 0;
  if (self->works != NULL)
    g_list_store_append (self->works, self);
}

static void
mk_work_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  MkWork *self = MK_WORK (object);

  switch (id)
    {
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_CAN_CANCEL:
      g_value_set_boolean (value, self->can_cancel);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mk_work_finalize (GObject *object)
{
  MkWork *self = MK_WORK (object);

  g_clear_handle_id (&self->delay, g_source_remove);
  g_clear_weak_pointer (&self->works);
  g_free (self->words);

  G_OBJECT_CLASS (mk_work_parent_class)->finalize (object);
}

static void
mk_work_class_init (MkWorkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mk_work_get_property;
  object_class->finalize = mk_work_finalize;

  /**
   * MkWork:words:
   *
   * What it does now.
   */
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  /**
   * MkWork:fraction:
   *
   * How much of it is done; below 0 where that is not known.
   */
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  /**
   * MkWork:can-cancel:
   *
   * Whether mk_work_cancel() does something.
   */
  properties[PROP_CAN_CANCEL] = g_param_spec_boolean ("can-cancel", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * MkWork::cancelled:
   *
   * A person wants it ended.
   */
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_work_init (MkWork *self)
{
  self->fraction = -1;
}

/**
 * mk_work_begin:
 * @works: (element-type MkWork): what goes on, as the window shows it
 * @words: what it does
 * @can_cancel: whether a person may end it
 *
 * Returns: (transfer full): work that is under way until mk_work_end()
 */
MkWork *
mk_work_begin (GListStore *works,
               const char *words,
               gboolean    can_cancel)
{
  MkWork *self = g_object_new (MK_TYPE_WORK, NULL);

  g_set_weak_pointer (&self->works, works);
  self->words = g_strdup (words);
  self->can_cancel = can_cancel;
  self->delay = g_timeout_add_once (DELAY_MS, show_cb, self);
  return self;
}

/**
 * mk_work_tell:
 * @self: work
 * @words: what it does now
 * @fraction: how much of it is done, 0 to 1; below 0 where that is not known
 */
void
mk_work_tell (MkWork     *self,
              const char *words,
              double      fraction)
{
  g_return_if_fail (MK_IS_WORK (self));

  if (g_set_str (&self->words, words))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
  if (fraction < self->fraction || fraction > self->fraction)
    {
      self->fraction = fraction;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
    }
}

/**
 * mk_work_cancel:
 * @self: work
 *
 * Asks for its end, once. What is in hand is brought to its end first.
 */
void
mk_work_cancel (MkWork *self)
{
  g_return_if_fail (MK_IS_WORK (self));

  if (!self->can_cancel)
    return;
  self->can_cancel = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_CANCEL]);
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

/**
 * mk_work_end:
 * @self: work
 *
 * Takes it out of the list of what goes on.
 */
void
mk_work_end (MkWork *self)
{
  guint position;

  g_return_if_fail (MK_IS_WORK (self));

  g_clear_handle_id (&self->delay, g_source_remove);
  if (self->works != NULL && g_list_store_find (self->works, self, &position))
    g_list_store_remove (self->works, position);
}
