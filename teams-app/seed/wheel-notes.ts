import type { AssignableRole } from '../../api/kernel/index.ts';

/** Notes on completed tasks. Realistic, and about nobody. */
const byActivity: Readonly<Record<string, readonly string[]>> = {
  committeeMeeting: [
    'Møde holdt med fem af seks medlemmer.',
    'Vi brugte det meste af mødet på risici i velfærdssystemerne.',
  ],
  teamStatus: [
    'Sendt til udvalget. Adgange og leverandører er de to gule.',
    'Sendt. Færre hændelser end sidste kvartal.',
  ],
  networkMeeting: ['Godt fremmøde. Mange spørgsmål om fælles postkasser.', 'Vi øvede anmeldelse af et brud sammen.'],
  treatmentFollowUp: [
    'Tre planer er færdige, to er flyttet med aftale.',
    'Alle planer har en ansvarlig og en ny dato.',
  ],
  logReview: [
    'Stikprøve på 40 opslag. Ingen uden grund.',
    'Ét opslag er sendt videre til nærmeste leder.',
    'Ingen fund.',
  ],
  privilegedAccessReview: ['To konti er lukket, resten er bekræftet.', 'Ingen ændringer.'],
  restoreTest: ['Genskabt på 3 timer. Kravet er 8.', 'Genskabt på 5 timer. Én mappe manglede og er nu med.'],
  contingencyTest: [
    'Vi kørte en formiddag på papir. Telefonlisten var gammel og er rettet.',
    'Prøvet med aftenvagten. Nøgleskabet er flyttet.',
  ],
  centreRiskReview: [
    'Gennemgået med afdelingslederne. Én ny risiko om fælles tablets.',
    'Ingen nye risici. To er lukket.',
  ],
  inspection: [
    'Tre steder besøgt. Skærme uden lås ét sted, det er rettet.',
    'To steder besøgt. Papir i printerrummet er taget op med lederne.',
  ],
  newEmployees: ['Alle nye har fået politik og kursus.', 'To manglede kurset og har fået en påmindelse.'],
  centreAccessReview: ['Elleve adgange er fjernet, mest efter vikarer.', 'Fire adgange er fjernet.'],
  centreMeeting: ['Vi talte om mails med CPR-numre.', 'Taget på personalemødet med eksempler fra hverdagen.'],
  procedureReview: ['Proceduren for nøgler og låse er skrevet om.', 'Kun små rettelser.'],
  recordsOfProcessing: ['To behandlinger er lagt sammen.', 'Opdateret efter det nye journalsystem.'],
  courseCentreFollowUp: ['Mangler fire, som er på orlov.', 'Alle er i mål.'],
};
const byRole: Partial<Record<AssignableRole, readonly string[]>> = {
  cityCouncil: ['Behandlet på mødet og taget til efterretning.'],
  executiveBoard: ['Behandlet på direktionsmødet.', 'Behandlet. Vi følger op til efteråret.'],
  corporateManagement: ['Behandlet i Koncernledelsen uden ændringer.'],
};
const otherwise = ['Gennemgået uden større ændringer.', 'Klaret sammen med Informationssikkerhedsteamet.', 'Færdig.'];

export const notesFor = (catalogueKey: string, role: AssignableRole): readonly string[] =>
  byActivity[catalogueKey] ?? byRole[role] ?? otherwise;

export const begunNotes = [
  'Datoen er sat.',
  'Er i gang, mangler svar fra to.',
  'Udkastet er sendt til kommentarer.',
] as const;
export const evidences = ['Referat på sagen, punkt 3', 'Notat på sagen', 'Dokumentet ligger på sagen i ESDH'] as const;
export const movedBecause = 'Vi venter på den nye udgave af de fælles krav.';
export const cancelledBecause = 'Mødet falder i sommerferien. Vi tager emnerne på det næste.';
