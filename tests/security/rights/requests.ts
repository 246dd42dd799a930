import { catalogue } from '../../../api/annual-wheel/catalogue.ts';
import { policyCampaignKey } from '../../../api/policy/index.ts';
import type { Route } from '../../../api/http/index.ts';
import { shippedScales } from '../../../api/risks/index.ts';
import { aBody as aTestBody } from '../../unit/contingency/exercises/tested-town.ts';
import { aRound } from '../../unit/awareness/builders.ts';
import { aDraft as aPolicyDraft } from '../../unit/policy/builders.ts';
import { aDraft as aProcedureDraft } from '../../unit/procedures/a-library.ts';
import { aMeasure, anAppointment } from '../../faults/repeats/routes.ts';
import type { Scope } from './actors.ts';
import { wheelTaskOf } from './centre-records.ts';
import { sampleOf } from './sample.ts';
import type { TwoCentres } from './two-centres.ts';

/** The keys of a scope's records, by route parameter; `undefined`: none. */
const keysOf = (world: TwoCentres, name: string, scope: Scope): Record<string, string | undefined> => ({
  centreId: scope === 'whole' ? undefined : scope,
  personId: `named-${scope}`,
  requestKey: `request-${scope}`,
  stage: '1',
  agendaKey: 'agenda',
  adviceKey: 'advice',
  statusReportKey: 'coming',
  versionKey: policyKey(world, name),
  commentKey: 'comment',
  importKey: 'nothing',
  campaignKey: policyCampaignKey(world.policy.key),
  taskKey: wheelTaskOf(scope),
  stepId: 'none',
  activityKey: 'wheel-whole',
  meetingKey: 'meeting',
  roundKey: world.round.key,
  courseKey: world.course.key,
  procedureKey: `procedure-${scope}`,
  areaKey: 'area-mobile',
  measureKey: 'measure',
  frozenKey: 'day_2026-10-31_whole',
  figureKey: 'wheelMissed',
  proposalKey: 'proposal',
  orientationKey: 'orientation',
  subjectKey: 'subject',
  reportKey: 'aarsrapport-2026',
  sheetKey: `sheet-${scope}`,
  successionKey: `succession-${scope}`,
  standardKey: 'iso27001-a',
  controlKey: `control-${scope}`,
  scaleKey: 'kl',
  catalogueKey: 'work',
  assessmentKey: `assessing-${scope}`,
  threatKey: 'theft',
  triggerKey: `trigger-${scope}`,
  viewKey: `view-${scope}`,
  riskKey: `asset-${scope}_theft`,
  actionKey: `action-${scope}`,
  assetKey: `asset-${scope}`,
  recordKey: `asset-${scope}`,
  serviceKey: `service-${scope}`,
  planKey: name.includes('/api/wheel/') ? 'wheel-plan' : `plan-${scope}`,
  formKey: 'none',
  testKey: testKey(name, scope),
  improvementKey: `improvement-${scope}`,
  downtimeKey: `down-${scope}`,
  incidentKey: `incident-${scope}`,
  inspectionKey: scope === 'whole' ? undefined : `${name.endsWith('/close') ? 'held' : 'planned'}-${scope}`,
  checklistKey: 'cleanDesk',
  itemKey: 'procedures.found',
  photoKey: 'none',
  findingKey: scope === 'whole' ? undefined : `finding-${scope}`,
  packKey: scope === 'whole' ? undefined : `pack-${scope}`,
  kind: 'doWheelTask',
  day: '2026-11-24',
  key: keyOf(name, scope),
});

/** Drafts are changed, sent, commented and discarded; the one in force is read. */
const policyKey = ({ draft, policy }: TwoCentres, name: string): string =>
  /^(PUT|DELETE)|publish|submit|comments/.test(name) ? draft.key : policy.key;
const testKey = (name: string, scope: Scope): string => {
  if (/start|cancel|^PUT .*:testKey$/.test(name)) return `coming-${scope}`;
  if (/\/log|\/end$/.test(name)) return `testing-${scope}`;
  return /evaluation|\/close$/.test(name) ? `ended-${scope}` : `tested-${scope}`;
};
function keyOf(name: string, scope: Scope): string {
  if (name.includes('hand-overs')) return `hand-over-${scope}`;
  if (name.includes('exemptions')) return `exempt-${scope}`;
  return scope === 'whole' ? 'securityTeam_team_all' : `coordinator_isk-${scope}_${scope}`;
}

/** Keys of only some records of a scope: the version of its procedure or plan. */
const pathOf = (name: string, scope: Scope): string =>
  (name.split(' ')[1] ?? '')
    .replace(':procedureKey/versions/:versionKey', `procedure-${scope}/versions/procedure-${scope}.v1`)
    .replace(':planKey/versions/:versionKey', `plan-${scope}/versions/plan-${scope}-v1`);

const control = {
  ...{ title: 'Kontrol', description: 'Sådan', state: 'running', evidence: [], reviewMonths: 12 },
  ...{ requirementKeys: [], procedureKeys: [], wheelActivityKeys: [] },
};
const activity = {
  ...{ title: 'Gennemgå adgange', why: 'R1', source: 'R1', role: 'ciso', scope: 'organisation', steps: [] },
  ...{ leadDays: 14, startsOn: '2027-01-15', basis: 'calendar', rule: 'FREQ=YEARLY' },
};
const meeting = {
  ...{ title: 'Netværksmøde', on: '2026-12-10', startsAt: '10:00', minutes: 60, place: 'Rådhuset', agenda: ['Nyt'] },
};
const agenda = (scope: Scope) => ({
  ...{ title: 'Møde', body: 'securityCommittee', meetsOn: '2026-12-17', requestKeys: [`request-${scope}`] },
});
const inCentre = (scope: Scope) => (scope === 'whole' ? {} : { centreId: scope });
const vote = { stage: 2, contentHash: 'hash', choice: 'approve' };
const file = { fileName: 'liste.csv', content: Buffer.from('Navn;Email\nx;y').toString('base64') };

/** Bodies of acts, where the contract's minimum would not concern the scope, or not be accepted. */
const bodies: Readonly<Record<string, (scope: Scope, world: TwoCentres) => unknown>> = {
  'POST /api/organisation/assignments': (scope) => ({
    ...{ personId: `named-${scope}`, role: scope === 'whole' ? 'securityTeam' : 'coordinator', startsOn: '2027-01-01' },
    ...inCentre(scope),
  }),
  'POST /api/organisation/assignments/:key/deputy': (scope) => ({ personId: `named-${scope}` }),
  'POST /api/obligations/hand-over': (scope) => ({
    ...{ fromPersonId: `named-${scope}`, toPersonId: 'anne', keys: [`doImprovement_improvement-${scope}`] },
  }),
  'PUT /api/absences/:personId': () => ({ from: '2026-12-01', to: '2026-12-20' }),
  'POST /api/approvals/:requestKey/vote': () => vote,
  'POST /api/approvals/:requestKey/close': () => ({ stage: 1 }),
  'POST /api/approvals/:requestKey/correct': () => ({
    stage: 1,
    meetingOn: '2026-11-20',
    itemNumber: '7',
    reason: 'Forkert punkt',
  }),
  'POST /api/agendas': agenda,
  'PUT /api/agendas/:agendaKey': agenda,
  'POST /api/agendas/:agendaKey/vote': (scope) => ({ votes: [{ requestKey: `request-${scope}`, ...vote }] }),
  'POST /api/policy/versions': () => aPolicyDraft({ number: '3.0' }),
  'PUT /api/policy/versions/:versionKey': () => aPolicyDraft({ number: '2.0' }),
  'POST /api/wheel/activities': () => activity,
  'PUT /api/wheel/activities/:activityKey': () => activity,
  'POST /api/wheel/recurrence': () => ({ startsOn: '2027-01-15', basis: 'calendar', rule: 'FREQ=YEARLY' }),
  'POST /api/wheel/catalogue/adopt': () => ({ keys: [catalogue[0]?.key] }),
  'POST /api/wheel/meetings': () => meeting,
  'PUT /api/wheel/meetings/:meetingKey': () => meeting,
  'POST /api/wheel/meetings/:meetingKey/answer': () => ({ reply: 'maybe' }),
  'POST /api/wheel/meetings/:meetingKey/follow-ups': (scope) => ({
    ...{ title: 'Følg op', personId: `named-${scope}`, due: '2027-01-20' },
  }),
  'POST /api/wheel/plans/:planKey/tasks': () => ({ title: 'Opgave', due: '2027-02-02', role: 'securityTeam' }),
  'POST /api/wheel/tasks/:taskKey/complete': () => ({ note: 'Gjort' }),
  'POST /api/learning/rounds': (_scope, { course }) => aRound(course.key),
  'PUT /api/learning/rounds/:roundKey': (_scope, { course }) => aRound(course.key),
  'POST /api/learning/rounds/preview': (_scope, { course }) => aRound(course.key),
  'POST /api/learning/rounds/:roundKey/nudge': (scope) => ({ personIds: [`named-${scope}`] }),
  'POST /api/learning/rounds/:roundKey/nudge/preview': (scope) => ({ personIds: [`named-${scope}`] }),
  'POST /api/learning/completions': (scope, { course }) => ({
    ...{ personId: `named-${scope}`, courseKey: course.key, completedOn: '2026-11-01', note: '' },
  }),
  'POST /api/learning/exemptions': (scope, { course }) => ({
    ...{ personId: `named-${scope}`, courseKey: course.key, reason: 'Orlov i perioden', from: '2027-01-01' },
  }),
  'POST /api/learning/imports/read': () => file,
  'POST /api/procedures': (scope) => ({
    ...{ kind: scope === 'whole' ? 'guideline' : 'procedure', ...inCentre(scope), ...aProcedureDraft() },
  }),
  'PUT /api/procedures/:procedureKey/draft': () => aProcedureDraft(),
  'POST /api/procedures/:procedureKey/acknowledge': (scope) => ({ versionKey: `procedure-${scope}.v1` }),
  'POST /api/sign-sheets': (scope, { policy }) => ({
    ...{ kind: 'acknowledgePolicy', subjectKey: policy.key, way: 'meeting', heldOn: '2026-11-24', place: '' },
    personIds: [`named-${scope}`],
  }),
  'PUT /api/sign-sheets/:sheetKey/signed': (scope) => ({ personIds: [`named-${scope}`], signed: false }),
  'POST /api/successions': (scope) => ({ fromPersonId: `owner-${scope}`, toPersonId: 'ciso', note: 'Stopper' }),
  'PUT /api/incident-guides': () => ({
    ...{ of: 'all', firstStep: '', firstStepEnglish: '', callName: 'Servicedesk' },
    ...{ callPhone: '43 57 10 11', nightPhone: '' },
  }),
  'POST /api/inspections': (scope) => ({
    ...{ centreId: scope === 'whole' ? 'it' : scope, checklistKey: 'logs', plannedOn: '2027-01-12' },
    inspectorId: scope === 'nord' ? 'isk-syd' : 'isk-nord',
  }),
  'PUT /api/inspections/:inspectionKey': (scope) => ({
    ...{ plannedOn: '2027-01-12', inspectorId: scope === 'nord' ? 'isk-syd' : 'isk-nord' },
  }),
  'PUT /api/inspections/:inspectionKey/answers': () => ({ answers: [{ key: 'procedures.found', answer: 'no' }] }),
  'PUT /api/inspections/:inspectionKey/walk': () => ({ results: [{ key: 'procedures.found', result: 'met' }] }),
  'POST /api/inspections/:inspectionKey/findings': () => ({ title: 'Fund', grade: 'strength', seen: 'Alt var godt' }),
  'PUT /api/inspection-findings/:findingKey': () => ({ title: 'Fund', grade: 'observation', seen: 'Noget' }),
  'POST /api/inspection-findings/:findingKey/risk': (scope) => ({ assetKey: `asset-${scope}` }),
  'PUT /api/retention/:kind': () => ({ days: 400, isOn: false }),
  'PUT /api/figures/limits/:figureKey': () => ({ limit: 5 }),
  'POST /api/figures/freeze': () => ({ day: '2026-10-31' }),
  'POST /api/measures': () => aMeasure('Tiltag'),
  'PUT /api/measures/:measureKey': () => aMeasure('Tiltag'),
  'PUT /api/governance/orientation/intro': () => ({ intro: 'Året der gik' }),
  'POST /api/governance/orientation/subjects': () => ({ title: 'Emne', text: 'Sagt' }),
  'POST /api/governance/management/ask': () => ({ areas: [3], body: 'executiveBoard' }),
  'POST /api/governance/management/record': () => ({
    ...{ areas: [4], body: 'executiveBoard', meetingOn: '2026-11-02', reference: 'Punkt 7' },
  }),
  'POST /api/governance/orientation/collect': () => ({ path: '/risks/register/r1', title: 'Emne' }),
  'PUT /api/governance/orientation/subjects/:subjectKey': () => ({ title: 'Emne', text: 'Andet' }),
  'POST /api/governance/orientation/send': () => ({
    seen: [{ key: 'subject', changedAt: '2026-11-01T09:00:00.000Z' }],
  }),
  'POST /api/reports': () => ({ year: 2026 }),
  'PUT /api/reports/:reportKey': () => ({ texts: [], off: [], decisions: [] }),
  'POST /api/appointments/proposals': () => anAppointment(),
  'PUT /api/appointments/proposals/:proposalKey': () => anAppointment(),
  'POST /api/assets': (scope) => ({ title: 'Nyt system', kind: 'system', criticality: 'high', ...inCentre(scope) }),
  'PUT /api/assets/:assetKey': (scope) => ({
    ...{ title: 'Nyt', kind: 'system', criticality: 'high', ...inCentre(scope) },
  }),
  'POST /api/controls': (scope) => ({ ...control, ...inCentre(scope) }),
  'PUT /api/controls/:controlKey': (scope) => ({ ...control, ...inCentre(scope), ownerId: `owner-${scope}` }),
  'POST /api/controls/:controlKey/requirements': () => ({ requirementKey: 'nis2.6.8' }),
  'POST /api/risks/assessments': (scope) => ({ assetKey: `asset-${scope}`, form: 'full' }),
  'PUT /api/risks/assessments/:assessmentKey': () => ({ note: 'Ny' }),
  'PUT /api/risks/assessments/:assessmentKey/risks/:threatKey': () => ({
    changes: [{ field: 'inherent.likelihood', from: null, to: 2 }],
  }),
  'POST /api/risks/scales': () => ({ title: 'Vores', scale: shippedScales[0]?.scale }),
  'POST /api/risks/catalogues': () => ({ title: 'Vores', kind: 'both', threats: [{ title: 'Tyveri' }] }),
  'PUT /api/risks/catalogues/:catalogueKey': () => ({ title: 'Vores', kind: 'both', threats: [{ title: 'Tyveri' }] }),
  'POST /api/risks/triggers': (scope) => ({
    ...{ assetKey: `asset-${scope}`, reason: 'incident', note: 'Noget er sket', due: '2027-01-10' },
  }),
  'PUT /api/risks/register/:riskKey/treatment': () => ({ treatment: 'mitigate', note: 'Sådan' }),
  'POST /api/risks/register/:riskKey/actions': () => ({ title: 'Lås døren', ownerId: 'anne', due: '2027-02-01' }),
  'PUT /api/risks/register/:riskKey/actions/:actionKey': () => ({
    ...{ title: 'Lås døren', ownerId: 'anne', due: '2027-02-01' },
  }),
  'POST /api/risks/register/:riskKey/acceptance': () => ({ reason: 'Det er billigere så', until: '2027-06-01' }),
  'POST /api/critical-services': (scope) => ({ title: 'Udbetaling', audience: 'citizens', ...inCentre(scope) }),
  'PUT /api/critical-services/:serviceKey': (scope) => ({
    ...{ title: 'Udbetaling', audience: 'citizens', ownerId: `owner-${scope}`, ...inCentre(scope) },
  }),
  'POST /api/contingency/plans': (scope) => ({
    ...(scope === 'whole' ? { kind: 'restorePlan' } : { kind: 'emergencyProcedure', centreId: scope }),
    assetKey: 'asset-whole',
  }),
  'PUT /api/contingency/plans/:planKey/draft': (scope) => ({
    ...{ title: 'Ny', centreIds: scope === 'whole' ? [] : [scope], content: {}, summary: '', reviewMonths: 12 },
    testMonths: 12,
  }),
  'POST /api/contingency/plans/:planKey/confirm': (scope) => ({ versionKey: `plan-${scope}-v1` }),
  'POST /api/contingency/tests': (scope) => ({ planKey: `plan-${scope}`, ...aTestBody() }),
  'PUT /api/contingency/tests/:testKey': () => aTestBody(),
  'PUT /api/contingency/tests/:testKey/evaluation': () => ({
    ...{ results: [{ key: 'k1', met: true, note: '' }], recovery: 2, wentWell: 'Roen', toImprove: 'Listen' },
  }),
  'POST /api/contingency/improvements': (scope) => ({
    ...{ subjectKey: `tested-${scope}`, title: 'Køb en generator', ownerId: 'anne', due: '2027-03-01' },
  }),
  'PUT /api/contingency/improvements/:improvementKey': () => ({
    ...{ title: 'Køb en generator', ownerId: 'anne', due: '2027-03-01', note: '' },
  }),
  'POST /api/contingency/downtimes': (scope) => ({ assetKey: `asset-${scope}`, note: 'Alt står stille' }),
  'PUT /api/contingency/downtimes/:downtimeKey': (scope) => ({
    ...{ startedAt: '2026-11-23T10:00:00.000Z', note: 'Ny', centreIds: scope === 'whole' ? [] : [scope] },
  }),
  'PUT /api/contingency/downtimes/:downtimeKey/record': (scope) => ({
    ...{ startedAt: '2026-11-23T10:00:00.000Z', endedAt: '2026-11-23T12:00:00.000Z', reason: 'Set tidligere' },
    ...{ centreIds: scope === 'whole' ? [] : [scope], expected: '2026-11-24T09:00:00.000Z' },
  }),
  'POST /api/contingency/downtimes/:downtimeKey/close': () => ({ endedAt: '2026-11-24T08:00:00.000Z', cause: 'Strøm' }),
  'POST /api/contingency/packs/:packKey/placed': () => ({ place: 'Vagtrummet', placedOn: '2026-11-24' }),
  'POST /api/status-reports': () => ({ note: 'Til mødet' }),
  'POST /api/advice': (scope) => ({ askedById: `named-${scope}`, answer: 'Brug sikker mail' }),
  'PUT /api/advice/:adviceKey': (scope) => ({ askedById: `named-${scope}`, answer: 'Brug sikker mail' }),
  'POST /api/reminders/nudge': (scope) => ({ rows: [{ personId: `named-${scope}`, key: 'nothing' }] }),
  'PUT /api/reminders/wishes': () => ({ hour: 9, rhythm: 'daily', weekday: 1, muted: [] }),
};
const queries: Readonly<Record<string, (scope: Scope) => string>> = {
  'GET /api/people': () => '?q=person',
  'GET /api/find': (scope) => `?q=canary+${scope}`,
  'GET /api/risks/assessment-sources': (scope) => `?assetKey=asset-${scope}`,
  'GET /api/risks/triggers': (scope) => `?assetKey=asset-${scope}`,
  'GET /api/contingency/downtime-preview': (scope) => `?assetKey=asset-${scope}`,
};

export interface Asked {
  method: string;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A request to a route about a scope's record, the one of `keysFor`; `undefined` without one. */
export function requestTo(
  { name, endpoint }: Route,
  scope: Scope,
  world: TwoCentres,
  keysFor = name,
): Asked | undefined {
  const [method = ''] = name.split(' ');
  const keys = keysOf(world, keysFor, scope);
  let known = true;
  const path = pathOf(name, scope).replace(/:(\w+)/g, (_, param: string) => {
    const key = keys[param];
    known &&= key !== undefined;
    return encodeURIComponent(key ?? '');
  });
  if (!known) return undefined;
  const address = path + (queries[name]?.(scope) ?? '');
  if (method === 'GET' || method === 'DELETE') return { method, path: address };
  if (endpoint.upload) {
    const headers = { 'x-file-name': 'skema.pdf', 'content-type': 'application/octet-stream' };
    return { method, path: address, body: '%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n', headers };
  }
  const given = bodies[name]?.(scope, world);
  return { method, path: address, body: given ?? (endpoint.body ? sampleOf(endpoint.body) : {}) };
}
