import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { deliveriesContract } from '../../../../api/deliveries/contract.ts';
import type { organisationContract } from '../../../../api/organisation/contract.ts';
import type { policyContract } from '../../../../api/policy/contract.ts';
import type { ApprovalsState } from './approvals-state.ts';
import type { AssetsState } from './assets-answers.ts';
import type { MeasuresState } from './measures-answers.ts';
import type { ObligationsState } from './obligations-state.ts';
import { centres, personAt, refAt } from './people.ts';
import { policyText } from './policy-text.ts';
import { yearly, type PolicyWayState } from './policy-way.ts';
import type { ProceduresState } from './procedures-state.ts';
import type { AssessmentsState } from './risks-assessment-answers.ts';
import type { ScalesState } from './risks-scales-answers.ts';
import type { DowntimeState } from './contingency-downtime-answers.ts';
import type { PacksState } from './contingency-packs-answers.ts';
import type { PlansState } from './contingency-plans-answers.ts';
import type { TestsState } from './contingency-tests-answers.ts';
import type { ServicesState } from './contingency-services-answers.ts';
import type { TreatmentState } from './risks-treatment-answers.ts';
import type { RisksState } from './risks-overview-answers.ts';
import type { StandardsState } from './standards-answers.ts';
import type { WheelState } from './wheel-answers.ts';

type Contract = typeof organisationContract & typeof policyContract & typeof deliveriesContract;
type Answer<Name extends keyof Contract> = Contract[Name] extends { answer: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : undefined;

export const now = '2026-11-24T09:12:00.000Z';
export const today = '2026-11-24';
export const freshness = { asOf: now, stale: false };

export type Persona = 'employee' | 'done' | 'isk' | 'ciso';
export const personaOf = (name: string): Persona =>
  name === 'isk' || name === 'ciso' || name === 'done' ? name : 'employee';

/** What changes while a test presses buttons. */
export interface MockState {
  receipts: Map<string, ReturnType<typeof receiptAt>>;
  drafts: Map<string, Answer<'GET /api/policy/versions/:versionKey'>>;
  published: string;
  campaign: Answer<'GET /api/campaigns/:campaignKey'>;
  assignments: Answer<'POST /api/organisation/assignments'>[];
  obligations: ObligationsState;
  wheel: WheelState;
  procedures: ProceduresState;
  policyWay: PolicyWayState;
  approvals: ApprovalsState;
  measures: MeasuresState;
  assets: AssetsState;
  risks: RisksState;
  standards: StandardsState;
  assessments: AssessmentsState;
  treatment: TreatmentState;
  contingencyTests: TestsState;
  contingencyPlans: PlansState;
  contingencyPacks: PacksState;
  downtimes: DowntimeState;
  scales: ScalesState;
  criticalServices: ServicesState;
}

export const receiptAt = (versionNumber: string, at = now, channel: 'card' | 'tab' | 'system' = 'tab') => ({
  versionKey: `v${versionNumber}`,
  versionNumber,
  outcome: 'acknowledged' as const,
  at,
  channel,
  contentHash: createHash('sha256').update(versionNumber).digest('hex'),
});

const may = (persona: Persona) => ({
  ...{ seeRoles: true, keepAll: false, keep: ['c1'] },
  seeCoverage: persona === 'isk' || persona === 'ciso',
  publishPolicy: persona === 'ciso',
  assignRoles: persona === 'ciso',
  seeOperations: persona === 'ciso',
  seeApprovals: persona === 'ciso',
  seeMeasures: persona === 'ciso',
  seeRisks: persona === 'isk' || persona === 'ciso',
  seeWheel: persona === 'isk' || persona === 'ciso',
  seeCentres: persona === 'isk' || persona === 'ciso',
});

export const me = (persona: Persona, state: MockState): Answer<'GET /api/me'> => {
  const done = state.receipts.has(persona);
  const isk = refAt(9);
  return {
    person: { ...refAt(persona === 'isk' ? 9 : 18), language: 'da', hiredOn: '2019-03-01' },
    organisation: 'Ishøj Kommune',
    today,
    roles: [],
    centre: { id: 'c1', title: centres[0]?.title ?? '' },
    coordinators: [{ ...isk, mail: 'isk@ishoj.example' }],
    managers: [refAt(27)],
    obligations: done
      ? []
      : [
          {
            key: 'o1',
            kind: 'acknowledgePolicy',
            title: 'Informationssikkerhedspolitik 4.0',
            due: '2026-12-06',
            since: '2026-11-18',
            daysLeft: 12,
            path: '/policy',
            state: 'open',
            personal: true,
          },
        ],
    abilities: may(persona),
    freshness,
  };
};

const versionRow = (number: string, stateOf: 'draft' | 'published' | 'superseded', persona: Persona) => ({
  key: `v${number}`,
  title: 'Informationssikkerhedspolitik',
  number,
  state: stateOf,
  changeKind: 'major' as const,
  summary:
    'Du skal melde sikkerhedsbrud til din ISK samme dag.\nAdgangskoder er mindst 14 tegn.\nAI-værktøjer skal være godkendt.',
  effectiveOn: stateOf === 'superseded' ? '2025-11-01' : '2026-11-18',
  ...(stateOf === 'draft'
    ? {}
    : { publishedAt: '2026-11-18T08:00:00.000Z', publishedBy: refAt(40), acknowledgeBy: '2026-12-06' }),
  abilities: {
    edit: stateOf === 'draft',
    publish: stateOf === 'draft' && persona === 'ciso',
    seeCoverage: may(persona).seeCoverage,
  },
});

export const version = (
  key: string,
  persona: Persona,
  state: MockState,
): Answer<'GET /api/policy/versions/:versionKey'> => {
  const draft = state.drafts.get(key);
  if (draft) return draft;
  const number = key.slice(1);
  const receipt = number === '4.0' ? state.receipts.get(persona) : undefined;
  return {
    ...versionRow(number, number === '3.0' ? 'superseded' : 'published', persona),
    body: policyText,
    contentHash: createHash('sha256').update(number).digest('hex'),
    ...(receipt ? { receipt } : {}),
    ...(number === '3.0' ? {} : { previous: { key: 'v3.0', number: '3.0' } }),
    freshness,
  };
};

export const policy = (persona: Persona, state: MockState): Answer<'GET /api/policy'> => ({
  current: version(state.published, persona, state),
  versions: [
    ...[...state.drafts.values()].filter((draft) => draft.state === 'draft'),
    versionRow('4.0', 'published', persona),
    versionRow('3.0', 'superseded', persona),
  ],
  receipts: [...[state.receipts.get(persona) ?? []].flat(), receiptAt('3.0', '2025-11-03T11:40:00.000Z', 'card')],
  ...(persona === 'ciso' ? { yearly: yearly(state.policyWay) } : {}),
  earlier: 0,
  abilities: { draft: persona === 'ciso', seeCoverage: may(persona).seeCoverage, acknowledge: true },
  freshness,
});

export const earlierReceipts = (): Answer<'GET /api/policy/earlier-receipts'> => ({
  receipts: [receiptAt('2.0', '2024-10-07T07:12:00.000Z', 'card'), receiptAt('1.0', '2023-10-02T06:30:00.000Z')],
  freshness,
});

const sizes = [412, 386, 371, 248, 203, 141, 187, 223, 126];
const shares = [71.1, 78.2, 80.6, 75.4, 69.5, 91.5, 84, 93.3, 100];

export const coverage = (
  persona: Persona,
  state: MockState,
): Answer<'GET /api/policy/versions/:versionKey/coverage'> => {
  const rows = centres.map((centre, position) => {
    const people = sizes[position] ?? 100;
    const acknowledged = Math.round((people * (shares[position] ?? 50)) / 100);
    return {
      centre,
      people,
      acknowledged,
      missing: people - acknowledged,
      percent: shares[position] ?? 50,
      previousPercent: Math.min(99, (shares[position] ?? 50) + 6),
      coordinators: position === 4 ? [] : [refAt(9 + position)],
      abilities: { seePeople: persona === 'ciso' || position === 0 },
    };
  });
  const sum = (of: 'people' | 'acknowledged' | 'missing') => rows.reduce((total, row) => total + row[of], 0);
  return {
    version: versionRow('4.0', 'published', persona),
    people: sum('people'),
    acknowledged: sum('acknowledged') + (state.receipts.has('employee') ? 1 : 0),
    missing: sum('missing') - (state.receipts.has('employee') ? 1 : 0),
    percent: 78.4,
    centres: rows,
    freshness,
  };
};

const deliveries = ['sent', 'sent', 'sent', 'notApplicable', 'blocked', 'waiting', 'uncertain'];
const missingPeople = Array.from({ length: 131 }, (_, position) => ({
  ...personAt(position),
  delivery: deliveries[position % deliveries.length] ?? 'sent',
  ...(position % deliveries.length === 3 ? { code: 'noTeams' } : {}),
  daysLeft: position % 11 === 0 ? 30 : 12,
}));

export function missing(query: URLSearchParams): Answer<'GET /api/policy/versions/:versionKey/missing'> {
  const q = (query.get('q') ?? '').toLowerCase();
  const centreId = query.get('centreId');
  const sort = query.get('sort') ?? 'name';
  const offset = Number(query.get('offset') ?? 0);
  const limit = Number(query.get('limit') ?? 100);
  const textOf = (person: (typeof missingPeople)[number]) =>
    ({ centre: person.centre, hiredOn: person.hiredOn, delivery: person.delivery })[sort] ?? person.name;
  const found = missingPeople
    .filter((person) => person.name.toLowerCase().includes(q) && (!centreId || person.centreId === centreId))
    .sort((one, other) => textOf(one).localeCompare(textOf(other), 'da'));
  return { people: found.slice(offset, offset + limit), total: found.length, freshness };
}

export const receipts = (): Answer<'GET /api/policy/versions/:versionKey/receipts'> => ({
  receipts: Array.from({ length: 12 }, (_, position) => ({
    person: refAt(position + 200),
    outcome: position === 3 ? 'onLeave' : 'acknowledged',
    at: now,
    channel: position % 3 === 0 ? 'card' : 'tab',
  })),
  total: 12,
  freshness,
});

export const audience = (versionKey: string): Answer<'GET /api/policy/versions/:versionKey/audience'> => ({
  versionKey,
  changeKind: 'major',
  people: 2337,
  reachable: 2296,
  carriedOver: 0,
  acknowledgeBy: '2026-12-12',
  choices: [{ when: 'now', effectiveOn: '2026-11-24', acknowledgeBy: '2026-12-12' }],
  centres: centres.map((centre, position) => ({ centre, people: sizes[position] ?? 0, unreachable: position })),
  unreachable: [
    { reason: 'noTeams', people: 38 },
    { reason: 'blocked', people: 3 },
  ],
  sendSeconds: 58,
});

export const campaign = (): MockState['campaign'] => ({
  key: 'policy_v4.0',
  title: 'Informationssikkerhedspolitik 4.0',
  kind: 'policy',
  subjectKey: 'v4.0',
  state: 'sending',
  startedAt: '2026-11-24T09:10:00.000Z',
  startedBy: refAt(40),
  audience: 2337,
  counts: { sent: 1204, waiting: 1058, reserved: 34, notApplicable: 38, blocked: 3 },
  ratePerSecond: 39.4,
  secondsLeft: 28,
  abilities: { pause: true, resume: false, cancel: true },
});

export const unreachable = (): Answer<'GET /api/unreachable'> => ({
  people: Array.from({ length: 14 }, (_, position) => ({
    ...personAt(position * 3),
    reason: ['noTeams', 'blocked', 'notInstalled', 'uncertain'][position % 4] ?? 'noTeams',
    about: 'Informationssikkerhedspolitik 4.0',
  })),
  freshness,
});

const member = (position: number, chair = false) => ({
  ...refAt(position),
  assignmentKey: `a${position}`,
  chair,
  startsOn: '2025-01-01',
  byGroup: position % 5 === 0,
  nameDeputy: position % 5 !== 0,
  ...(position === 81 ? { deputy: refAt(90) } : {}),
});

export const organisation = (persona: Persona): Answer<'GET /api/organisation'> => ({
  name: 'Ishøj Kommune',
  employees: 2297,
  withoutCentre: persona === 'ciso' ? 3 : 0,
  bodies: [
    { role: 'cityCouncil', members: [] },
    { role: 'executiveBoard', members: [member(60, true), member(61), member(62)] },
    { role: 'corporateManagement', members: Array.from({ length: 11 }, (_, position) => member(63 + position)) },
    { role: 'securityCommittee', members: [member(80, true), member(81), member(82), member(83), member(84)] },
    { role: 'ciso', members: [member(40)] },
    { role: 'securityTeam', members: [member(41), member(42), member(43)] },
    { role: 'councilSecretary', members: [member(45)] },
  ],
  centres: centres.map((centre, position) => ({
    ...centre,
    employees: sizes[position] ?? 0,
    managers: [refAt(27 + position)],
    coordinators: position === 4 ? [] : [refAt(9 + position)],
  })),
  abilities: { assignRoles: persona === 'ciso' },
  freshness,
});

export const assignments = (): MockState['assignments'] =>
  Array.from({ length: 24 }, (_, position) => {
    const state = position % 8 === 7 ? 'ended' : 'current';
    return {
      key: `a${position}`,
      person: refAt(position + 9),
      role: position % 2 === 0 ? 'coordinator' : 'centreManager',
      centre: centres[position % centres.length],
      chair: false,
      startsOn: '2025-01-01',
      ...(state === 'ended' ? { endsOn: '2026-06-30' } : {}),
      state,
      abilities: { end: state !== 'ended', nameDeputy: state !== 'ended' && position % 2 === 1 },
    };
  });

export const centreDetail = (
  centreId: string,
  persona: Persona,
  state: MockState,
): Answer<'GET /api/organisation/centres/:centreId'> => {
  const centre = organisation(persona).centres.find(({ id }) => id === centreId);
  if (!centre) throw new Error(`no centre ${centreId}`);
  return {
    centre,
    assignments: state.assignments.filter((assignment) => assignment.centre?.id === centreId),
    ...(persona === 'employee' || persona === 'done'
      ? {}
      : {
          people: Array.from({ length: 64 }, (_, position) => ({
            ...personAt(position * 9),
            teams: position % 13 !== 0,
          })),
        }),
    freshness,
  };
};
