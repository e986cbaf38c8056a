/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo-people.h"

#include "demo/mk-demo.h"

/* The people of the invented workplace, and what is said about them. */

/* Never, as a number of days. */
#define NEVER 10000

/* A day of a week that is counted from today. */
#define ON(days_from_today) (1u << (days_from_today))

static const char *const mia_wins[] = {
  "Fandt selv fejlen på følgesedlen",
  "Klarede modtagelsen alene i en halv time",
  "Spurgte, før det gik galt",
  "Kørte løfteren uden hjælp for første gang",
  "Tog pause sammen med holdet",
  "Sagde nej til en opgave, der var for meget",
  NULL,
};

static const char *const mia_notes[] = {
  "Hun gik selv i gang med pallerne og spurgte, da der manglede en label.",
  "Vi talte om rækkefølgen. Hun skrev den ned på en seddel.",
  "Travl morgen. Hun holdt fast i sin egen opgave.",
  "Hun viste mig en hurtigere måde at mærke kasserne på.",
  "Frokost sammen med holdet. Der blev grinet.",
  "Scanneren drillede. Vi fandt ud af det sammen.",
  NULL,
};

static const char *const jonas_wins[] = {
  "Kom selv og spurgte efter den næste opgave",
  "Skar grønt i en hel time uden at blive afbrudt",
  "Huskede selv forklædet",
  "Sagde godmorgen til alle",
  NULL,
};

static const char *const jonas_notes[] = {
  "Der var meget larm i køkkenet. Vi flyttede ham over til det kolde bord.",
  "Han vil helst have én opgave ad gangen. Det virkede.",
  "Han gik hjem før tid og sagde selv til.",
  "Vi aftalte, at han ringer til mig og ikke til vagten.",
  NULL,
};

static const char *const sara_wins[] = {
  "Pakkede tolv ordrer uden fejl",
  "Lærte den nye kollega at pakke",
  "Ringede selv til vognmanden",
  "Blev et kvarter længere, fordi hun ville være færdig",
  NULL,
};

static const char *const sara_notes[] = {
  "Hun spørger mere nu. Det gør det lettere for os andre.",
  "Vi byttede om på to opgaver, og så gik det.",
  "Hun sidder ved det store bord i pausen.",
  "Hun vil gerne prøve at bestille varer hjem.",
  NULL,
};

static const char *const omar_wins[] = {
  "Har truckkort nu",
  "Holdt selv mødet om ferieplanen",
  "Hjalp Jonas med at finde rundt",
  NULL,
};

static const char *const omar_notes[] = {
  "Kort snak ved trucken. Det går, som det skal.",
  "Vi talte om vagterne i næste måned.",
  "Han siger, at han nu er en af dem, de andre spørger.",
  NULL,
};

static const char *const lis_wins[] = {
  "Solgte en cykelkurv og to låse",
  "Åbnede butikken sammen med Henning",
  "Fik ros af en kunde",
  NULL,
};

static const char *const lis_notes[] = {
  "Mange kunder om formiddagen. Hun holdt sig til prismærkningen.",
  "Hun vil hellere være på lageret end i butikken.",
  "Vi talte om, hvad der skal ske bagefter.",
  NULL,
};

static const MkDemoPlacement placements[] = {
  { MK_DEMO_MIA, NULL, -113, 0, ON (0) | ON (1) | ON (4) | ON (5) | ON (6), "08:00", "11:00",
    MK_DEMO_PER, -57, 180, -92, -80, mia_wins, mia_notes },
  { MK_DEMO_JONAS, NULL, -30, 0, ON (0) | ON (4) | ON (5), "07:30", "10:30", MK_DEMO_PER, NEVER, 0,
    -18, -10, jonas_wins, jonas_notes },
  { MK_DEMO_SARA, "Sara", -60, 0, ON (1) | ON (4) | ON (6), "09:00", "13:00", MK_DEMO_ANNA, -30, 60,
    -48, -41, sara_wins, sara_notes },
  { MK_DEMO_OMAR, NULL, -113, -10, ON (5), "13:00", "13:30", MK_DEMO_HENNING, -49, 30, NEVER, NEVER,
    omar_wins, omar_notes },
  { MK_DEMO_LIS, NULL, -110, -22, ON (0) | ON (4) | ON (5), "10:00", "14:00", MK_DEMO_HENNING,
    NEVER, 0, -50, -36, lis_wins, lis_notes },
};

/**
 * mk_demo_placements_get:
 * @n_placements: (out): how many there are
 *
 * Returns: (transfer none): the invented placements
 */
const MkDemoPlacement *
mk_demo_placements_get (guint *n_placements)
{
  *n_placements = G_N_ELEMENTS (placements);
  return placements;
}

/**
 * mk_demo_placement_expects:
 * @self: a placement
 * @day: counted from today
 *
 * Returns: whether somebody is expected on that day
 */
gboolean
mk_demo_placement_expects (const MkDemoPlacement *self,
                           int                    day)
{
  int of_week = ((day % 7) + 7) % 7;

  return day >= self->from && day <= self->to && (self->expected & ON (of_week)) != 0;
}

static gint64
minutes_into_day (const char *time)
{
  return g_ascii_strtoll (time, NULL, 10) * 60 + g_ascii_strtoll (time + 3, NULL, 10);
}

/**
 * mk_demo_placement_minutes:
 * @self: a placement
 *
 * Returns: how long a day on which somebody is expected is, in minutes
 */
gint64
mk_demo_placement_minutes (const MkDemoPlacement *self)
{
  return minutes_into_day (self->ends) - minutes_into_day (self->begins);
}
