import { acknowledgementKey } from '../../../api/acknowledgements/index.ts';
import { catalogue } from '../../../api/annual-wheel/catalogue.ts';
import { addDays, type LocalDate, type PersonId } from '../../../api/kernel/index.ts';
import { Assets } from '../../../api/assets/index.ts';
import type { ApiWorld } from '../../security/api-world.ts';
import { aPlan, inForce } from '../../unit/contingency/builders.ts';
import { aBody as aTestBody } from '../../unit/contingency/exercises/tested-town.ts';
import { aPerson, person, settle } from '../../unit/organisation/builders.ts';
import { aDraft as aPolicyDraft } from '../../unit/policy/builders.ts';
import { aDraft as aProcedureDraft } from '../../unit/procedures/a-library.ts';
import { anAsset } from '../../unit/risks/register-world.ts';

/** One creating request: actor, address and body. `n` distinguishes intentions. */
export interface Making {
  by: string;
  path?: (world: ApiWorld) => string;
  /** Its precondition; returns a key for `path` and `body`. */
  before?: (world: ApiWorld, n: number) => Promise<string>;
  body: (world: ApiWorld, n: number, key: string) => unknown;
  headers?: Readonly<Record<string, string>>;
}

const later = (day: string, days: number): string => addDays(day as LocalDate, days);
export const aMeasure = (title: string) => ({
  ...{ title, background: 'Fordi', costOnce: 1000, costYearly: 0, risk: 'Høj', recommendation: 'Gør det' },
  steps: [],
});

export const anAppointment = (reason = 'Ny periode') => ({
  ...{ role: 'ciso', members: [{ personId: 'anne' }], startsOn: '2027-01-01', endsOn: '2028-12-31', reason },
});

/** A record of the previous act, as its key. */
async function made(world: ApiWorld, by: string, path: string, body: unknown): Promise<string> {
  const answer = await world.as(by, 'POST', path, body);
  const { body: view } = answer;
  if (answer.status !== 200 || typeof view !== 'object' || view === null || !('key' in view))
    throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return String(view.key);
}
const aMeeting = (n: number) => ({
  ...{
    title: `Netværksmøde ${n}`,
    on: '2026-12-10',
    startsAt: '10:00',
    minutes: 60,
    place: 'Rådhuset',
    agenda: ['Nyt'],
  },
});
const aVisit = (n: number) => ({
  ...{ centreId: 'syd', checklistKey: 'cleanDesk', plannedOn: '2027-01-12', inspectorId: 'team', place: `Hus ${n}` },
});
const aDowntime = async (world: ApiWorld, n: number) => {
  const asset = { title: `System ${n}`, kind: 'system', criticality: 'high', centreId: 'nord' };
  const assetKey = await made(world, 'ciso', '/api/assets', asset);
  return made(world, 'ciso', '/api/contingency/downtimes', { assetKey, note: 'Alt står stille' });
};

/** A plan in force, open for tests. */
async function aTestablePlan({ context }: ApiWorld, n: number): Promise<string> {
  await context.list(Assets).create(anAsset('journal', { title: 'Journalsystemet', criticality: 'vital' }));
  const { plan } = await inForce(context, aPlan(`plan-${n}`));
  return plan.key;
}

/** Every route that creates one or more records. */
export const makings: Readonly<Record<string, Making>> = {
  'POST /api/sign-sheets': {
    by: 'ciso',
    body: ({ current }) => ({
      ...{ kind: 'acknowledgePolicy', subjectKey: current.key, way: 'meeting', heldOn: '2026-11-24', place: '' },
      personIds: ['anne'],
    }),
  },
  'POST /api/successions': {
    by: 'ciso',
    before: async ({ context }, n) => {
      await context.list(Assets).create(anAsset(`arv-${n}`, { title: `Arv ${n}`, ownerId: person('bo') }));
      return 'bo';
    },
    body: (_, _n, key) => ({ fromPersonId: key, toPersonId: 'anne', note: 'Stopper' }),
  },
  'POST /api/figures/freeze': { by: 'ciso', body: (_, n) => ({ day: `2026-10-0${n}` }) },
  'POST /api/governance/orientation/subjects': { by: 'ciso', body: (_, n) => ({ title: `Emne ${n}`, text: 'Sagt' }) },
  'POST /api/measures': { by: 'ciso', body: (_, n) => aMeasure(`Tiltag ${n}`) },
  'POST /api/appointments/proposals': { by: 'ciso', body: (_, n) => anAppointment(`Ny periode ${n}`) },
  'POST /api/assets': {
    by: 'ciso',
    body: (_, n) => ({ title: `Omsorgsjournal ${n}`, kind: 'system', criticality: 'high', centreId: 'nord' }),
  },
  'POST /api/policy/versions': { by: 'ciso', body: (_, n) => aPolicyDraft({ number: `3.${n}` }) },
  'POST /api/policy/versions/:versionKey/comments': {
    by: 'committee',
    path: ({ draft }) => `/api/policy/versions/${draft.key}/comments`,
    body: (_, n) => ({ text: `Skriv det tydeligere ${n}` }),
  },
  'POST /api/controls': {
    by: 'ciso',
    body: (_, n) => ({
      ...{ title: `Kontrol ${n}`, description: 'Sådan gør vi', state: 'running', evidence: [], reviewMonths: 12 },
      ...{ requirementKeys: [], procedureKeys: [], wheelActivityKeys: [] },
    }),
  },
  'POST /api/controls/:controlKey/assess': {
    by: 'ciso',
    before: (world, n) =>
      made(world, 'ciso', '/api/controls', {
        ...{ title: `Virker ${n}`, description: '', state: 'running', evidence: [], reviewMonths: 12 },
        ...{ requirementKeys: [], procedureKeys: [], wheelActivityKeys: [] },
      }),
    body: () => ({ effect: 'partly', note: 'Næsten' }),
  },
  'POST /api/critical-services': {
    by: 'ciso',
    body: (_, n) => ({ title: `Udbetaling ${n}`, audience: 'citizens', centreId: 'nord' }),
  },
  'POST /api/risks/catalogues': {
    by: 'ciso',
    body: (_, n) => ({
      title: `Vores trusler ${n}`,
      kind: 'both',
      threats: [{ title: 'Strømsvigt' }, { title: 'Tyveri' }],
    }),
  },
  'POST /api/risks/saved-views': { by: 'ciso', body: (_, n) => ({ title: `Høje ${n}`, query: 'level=3' }) },
  'POST /api/risks/register/:riskKey/actions': {
    by: 'ciso',
    path: ({ riskKey }) => `/api/risks/register/${riskKey}/actions`,
    body: (_, n) => ({ title: `Lås døren ${n}`, ownerId: 'bo', due: '2027-02-01' }),
  },
  'POST /api/risks/register/:riskKey/acceptance': {
    by: 'ciso',
    path: ({ riskKey }) => `/api/risks/register/${riskKey}/acceptance`,
    body: () => ({ reason: 'Det er billigere at leve med', until: '2027-06-01' }),
  },
  'POST /api/risks/assessments': {
    by: 'ciso',
    before: (world, n) =>
      made(world, 'ciso', '/api/assets', {
        title: `Vurderes ${n}`,
        kind: 'system',
        criticality: 'high',
        centreId: 'nord',
      }),
    body: (_world, _n, assetKey) => ({ assetKey, form: 'full' }),
  },
  'POST /api/risks/assessments/:assessmentKey/threats': {
    by: 'ciso',
    path: ({ assessment }) => `/api/risks/assessments/${assessment.key}/threats`,
    body: (_, n) => ({ title: `Egen trussel ${n}` }),
  },
  'POST /api/risks/triggers': {
    by: 'ciso',
    body: ({ asset }, n) => ({ assetKey: asset.key, reason: 'incident', note: `Nedbrud ${n}`, due: '2027-01-10' }),
  },
  'POST /api/procedures': {
    by: 'isk-nord',
    body: (_, n) => ({ kind: 'procedure', centreId: 'nord', ...aProcedureDraft({ title: `Nøgler ${n}` }) }),
  },
  'POST /api/contingency/plans': {
    by: 'isk-nord',
    before: (world, n) =>
      made(world, 'ciso', '/api/assets', {
        title: `Plan for ${n}`,
        kind: 'system',
        criticality: 'high',
        centreId: 'nord',
      }),
    body: (_world, _n, assetKey) => ({ kind: 'emergencyProcedure', assetKey, centreId: 'nord' }),
  },
  'POST /api/contingency/downtimes': {
    by: 'ciso',
    before: (world, n) =>
      made(world, 'ciso', '/api/assets', { title: `Nede ${n}`, kind: 'system', criticality: 'high', centreId: 'nord' }),
    body: (_world, _n, assetKey) => ({ assetKey, note: 'Alt står stille' }),
  },
  'POST /api/contingency/downtimes/:downtimeKey/log': {
    by: 'ciso',
    before: aDowntime,
    body: (_, n) => ({ kind: 'event', text: `Leverandøren er ringet op ${n}` }),
  },
  'POST /api/contingency/downtimes/:downtimeKey/close': {
    by: 'ciso',
    before: aDowntime,
    body: () => ({
      ...{ endedAt: '2026-11-24T09:00:30.000Z', cause: 'Strømmen gik', lessons: '', testedPlanKeys: [] },
      improvements: ['Køb et nødanlæg', 'Læg skemaer frem'].map((title) => ({
        ...{ title, ownerId: 'anne', due: '2027-01-15' },
      })),
    }),
  },
  'POST /api/contingency/tests': {
    by: 'isk-nord',
    before: aTestablePlan,
    body: (_world, n, planKey) => ({ planKey, ...aTestBody({ title: `Øvelse ${n}` }) }),
  },
  'POST /api/contingency/tests/:testKey/log': {
    by: 'isk-nord',
    before: async (world, n) => {
      const planKey = await aTestablePlan(world, 1_000 + n);
      const key = await made(world, 'isk-nord', '/api/contingency/tests', { planKey, ...aTestBody() });
      await world.as('isk-nord', 'POST', `/api/contingency/tests/${key}/start`, {});
      return key;
    },
    body: (_, n) => ({ kind: 'event', text: `Mappen er fundet ${n}` }),
  },
  'POST /api/contingency/plans/:planKey/draft/forms': {
    by: 'isk-nord',
    before: async (world, n) => {
      const asset = { title: `Med skema ${n}`, kind: 'system', criticality: 'high', centreId: 'nord' };
      const assetKey = await made(world, 'ciso', '/api/assets', asset);
      const plan = { kind: 'emergencyProcedure', assetKey, centreId: 'nord' };
      return made(world, 'isk-nord', '/api/contingency/plans', plan);
    },
    body: () => '%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n',
    headers: { 'x-file-name': 'skema.pdf' },
  },
  'POST /api/contingency/improvements': {
    by: 'ciso',
    before: aDowntime,
    body: (_, n, subjectKey) => ({ subjectKey, title: `Køb en generator ${n}`, ownerId: 'bo', due: '2027-03-01' }),
  },
  'POST /api/inspections': { by: 'ciso', body: (_, n) => aVisit(n) },
  'POST /api/inspections/:inspectionKey/findings': {
    by: 'ciso',
    before: (world, n) => made(world, 'ciso', '/api/inspections', aVisit(n)),
    body: (_, n) => ({ title: `Papir ligger fremme ${n}`, grade: 'observation', seen: 'En bunke' }),
  },
  'POST /api/inspection-checklists': {
    by: 'ciso',
    body: (_, n) => ({ title: `Vores liste ${n}`, topic: 'other', items: [{ question: 'Er døren låst?' }] }),
  },
  'POST /api/agendas': {
    by: 'ciso',
    body: (_, n) => ({ title: `Møde ${n}`, body: 'securityCommittee', meetsOn: '2026-12-17', requestKeys: [] }),
  },
  'POST /api/wheel/activities': {
    by: 'ciso',
    body: (_, n) => ({
      ...{ title: `Gennemgå adgange ${n}`, why: 'R1', source: 'R1', role: 'ciso', scope: 'organisation', steps: [] },
      ...{ leadDays: 14, startsOn: '2027-01-15', basis: 'calendar', rule: 'FREQ=YEARLY' },
    }),
  },
  'POST /api/wheel/catalogue/adopt': { by: 'ciso', body: (_, n) => ({ keys: [catalogue[n]?.key] }) },
  'POST /api/wheel/meetings': { by: 'ciso', body: (_, n) => aMeeting(n) },
  'POST /api/wheel/meetings/:meetingKey/follow-ups': {
    by: 'ciso',
    before: (world, n) => made(world, 'ciso', '/api/wheel/meetings', aMeeting(100 + n)),
    body: (_, n) => ({ title: `Følg op ${n}`, personId: 'bo', due: '2027-01-20' }),
  },
  'POST /api/wheel/plans': { by: 'ciso', body: (_, n) => ({ title: `Indsats ${n}`, startsOn: '2027-01-01' }) },
  'POST /api/wheel/plans/:planKey/tasks': {
    by: 'ciso',
    before: (world, n) => made(world, 'ciso', '/api/wheel/plans', { title: `Plan ${n}`, startsOn: '2027-01-01' }),
    body: (_, n) => ({ title: `Opgave ${n}`, due: '2027-02-02', role: 'securityTeam' }),
  },
  'POST /api/learning/courses': {
    by: 'ciso',
    body: (_, n) => ({ title: `Kursus ${n}`, url: 'https://kursus.example/gdpr', minutes: 30, describe: 'Kort' }),
  },
  'POST /api/learning/rounds': {
    by: 'ciso',
    before: (world, n) =>
      made(world, 'ciso', '/api/learning/courses', {
        ...{ title: `Til runde ${n}`, url: 'https://kursus.example/a', minutes: 30, describe: '' },
      }),
    body: (_, n, courseKey) => ({
      ...{ courseKey, title: `Runde ${n}`, opensOn: '2026-12-01', dueOn: '2027-01-31', newWithinDays: 30 },
      ...{
        basis: 'round',
        selfDeclared: true,
        obliged: { everybody: true, centreIds: [], groupIds: [], personIds: [] },
      },
    }),
  },
  'POST /api/learning/rounds/:roundKey/nudge': {
    by: 'ciso',
    path: ({ round }) => `/api/learning/rounds/${round.key}/nudge`,
    before: async ({ context }, n) => {
      await settle(context, { people: [aPerson(`new-${n}`)] });
      return `new-${n}`;
    },
    body: (_world, _n, personId) => ({ personIds: [personId] }),
  },
  'POST /api/advice': { by: 'ciso', body: (_world, n) => ({ askedById: 'anne', answer: `Svar ${n}` }) },
  'POST /api/reminders/nudge': {
    by: 'ciso',
    before: async ({ context }, n) => {
      await settle(context, { people: [aPerson(`asked-${n}`)] });
      return `asked-${n}`;
    },
    body: ({ current }, _n, personId) => ({
      rows: [{ personId, key: acknowledgementKey(current.key, personId as PersonId) }],
    }),
  },
  'POST /api/learning/completions': {
    by: 'manager-nord',
    body: ({ course }, n) => ({
      personId: 'anne',
      courseKey: course.key,
      completedOn: later('2026-01-01', n),
      note: '',
    }),
  },
  'POST /api/learning/exemptions': {
    by: 'ciso',
    body: ({ course }, n) => ({
      ...{ personId: 'anne', courseKey: course.key, reason: 'Orlov i perioden' },
      ...{ from: later('2027-01-01', 3 * n), until: later('2027-01-02', 3 * n) },
    }),
  },
  'POST /api/organisation/assignments': {
    by: 'ciso',
    body: (_, n) => ({
      personId: 'anne',
      role: 'councilSecretary',
      startsOn: later('2027-01-01', 3 * n),
      endsOn: later('2027-01-02', 3 * n),
      chair: false,
    }),
  },
};
