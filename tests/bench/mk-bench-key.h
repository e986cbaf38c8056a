/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What opens the stores that are measured, as a desktop's keyring would keep it. */
#define MK_BENCH_KEYRING_ID "00000000-0000-4000-8000-00000000bec4"
#define MK_BENCH_KEYRING_SECRET "an invented secret of a bench, no more"
