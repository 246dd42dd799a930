import type { ContingencyTest } from '../../api/contingency/index.ts';
import { addDays, type CentreId, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';

interface SeedTest extends Pick<ContingencyTest, 'key' | 'title' | 'kind' | 'planKey' | 'assetKey' | 'scenario'> {
  centre?: string;
  leader: string;
  people: readonly string[];
  /** Days until it is held; negative when past. */
  inDays: number;
  criteria: readonly (readonly [text: string, hours?: number])[];
  /** Measured hours, when held. */
  took?: number;
  passed?: boolean;
  wentWell?: string;
  toImprove?: string;
}

const care = 'voksne-og-velfaerd';
const tests: readonly SeedTest[] = [
  {
    key: 'afproev-omsorg',
    title: 'En morgen uden journal',
    kind: 'tableTop',
    planKey: 'plan-omsorg',
    assetKey: 'sys-omsorg',
    centre: care,
    leader: 'mette',
    people: ['mette', 'omar', 'anne'],
    inDays: -75,
    scenario: 'Klokken er 6.10 en tirsdag. Journalen svarer ikke, og 40 medarbejdere venter på kørelister.',
    criteria: [
      ['Alle borgere med livsvigtig medicin er fundet på papir', 1],
      ['Kørelister er fordelt', 2],
    ],
    took: 1.5,
    passed: true,
    wentWell: 'Alle vidste, hvor mappen er.',
    toImprove: 'Kørelisten var fra i går.',
  },
  {
    key: 'afproev-noedkald',
    title: 'Nat uden nødkald',
    kind: 'fullStop',
    planKey: 'plan-noedkald',
    assetKey: 'sys-noedkald',
    centre: care,
    leader: 'omar',
    people: ['omar'],
    inDays: -52,
    scenario: 'Nødkald slukkes i to timer på Torsbo. Beboerne er varslet.',
    criteria: [
      ['Rundering er i gang', 0.25],
      ['Nødkald virker igen inden for den accepterede nedetid', 1],
    ],
    took: 1.75,
    passed: false,
    wentWell: 'Runderingerne kom hurtigt i gang.',
    toImprove: 'Ingen på vagt kunne starte panelet igen. Teknisk vagt skal have en nøgle.',
  },
  {
    key: 'afproev-netvaerk',
    title: 'Skift til reservelinjen',
    kind: 'technicalRestore',
    planKey: 'genetabler-netvaerk',
    assetKey: 'sys-netvaerk',
    leader: 'jeppe',
    people: ['jeppe', 'digitaliseringschef'],
    centre: 'oekonomi-personale-og-digitalisering',
    inDays: -110,
    scenario: 'Hovedlinjen trækkes ud en søndag morgen.',
    criteria: [['Reservelinjen er i brug', 0.5]],
    took: 0.4,
    passed: true,
    wentWell: 'Skiftet tog 24 minutter.',
    toImprove: '',
  },
  {
    key: 'afproev-logon',
    title: 'Ingen kan logge på',
    kind: 'walkThrough',
    planKey: 'plan-logon',
    assetKey: 'sys-brugere',
    leader: 'fatima',
    people: ['fatima', 'jeppe'],
    inDays: 12,
    scenario: 'Mandag klokken 8 kan ingen logge på. Hvad gør I i det første kvarter?',
    criteria: [['Alle ved, hvem de skal ringe til']],
  },
];

const moment = (day: LocalDate, time: string): Instant => `${day}T${time}:00.000Z` as Instant;

/** Tests of plans: passed, failed and planned. */
export const seedTests = (today: LocalDate, byCode: (code: string) => PersonId): { tests: ContingencyTest[] } => ({
  tests: tests.map((seed) => testOf(seed, today, byCode)),
});

function testOf(seed: SeedTest, today: LocalDate, byCode: (code: string) => PersonId): ContingencyTest {
  const { key, title, kind, planKey, assetKey, scenario, centre, leader, people, inDays, criteria, took } = seed;
  const day = addDays(today, inDays);
  const madeAt = moment(addDays(today, Math.min(inDays, 0) - 20), '10:00');
  const common: ContingencyTest = {
    key,
    title,
    kind,
    planKey,
    assetKey,
    scenario,
    versionKey: `${planKey}-1`,
    state: 'planned',
    ...(centre === undefined ? {} : { centreId: centre as CentreId }),
    injects: [{ key: 'i1', minute: 20, text: 'En borger ringer: Hun har ikke fået sin medicin.' }],
    criteria: criteria.map(([text, hours], place) => ({
      key: `k${place + 1}`,
      text,
      ...(hours === undefined ? {} : { hours }),
    })),
    leaderId: byCode(leader),
    participantIds: people.map(byCode),
    plannedAt: moment(day, '08:00'),
    results: [],
    wentWell: '',
    toImprove: '',
    madeBy: byCode(leader),
    madeAt,
    changedBy: byCode(leader),
    changedAt: madeAt,
  };
  if (took === undefined) return common;
  const closedAt = moment(addDays(day, 3), '10:00');
  return {
    ...common,
    state: 'closed',
    startedAt: moment(day, '08:00'),
    endedAt: moment(day, '10:00'),
    recovery: took,
    // Measurements count against the last criterion.
    results: criteria.map(([, hours], place) => {
      const measured = place === criteria.length - 1 ? took : Math.min(took, hours ?? took);
      return {
        key: `k${place + 1}`,
        met: hours === undefined || measured <= hours,
        note: '',
        ...(hours === undefined ? {} : { hours: measured }),
      };
    }),
    passed: seed.passed === true,
    wentWell: seed.wentWell ?? '',
    toImprove: seed.toImprove ?? '',
    closedAt,
    closedBy: byCode(leader),
    changedAt: closedAt,
  };
}
