/** One person's data as one file (registerindsigt). */
export const personData = {
  fileName: 'Persondata {{date}}',
  overview: 'Overblik',
  somebodyElse: '(en anden medarbejder)',
  columns: { list: 'Hvad', records: 'Antal', unread: 'Ældre måneder, der ikke er med' },
  notes: {
    others: 'Andre medarbejderes navne og oplysninger er udeladt.',
    chat: 'Kortene i chatten med botten ligger i Teams.',
    part: 'Hændelser er ikke med. Dem henter CISO eller Informationssikkerhedsteamet.',
    unread:
      'Ældre måneder er gemt som filer. Dem, der driver appen, kan hente dem alle med npm run isms -- person-data.',
  },
} as const;
