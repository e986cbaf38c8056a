/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/mk-note.h"

/**
 * MkNote:
 *
 * A row on the page of this day that is no card: what came back, a question, what worked. Never
 * changes.
 */
struct _MkNote
{
  GObject parent_instance;

  MkNoteLine line;
};

G_DEFINE_FINAL_TYPE (MkNote, mk_note, G_TYPE_OBJECT)

static void
mk_note_finalize (GObject *object)
{
  MkNoteLine *line = &MK_NOTE (object)->line;

  g_free (line->icon);
  g_free (line->title);
  g_free (line->detail);
  g_free (line->button);
  g_free (line->action);
  g_free (line->target);
  g_free (line->kind);
  g_free (line->subject);

  G_OBJECT_CLASS (mk_note_parent_class)->finalize (object);
}

static void
mk_note_class_init (MkNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_note_finalize;
}

static void
mk_note_init (MkNote *self)
{
}

/**
 * mk_note_new:
 * @line: what it says; copied
 *
 * Returns: (transfer full): a new note
 */
MkNote *
mk_note_new (const MkNoteLine *line)
{
  MkNote *self = g_object_new (MK_TYPE_NOTE, NULL);

  self->line.icon = g_strdup (line->icon);
  self->line.title = g_strdup (line->title);
  self->line.detail = g_strdup (line->detail);
  self->line.button = g_strdup (line->button);
  self->line.action = g_strdup (line->action);
  self->line.target = g_strdup (line->target);
  self->line.kind = g_strdup (line->kind);
  self->line.subject = g_strdup (line->subject);
  return self;
}

/**
 * mk_note_get_line:
 * @self: a note
 *
 * Returns: (transfer none): what it says
 */
const MkNoteLine *
mk_note_get_line (MkNote *self)
{
  g_return_val_if_fail (MK_IS_NOTE (self), NULL);

  return &self->line;
}

static gboolean
says_same (MkNote *a,
           MkNote *b)
{
  const MkNoteLine *left = &a->line, *right = &b->line;

  return g_strcmp0 (left->title, right->title) == 0 &&
         g_strcmp0 (left->detail, right->detail) == 0 &&
         g_strcmp0 (left->button, right->button) == 0 &&
         g_strcmp0 (left->action, right->action) == 0 &&
         g_strcmp0 (left->target, right->target) == 0 && g_strcmp0 (left->kind, right->kind) == 0 &&
         g_strcmp0 (left->subject, right->subject) == 0;
}

/* Where a list says the same as a note, from a place on; its length where it does not. */
static guint
find_same (GListModel *list,
           guint       from,
           MkNote     *note)
{
  guint n_notes = g_list_model_get_n_items (list);

  for (guint i = from; i < n_notes; i++)
    {
      g_autoptr (MkNote) shown = g_list_model_get_item (list, i);

      if (says_same (shown, note))
        return i;
    }
  return n_notes;
}

/**
 * mk_notes_show:
 * @list: a list of [class@Note]
 * @notes: (element-type MkNote): what it shall hold
 *
 * Puts the notes in the list. One that says the same as before stays, and with it the focus, and a
 * press that is not over yet.
 */
void
mk_notes_show (GListStore *list,
               GPtrArray  *notes)
{
  GListModel *model = G_LIST_MODEL (list);

  for (guint i = 0; i < notes->len; i++)
    {
      MkNote *note = g_ptr_array_index (notes, i);
      guint place = find_same (model, i, note);

      if (place == g_list_model_get_n_items (model))
        g_list_store_insert (list, i, note);
      else if (place > i)
        g_list_store_splice (list, i, place - i, NULL, 0);
    }
  if (g_list_model_get_n_items (model) > notes->len)
    g_list_store_splice (list, notes->len, g_list_model_get_n_items (model) - notes->len, NULL, 0);
}
