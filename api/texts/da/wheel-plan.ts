/** The tasks that a new policy brings, as an implementation plan begins. */
export const wheelPlan = {
  /** What the plan is called that begins by itself when a policy is approved. */
  policyTitle: 'Indførelse af {{title}} {{number}}',
  communicated_one: 'Version {{number}} er sendt ud: {{count}} medarbejder har fået kortet.',
  communicated_other: 'Version {{number}} er sendt ud: {{count}} medarbejdere har fået kortet.',
  superseded: 'Version {{number}} af politikken har taget over.',
  discarded: 'Kladden {{number}} til politikken er kasseret.',
  steps: {
    communicate: {
      title: 'Udsend politikken til alle ansatte',
      why: 'Alle skal kende den nye politik og bekræfte, at de følger den.',
    },
    guidelines: {
      title: 'Ret de fælles retningslinjer til den nye politik',
      why: 'Retningslinjerne skal sige det samme som politikken.',
    },
    discuss: {
      title: 'Tal om den nye politik på et møde i centret',
      why: 'Centret skal vide, hvad der er nyt for netop deres arbejde.',
    },
    procedures: {
      title: 'Gennemgå centrets lokale procedurer',
      why: 'De lokale procedurer skal passe til den nye politik.',
    },
    introduction: {
      title: 'Ret introduktionen til nye ansatte',
      why: 'Nye ansatte skal møde den politik, der gælder.',
    },
    followUp: {
      title: 'Følg op på dem, der ikke har bekræftet',
      why: 'Politikken gælder først rigtigt, når alle har set den.',
    },
    report: {
      title: 'Fortæl udvalget, hvordan politikken er indført',
      why: 'Udvalget følger op på planen.',
    },
  },
} as const;
