/** The calendar that people see their tasks in, and the dialog that gives its link. */
export const calendar = {
  name: 'Opgaver om informationssikkerhed ({{organisation}})',
  button: 'Vis mine opgaver i Outlook',
  title: 'Mine opgaver i Outlook',
  text: 'Du får et link, som kun er dit. Outlook henter selv dine opgaver og netværksmøder og holder dem ajour.',
  has: 'Du lavede et link {{date}}. Af hensyn til sikkerheden kan det ikke vises igen, men du kan lave et nyt.',
  address: 'Dit link',
  step1: 'Kopiér linket.',
  step2: 'Åbn kalenderen i Outlook, og vælg Tilføj kalender og derefter Abonner fra nettet.',
  step3: 'Sæt linket ind, giv kalenderen et navn, og vælg Importér.',
  secret:
    'Giv ikke linket til andre: den, der har det, kan se titler og frister på dine opgaver. Stop det, hvis det er kommet ud.',
  make: 'Lav mit link',
  makeNew: 'Lav et nyt link',
  making: 'Laver linket',
  stop: 'Stop linket',
  stopping: 'Stopper',
  stopped: 'Linket virker ikke mere.',
} as const;
