import { addDays, type CentreId, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import type { Applies, Control } from '../../api/standards/index.ts';

/** A seeded control. */
interface SeedControl {
  key: string;
  title: string;
  what: string;
  owner: string;
  centre?: string;
  state?: Control['state'];
  effect: Control['effect'];
  /** Days since its last assessment. */
  assessed?: number;
  requirements: readonly string[];
  /** Keys of its guidelines and procedures. */
  procedures?: readonly string[];
}

const a = (...refs: string[]): string[] => refs.map((ref) => `iso27001.A.${ref}`);
const clause = (...refs: string[]): string[] => refs.map((ref) => `iso27001.${ref}`);
const gdpr = (...refs: string[]): string[] => refs.map((ref) => `gdpr.${ref}`);
const nis2 = (...refs: string[]): string[] => refs.map((ref) => `nis2.${ref}`);

const controls: readonly SeedControl[] = [
  {
    key: 'ktr-politik',
    title: 'Politikken godkendes og bekræftes hvert år',
    owner: 'ciso',
    effect: 'effective',
    assessed: 60,
    what: 'Byrådet godkender politikken, og alle medarbejdere bekræfter den.',
    requirements: [...a('5.1', '5.4', '6.2'), ...clause('5.2'), ...gdpr('24'), ...nis2('6.1', '7.1')],
  },
  {
    key: 'ktr-roller',
    title: 'Udvalg, CISO, centerchefer og ISK’er er udpeget',
    owner: 'ciso',
    effect: 'effective',
    assessed: 120,
    what: 'Roller står i appen med datoer og stedfortrædere.',
    requirements: [...a('5.2', '5.3'), ...clause('5.3'), ...nis2('6.1')],
  },
  {
    key: 'ktr-kursus',
    title: 'Årligt kursus i GDPR',
    owner: 'signe',
    effect: 'partly',
    assessed: 90,
    what: 'Alle, der arbejder med persondata, tager kurset hvert år.',
    requirements: [...a('6.3'), ...clause('7.2', '7.3'), ...gdpr('32.4', '39'), ...nis2('6.7')],
  },
  {
    key: 'ktr-risiko',
    title: 'Risikovurdering af systemer og arbejdsgange',
    owner: 'teamleder',
    effect: 'partly',
    assessed: 45,
    what: 'Hvert aktiv vurderes mindst en gang om året.',
    requirements: [...clause('6.1.1', '6.1.2', '8.2', '8.3'), ...gdpr('32.2', '24'), ...nis2('6.1')],
  },
  {
    key: 'ktr-totrin',
    title: 'Login i to trin',
    owner: 'jeppe',
    effect: 'effective',
    assessed: 30,
    what: 'Alle medarbejdere logger ind i to trin, også på telefonen.',
    procedures: ['retningslinje-mobil'],
    requirements: [...a('5.17', '8.5'), ...gdpr('32.1.b'), ...nis2('6.10')],
  },
  {
    key: 'ktr-adgange',
    title: 'Adgange gennemgås af lederen',
    owner: 'jeppe',
    effect: 'partly',
    assessed: 400,
    what: 'Hvert år ser lederen adgangene efter og fjerner dem, der ikke skal bruges.',
    procedures: ['retningslinje-adgang'],
    requirements: [...a('5.15', '5.18', '8.2', '8.3'), ...gdpr('25.2'), ...nis2('6.9')],
  },
  {
    key: 'ktr-adgange-skoler',
    title: 'Skolerne gennemgår adgange til elevsystemer',
    owner: 'soeren',
    effect: 'partly',
    assessed: 200,
    centre: 'skoler-og-laering',
    what: 'Ved hvert skoleår fjernes adgange til dem, der er stoppet.',
    requirements: a('5.15', '5.18'),
  },
  {
    key: 'ktr-fratraedelse',
    title: 'Adgange lukker, når man stopper',
    owner: 'julie',
    effect: 'effective',
    assessed: 150,
    what: 'Lønsystemet lukker brugeren på sidste arbejdsdag.',
    requirements: [...a('5.11', '5.16', '6.5'), ...nis2('6.9')],
  },
  {
    key: 'ktr-log',
    title: 'Opslag logges, og der tages stikprøver',
    owner: 'jeppe',
    effect: 'partly',
    assessed: 300,
    what: 'Systemejeren tager fem stikprøver i kvartalet.',
    requirements: [...a('8.15', '8.16'), ...gdpr('32.1.d')],
  },
  {
    key: 'ktr-backup',
    title: 'Backup, der ikke kan slettes',
    owner: 'digitaliseringschef',
    effect: 'effective',
    assessed: 80,
    what: 'Daglig kopi et andet sted, og en prøve på genetablering hvert år.',
    procedures: ['retningslinje-noed'],
    requirements: [...a('8.13', '5.30'), ...gdpr('32.1.c'), ...nis2('6.3')],
  },
  {
    key: 'ktr-opdatering',
    title: 'Opdateringer inden for 14 dage',
    owner: 'digitaliseringschef',
    effect: 'partly',
    assessed: 70,
    what: 'Kritiske opdateringer på servere og computere.',
    requirements: [...a('8.8', '8.19'), ...nis2('6.5')],
  },
  {
    key: 'ktr-overvaagning',
    title: 'Overvågning døgnet rundt',
    owner: 'jeppe',
    effect: 'effective',
    assessed: 20,
    what: 'En leverandør holder øje og ringer til vagten.',
    requirements: [...a('5.7', '8.7', '8.16'), ...nis2('6.2')],
  },
  {
    key: 'ktr-haendelser',
    title: 'Hændelser meldes og håndteres efter en procedure',
    owner: 'fatima',
    effect: 'partly',
    assessed: 130,
    what: 'Medarbejdere skriver til ISK’en, teamet vurderer, og brud meldes inden 72 timer.',
    procedures: ['retningslinje-noed'],
    requirements: [...a('5.24', '5.25', '5.26', '6.8'), ...gdpr('33', '33.5', '34'), ...nis2('6.2', '15')],
  },
  {
    key: 'ktr-leverandoer',
    title: 'Tilsyn med leverandører',
    owner: 'signe',
    effect: 'none',
    assessed: 210,
    what: 'Databehandleraftaler og årlig erklæring fra dem, der behandler følsomme data.',
    requirements: [...a('5.19', '5.20', '5.22'), ...gdpr('28.1', '28.3'), ...nis2('6.4')],
  },
  {
    key: 'ktr-netdrift',
    title: 'Drift af netværk og forbindelser',
    owner: 'digitaliseringschef',
    effect: 'effective',
    assessed: 110,
    what: 'To forbindelser til de store adresser, og delt net.',
    requirements: a('8.20', '8.21', '8.22'),
  },
  {
    key: 'ktr-sletning',
    title: 'Sletning efter frist',
    owner: 'ditte',
    effect: 'none',
    assessed: 260,
    what: 'Slettefrister for hver slags sag, og en oprydning hvert år.',
    requirements: [...a('8.10'), ...gdpr('5.1.e')],
  },
  {
    key: 'ktr-rentbord',
    title: 'Rent bord og lukkede døre',
    owner: 'mette',
    effect: 'partly',
    assessed: 100,
    centre: 'voksne-og-velfaerd',
    what: 'Papir låses inde, og samtaler tages i et lukket rum.',
    requirements: a('7.7', '7.2'),
  },
  {
    key: 'ktr-forsendelse',
    title: 'Sikker forsendelse af breve og mails',
    owner: 'ditte',
    effect: 'partly',
    assessed: 140,
    what: 'Digital post til borgere, og to ser følsomme breve.',
    procedures: ['retningslinje-mail'],
    requirements: [...a('5.14'), ...gdpr('32.1.a')],
  },
  {
    key: 'ktr-fireoejne',
    title: 'To ser vigtige afgørelser',
    owner: 'line',
    effect: 'effective',
    assessed: 95,
    centre: 'boern-og-unge',
    what: 'Afgørelser om børn læses af to, før de sendes.',
    requirements: a('5.3'),
  },
  {
    key: 'ktr-noedprocedure',
    title: 'Nødprocedurer for vitale systemer',
    owner: 'fatima',
    effect: 'notAssessed',
    state: 'planned',
    what: 'Hvert center kan klare sig uden it i 24 timer.',
    requirements: [...a('5.29', '5.30'), ...nis2('6.3'), ...gdpr('32.1.b')],
  },
  {
    key: 'ktr-procedurer',
    title: 'Procedurer er skrevet og godkendt',
    owner: 'fatima',
    effect: 'effective',
    assessed: 50,
    what: 'Centrenes procedurer og kommunens retningslinjer ligger i appen.',
    requirements: [...a('5.37', '5.36'), ...clause('7.5.1', '7.5.2', '7.5.3')],
  },
];

const applicability: readonly (readonly [ref: string, applies: boolean, reason: string])[] = [
  ...a('5.1', '5.2', '5.7', '5.9', '5.15', '5.24', '5.29', '5.30', '6.3', '8.5', '8.13').map(
    (key) => [key, true, 'Følger af risikovurderingen og af politikken.'] as const,
  ),
  ['iso27001.A.8.25', false, 'Kommunen udvikler ikke selv programmer.'],
  ['iso27001.A.8.28', false, 'Kommunen udvikler ikke selv programmer.'],
  ['iso27001.A.8.30', false, 'Kommunen får ikke programmer udviklet af andre.'],
  ['iso27001.A.7.12', true, 'Kabler ligger i bygninger, som andre også bruger.'],
];

const morning = (day: LocalDate): Instant => `${day}T08:30:00.000Z` as Instant;

/** Titles of a requirement's controls, and keys of their basis. */
export function controlsMeeting(requirement: string): { titles: string[]; procedures: string[] } {
  const meeting = controls.filter(({ requirements }) => requirements.includes(requirement));
  const procedures = new Set(meeting.flatMap((control) => control.procedures ?? []));
  return { titles: meeting.map(({ title }) => title).sort(), procedures: [...procedures] };
}

/** The municipality's controls, and its selection from Annex A. */
export function seedControls(
  today: LocalDate,
  byCode: (code: string) => PersonId,
): { controls: Control[]; applicability: Applies[] } {
  const decidedAt = morning(addDays(today, -180));
  return {
    controls: controls.map((control) => controlOf(control, today, byCode)),
    applicability: applicability.map(([key, applies, reason]) => ({
      key,
      standardKey: 'iso27001-a',
      applies,
      reason,
      decidedBy: byCode('ciso'),
      decidedAt,
    })),
  };
}

function controlOf(control: SeedControl, today: LocalDate, byCode: (code: string) => PersonId): Control {
  const {
    key,
    title,
    what,
    owner,
    centre,
    state = 'running',
    effect,
    assessed,
    requirements,
    procedures = [],
  } = control;
  const ownerId = byCode(owner);
  const startedOn = addDays(today, -(assessed ?? 30) - 300);
  const assessedOn = assessed === undefined ? undefined : addDays(today, -assessed);
  return {
    key,
    title,
    description: what,
    ownerId,
    state,
    effect,
    evidence: [],
    reviewMonths: 12,
    startedOn,
    ...(centre === undefined ? {} : { centreId: centre as CentreId }),
    ...(assessedOn === undefined ? {} : { assessedOn }),
    assessments: assessedOn === undefined ? [] : [{ effect, note: '', by: ownerId, at: morning(assessedOn) }],
    requirementKeys: [...requirements],
    procedureKeys: [...procedures],
    wheelActivityKeys: [],
    changedAt: morning(assessedOn ?? startedOn),
    changedBy: ownerId,
  };
}
