/** What is written and not saved: two who change the same thing, and a dialog that is left. */
export const meanwhile = {
  another: 'En anden',
  title: '{{name}} har ændret det imens',
  when: 'Ændringen blev gemt {{moment}}. Alt, du har skrevet, er her endnu.',
  choose_one: 'I har begge ændret {{count}} felt. Vælg, hvad der skal gælde, og gem igen.',
  choose_other: 'I har begge ændret {{count}} felter. Vælg for hvert felt, hvad der skal gælde, og gem igen.',
  nothingToChoose: 'I har ikke rettet det samme. Gem igen, så kommer det hele med.',
  taken_one: 'Hentet fra {{name}}, fordi du ikke havde ændret det:',
  taken_other: 'Hentet fra {{name}}, fordi du ikke havde ændret dem:',
  bothWrote: 'En anden har skrevet i det samme felt. Begge dele er gemt.',
  mine: 'Behold dit',
  theirs: 'Brug det fra {{name}}',
  yes: 'Ja',
  no: 'Nej',
  empty: 'Ikke udfyldt',
  leave: { ask: 'Kassér det, du har skrevet?', discard: 'Kassér', stay: 'Skriv videre' },
} as const;
