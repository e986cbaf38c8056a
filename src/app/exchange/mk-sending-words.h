/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mk-sending.h"

G_BEGIN_DECLS

char       *mk_sending_words     (MkSending *sending);
const char *mk_sending_heading   (MkSending *sending);
char       *mk_sending_end_words (MkSending *sending);

G_END_DECLS
