import { annualWheelContract } from '../../../../api/annual-wheel/contract.ts';
import { approvalsContract } from '../../../../api/approvals/contract.ts';
import { assetsContract } from '../../../../api/assets/contract.ts';
import { contingencyContract } from '../../../../api/contingency/contract.ts';
import { criticalServicesContract } from '../../../../api/critical-services/contract.ts';
import { deliveriesContract } from '../../../../api/deliveries/contract.ts';
import type { Endpoint } from '../../../../api/http/endpoint.ts';
import { initiativesContract } from '../../../../api/initiatives/contract.ts';
import { measuresContract } from '../../../../api/measures/contract.ts';
import { obligationsContract } from '../../../../api/obligations/contract.ts';
import { operationsContract } from '../../../../api/operations/contract.ts';
import { organisationContract } from '../../../../api/organisation/contract.ts';
import { ownershipContract } from '../../../../api/ownership/contract.ts';
import { policyApprovalContract, policyContract } from '../../../../api/policy/contract.ts';
import { proceduresContract } from '../../../../api/procedures/contract.ts';
import { risksContract } from '../../../../api/risks/contract.ts';
import { incidentsContract } from '../../../../api/incidents/contract.ts';
import { signSheetsContract } from '../../../../api/sign-sheets/contract.ts';
import { standardsContract } from '../../../../api/standards/contract.ts';
import * as answers from './answers.ts';
import { personaOf, type MockState, type Persona } from './answers.ts';
import { approvalHandlers } from './approvals-answers.ts';
import { freshApprovals } from './approvals-state.ts';
import { assetHandlers, freshAssets } from './assets-answers.ts';
import { mineHandlers } from './contingency-mine-answers.ts';
import { contingencyOverviewHandlers } from './contingency-overview-answers.ts';
import { downtimeHandlers, freshDowntimes } from './contingency-downtime-answers.ts';
import { freshPacks, packHandlers } from './contingency-packs-answers.ts';
import { freshPlans, planHandlers } from './contingency-plans-answers.ts';
import { freshTests, testHandlers } from './contingency-tests-answers.ts';
import { incidentHandlers } from './incidents-answers.ts';
import { signSheetHandlers } from './sign-sheets-answers.ts';
import { freshMeasures, measureHandlers } from './measures-answers.ts';
import { freshObligations, obligationHandlers, owedBy } from './obligations-answers.ts';
import { operations } from './operations-answer.ts';
import { ownershipHandlers } from './ownership-answers.ts';
import { centres, personAt, refAt } from './people.ts';
import { freshPolicyWay, policyWayHandlers, request, way } from './policy-way.ts';
import { procedureHandlers } from './procedures-answers.ts';
import { freshProcedures } from './procedures-state.ts';
import { assessmentHandlers, freshAssessments } from './risks-assessment-answers.ts';
import { freshRisks, riskOverviewHandlers } from './risks-overview-answers.ts';
import { freshServices, serviceHandlers } from './contingency-services-answers.ts';
import { freshStandards, standardHandlers } from './standards-answers.ts';
import { freshScales, scaleHandlers } from './risks-scales-answers.ts';
import { freshTreatment, treatmentHandlers } from './risks-treatment-answers.ts';
import { wheelHandlers, wheelState } from './wheel-answers.ts';

const contract: Record<string, Endpoint> = {
  ...organisationContract,
  ...policyContract,
  ...proceduresContract,
  ...policyApprovalContract,
  ...annualWheelContract,
  ...approvalsContract,
  ...deliveriesContract,
  ...measuresContract,
  ...signSheetsContract,
  ...ownershipContract,
  ...incidentsContract,
  ...obligationsContract,
  ...initiativesContract,
  ...operationsContract,
  ...assetsContract,
  ...risksContract,
  ...contingencyContract,
  ...standardsContract,
  ...criticalServicesContract,
};

/** What a test puts in the place of an endpoint's answer. */
export interface Override {
  status?: number;
  body?: unknown;
  /** Of an answer with a status of its own. */
  headers?: Record<string, string>;
  /** Answers in place of the ordinary handler, by what is asked. */
  answer?: (asked: Asked) => unknown;
  /** Changes the ordinary answer, e.g. to an old one. */
  change?: (body: object) => unknown;
  delayMilliseconds?: number;
  /** Holds the answer back until this resolves. */
  until?: Promise<unknown>;
  /** How many requests it is good for; all when absent. */
  times?: number;
}

interface Asked {
  persona: Persona;
  params: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, string>;
}
type Handlers = Record<string, (asked: Asked) => unknown>;

export const freshState = (): MockState => ({
  receipts: new Map([['done', answers.receiptAt('4.0', '2026-11-19T07:05:00.000Z', 'card')]]),
  drafts: new Map(),
  published: 'v4.0',
  campaign: answers.campaign(),
  assignments: answers.assignments(),
  obligations: freshObligations(),
  wheel: wheelState(),
  procedures: freshProcedures(),
  policyWay: freshPolicyWay(),
  approvals: freshApprovals(),
  measures: freshMeasures(),
  assets: freshAssets(),
  risks: freshRisks(),
  standards: freshStandards(),
  assessments: freshAssessments(),
  treatment: freshTreatment(),
  contingencyTests: freshTests(),
  contingencyPlans: freshPlans(),
  contingencyPacks: freshPacks(),
  downtimes: freshDowntimes(),
  scales: freshScales(),
  criticalServices: freshServices(),
});

const draftFrom = (body: Record<string, string>, state: MockState) => {
  const key = `v${body['number']?.trim() ?? ''}`;
  const base = answers.version('v4.0', 'ciso', state);
  const draft = {
    ...base,
    ...body,
    key,
    state: 'draft' as const,
    abilities: { edit: true, publish: true, seeCoverage: true, submit: true, comment: true, readComments: true },
    way: way(),
    previous: { key: 'v4.0', number: '4.0' },
    receipt: undefined,
    publishedAt: undefined,
    contentHash: undefined,
  };
  state.drafts.set(key, draft);
  return draft;
};

export function handlersOf(state: MockState): Handlers {
  const steer = (to: 'sending' | 'paused' | 'cancelled') => () => {
    const { waiting = 0, cancelled = 0, ...counts } = state.campaign.counts;
    state.campaign = {
      ...state.campaign,
      state: to,
      counts: to === 'cancelled' ? { ...counts, cancelled: cancelled + waiting } : state.campaign.counts,
      abilities: { pause: to === 'sending', resume: to === 'paused', cancel: to !== 'cancelled' },
    };
    return state.campaign;
  };
  return {
    'GET /api/me': ({ persona }) => {
      const me = answers.me(persona, state);
      const roles = [{ role: 'coordinator' as const, centre: centres[0] }];
      return persona === 'isk' ? { ...me, roles, obligations: owedBy(persona, state.obligations) } : me;
    },
    ...obligationHandlers(state),
    ...wheelHandlers(state.wheel),
    ...procedureHandlers(state.procedures),
    ...policyWayHandlers(state.policyWay, state.drafts),
    'POST /api/policy/reapprove': ({ persona }) => {
      state.policyWay.yearly = request('policyVersion_v4.0_2', 0, { purpose: 'reapproval' });
      return answers.policy(persona, state);
    },
    ...approvalHandlers(state.approvals),
    ...measureHandlers(state.measures),
    ...signSheetHandlers,
    ...ownershipHandlers,
    ...incidentHandlers,
    ...assetHandlers(state.assets),
    ...riskOverviewHandlers(state.risks),
    ...contingencyOverviewHandlers,
    ...serviceHandlers(state.criticalServices),
    ...mineHandlers,
    ...standardHandlers(state.standards),
    ...assessmentHandlers(state.assessments),
    ...treatmentHandlers(state.treatment),
    ...testHandlers(state.contingencyTests),
    ...planHandlers(state.contingencyPlans),
    ...packHandlers(state.contingencyPacks),
    ...downtimeHandlers(state.downtimes),
    ...scaleHandlers(state.scales),
    'GET /api/policy': ({ persona }) => answers.policy(persona, state),
    'GET /api/policy/earlier-receipts': () => answers.earlierReceipts(),
    'GET /api/policy/versions/:versionKey': ({ persona, params }) =>
      answers.version(params['versionKey'] ?? '', persona, state),
    'POST /api/policy/versions': ({ body }) => draftFrom(body, state),
    'PUT /api/policy/versions/:versionKey': ({ body }) => draftFrom(body, state),
    'DELETE /api/policy/versions/:versionKey': ({ params }) => void state.drafts.delete(params['versionKey'] ?? ''),
    'GET /api/policy/versions/:versionKey/audience': ({ params }) => answers.audience(params['versionKey'] ?? ''),
    'POST /api/policy/versions/:versionKey/publish': ({ params }) => {
      const key = params['versionKey'] ?? '';
      const draft = state.drafts.get(key);
      if (draft) {
        state.drafts.set(key, {
          ...draft,
          state: 'published',
          publishedAt: answers.now,
          abilities: { edit: false, publish: false, seeCoverage: true },
        });
        state.published = key;
      }
      return { version: answers.version(key, 'ciso', state), campaign: state.campaign };
    },
    'POST /api/policy/versions/:versionKey/acknowledge': ({ persona }) => {
      const before = state.receipts.get(persona);
      const receipt = before ?? answers.receiptAt('4.0');
      state.receipts.set(persona, receipt);
      return { result: before ? 'alreadyAcknowledged' : 'acknowledged', receipt };
    },
    'GET /api/policy/versions/:versionKey/campaign': () => ({ campaign: state.campaign }),
    'GET /api/policy/versions/:versionKey/coverage': ({ persona }) => answers.coverage(persona, state),
    'GET /api/policy/versions/:versionKey/missing': ({ query }) => answers.missing(query),
    'GET /api/policy/versions/:versionKey/receipts': () => answers.receipts(),
    'POST /api/campaigns/:campaignKey/pause': steer('paused'),
    'POST /api/campaigns/:campaignKey/resume': steer('sending'),
    'POST /api/campaigns/:campaignKey/cancel': steer('cancelled'),
    'GET /api/unreachable': () => answers.unreachable(),
    'GET /api/operations': () => operations(),
    'GET /api/organisation': ({ persona }) => answers.organisation(persona),
    'GET /api/organisation/centres/:centreId': ({ persona, params }) =>
      answers.centreDetail(params['centreId'] ?? '', persona, state),
    'GET /api/organisation/assignments': () => ({ assignments: state.assignments, freshness: answers.freshness }),
    'POST /api/organisation/assignments': ({ body }) => {
      const position = Number(body['personId']?.slice(1));
      const appointed = {
        key: `new${state.assignments.length}`,
        person: refAt(position),
        role: body['role'] as 'coordinator',
        centre: centres.find(({ id }) => id === body['centreId']),
        chair: false,
        startsOn: body['startsOn'] ?? '',
        state: 'current' as const,
        abilities: { end: true },
      };
      state.assignments.push(appointed);
      return appointed;
    },
    'POST /api/organisation/assignments/:key/end': ({ params, body }) => {
      const ended = state.assignments.find(({ key }) => key === params['key']);
      if (!ended) throw new Error('no such assignment');
      ended.endsOn = body['endsOn'] ?? '';
      return ended;
    },
    'POST /api/organisation/assignments/:key/deputy': ({ params, body }) => {
      const named = state.assignments.find(({ key }) => key === params['key']);
      if (!named) throw new Error('no such assignment');
      if (body['personId']) named.deputy = refAt(Number(body['personId'].slice(1)));
      else delete named.deputy;
      return named;
    },
    'GET /api/people': ({ query }) => {
      const q = (query.get('q') ?? '').toLowerCase();
      const found = Array.from({ length: 300 }, (_, position) => position)
        .filter((position) => personAt(position).name.toLowerCase().includes(q))
        .slice(0, 20);
      return { people: found.map(refAt) };
    },
  };
}

/** The endpoints of the contract, with what their addresses look like. */
const endpoints = Object.keys(contract).map((name) => {
  const [method, pattern = ''] = name.split(' ');
  return { name, method, pattern: new RegExp(`^${pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) };
});

/** The endpoint that a request is for, with the values of its `:params`. */
export function endpointOf(method: string, path: string): { name: string; params: Record<string, string> } | undefined {
  for (const endpoint of endpoints) {
    const match = endpoint.method === method ? endpoint.pattern.exec(path) : null;
    if (match) return { name: endpoint.name, params: { ...match.groups } };
  }
  return undefined;
}

/** The answer as the contract gives it out: a mock that drifts from the contract fails here. */
export const parsedBy = (name: string, body: unknown): unknown => contract[name]?.answer?.parse(body);

export const askedBy = (
  token: string,
  params: Record<string, string>,
  query: URLSearchParams,
  text: string,
): Asked => ({
  persona: personaOf(token),
  params,
  query,
  body: text === '' ? {} : (JSON.parse(text) as Record<string, string>),
});
