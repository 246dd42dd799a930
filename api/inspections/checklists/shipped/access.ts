import { itemsFrom, type Checklist } from '../shape.ts';

const logs: Checklist = {
  key: 'logs',
  version: 1,
  topic: 'logs',
  title: { da: 'Stikprøve i adgangslog', en: 'Sample of access logs' },
  how: {
    da: 'Tag ti opslag fra den seneste måned i et system med borgerdata, hvoraf tre uden for normal arbejdstid. Spørg lederen om grunden til hvert.',
    en: 'Take ten look-ups of the last month in a system with citizens’ data, three of them outside normal hours. Ask the manager for the reason of each.',
  },
  items: itemsFrom('logs', [
    [
      'reason',
      'Kan hvert opslag forklares med en opgave?',
      'Ingen slår op i oplysninger uden et arbejdsmæssigt behov',
      'Can each look-up be explained by a task?',
      'Nobody looks up information without needing it for work',
      'A.8.15 A.5.15 gdpr.5.1.f',
    ],
    [
      'reviewed',
      'Ser en leder loggen efter med faste mellemrum?',
      'Opslag bliver kontrolleret, og det kan ses',
      'Does a manager look through the log at regular intervals?',
      'Look-ups are checked, and it can be seen',
      'A.8.15 A.8.16 gdpr.5.2',
    ],
    [
      'shared',
      'Logger alle ind som sig selv?',
      'Et opslag kan føres tilbage til en person',
      'Does everybody sign in as themselves?',
      'A look-up can be traced to a person',
      'A.5.16 A.5.17',
    ],
    [
      'told',
      'Ved medarbejderne, at opslag bliver logget og set efter?',
      'Det er sagt til alle, at der bliver kontrolleret',
      'Do employees know that look-ups are logged and checked?',
      'Everybody has been told that there are checks',
      'A.6.3 A.8.15',
    ],
  ]),
};

const leavers: Checklist = {
  key: 'leavers',
  version: 1,
  topic: 'leavers',
  title: { da: 'Adgange for dem, der er stoppet', en: 'Access rights of leavers' },
  how: {
    da: 'Tag de fem seneste, der er stoppet eller flyttet, og slå dem op i de tre systemer, enheden bruger mest.',
    en: 'Take the last five who left or moved, and look them up in the three systems that the unit uses most.',
  },
  items: itemsFrom('leavers', [
    [
      'closed',
      'Er adgange lukket for dem, der er stoppet?',
      'Adgange lukkes senest den sidste arbejdsdag',
      'Are accounts closed for those who have left?',
      'Access is closed on the last working day at the latest',
      'A.5.18 A.6.5 gdpr.32.1.b nis2.6.9',
    ],
    [
      'moved',
      'Har dem, der har skiftet job, kun de adgange, de bruger nu?',
      'Adgange følger opgaven og ikke personen',
      'Do those who changed jobs have only the access they need now?',
      'Access follows the task and not the person',
      'A.5.18 A.5.15',
    ],
    [
      'equipment',
      'Er telefon, computer, nøgler og kort afleveret?',
      'Udstyr kommer tilbage, når nogen stopper',
      'Have phone, computer, keys and cards been handed in?',
      'Equipment comes back when somebody leaves',
      'A.5.11',
    ],
    [
      'reviewed',
      'Ser lederen alle adgange efter mindst en gang om året?',
      'Adgange gennemgås med faste mellemrum',
      'Does the manager look through all access at least once a year?',
      'Access is reviewed at regular intervals',
      'A.5.18 A.8.2',
    ],
    [
      'common',
      'Er fælles koder skiftet, når nogen er stoppet?',
      'Ingen, der er stoppet, kender en kode, der virker',
      'Have shared codes been changed after somebody left?',
      'No leaver knows a code that works',
      'A.5.17',
    ],
  ]),
};

const processors: Checklist = {
  key: 'processors',
  version: 1,
  topic: 'processors',
  title: { da: 'Databehandleraftaler', en: 'Processing agreements' },
  how: {
    da: 'Tag fem leverandører, der behandler data for enheden, også de små og de gratis. Find aftalen og det seneste tilsyn.',
    en: 'Take five suppliers that process data for the unit, the small and the free ones too. Find the agreement and the latest check.',
  },
  items: itemsFrom('processors', [
    [
      'signed',
      'Er der en underskrevet databehandleraftale med hver?',
      'Ingen behandler data for os uden en aftale',
      'Is there a signed processing agreement with each?',
      'Nobody processes data for us without an agreement',
      'A.5.20 gdpr.28.3 nis2.6.4',
    ],
    [
      'checked',
      'Har nogen set efter, om leverandøren gør det, der er aftalt?',
      'Der føres tilsyn med leverandøren, og det er skrevet ned',
      'Has anybody looked whether the supplier does what was agreed?',
      'The supplier is checked, and it is written down',
      'A.5.22 gdpr.28.1',
    ],
    [
      'free',
      'Bruger I gratis apps eller tjenester til opgaver med persondata?',
      'Persondata står kun hos dem, vi har en aftale med',
      'Do you use free apps or services for work with personal data?',
      'Personal data is only with those we have an agreement with',
      'A.5.19 A.5.23 gdpr.28.3',
    ],
    [
      'ended',
      'Er data slettet hos dem, I ikke bruger mere?',
      'Data kommer tilbage eller slettes, når aftalen slutter',
      'Have data been deleted at those you no longer use?',
      'Data is returned or deleted when the agreement ends',
      'A.5.20 A.8.10 gdpr.28.3',
    ],
  ]),
};

export const accessChecklists = [logs, leavers, processors];
