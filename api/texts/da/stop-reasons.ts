/** Why a sending stopped by itself and what to do, by its code; `other` for every other code. */
export const stopReasons = {
  BotDisabledByAdmin: 'Appen er slået fra i Teams. Slå den til i Teams Administration, og tryk så Genoptag.',
  tooManyFailures: 'For mange af de første kort fejlede. Se hvorfor under dem, der ikke kan nås, og tryk så Genoptag.',
  teamsAway: 'Teams svarede ikke. Tryk Genoptag, når Teams kører igen.',
  other: 'Teams afviste kortene. Find koden i loggen, ret årsagen, og tryk så Genoptag.',
} as const;
