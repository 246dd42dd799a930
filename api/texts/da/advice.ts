/** The security team's log of advice. */
export const advice = {
  title: 'Råd, teamet har givet',
  teach:
    'Her skriver teamet ned, hvem der spurgte, og hvad der blev svaret. Så får alle det samme svar, og det kan findes igen.',
  add: 'Skriv et råd ned',
  change: 'Ret',
  changeOf: 'Ret rådet til {{name}}',
  who: 'Hvem spurgte?',
  whoMissing: 'Vælg, hvem der spurgte.',
  answer: 'Hvad blev der svaret?',
  answerHint: 'Skriv det, så en kollega kan give samme svar. Ingen CPR-numre.',
  saved: 'Rådet er gemt.',
  saving: 'Gemmer',
  search: 'Søg i råd',
  nothing: 'Intet råd passer til søgningen.',
  excel: 'Hent som Excel',
  excelBusy: 'Henter',
  sheet: 'Råd',
  fileName: 'Råd {{date}}',
  columns: { at: 'Dag', askedBy: 'Hvem spurgte', centre: 'Center', answer: 'Hvad blev svaret', by: 'Svarede' },
};
