import type { ApprovalContent, ApprovalRequest, StagePlan } from '../approvals/index.ts';
import { isCentreRole } from '../kernel/index.ts';
import type { MeasureBody, measureStates } from './contract.ts';
import type { Measure } from './measure-list.ts';

export type MeasureState = (typeof measureStates)[number];

export const measureSubject = 'measure';
/** A measure is changed, discarded and submitted in turn (`oneAtATime`). */
export const measureTurn = (measureKey: string): string => `measure ${measureKey}`;
/** Key of a measure's plan. */
export const measurePlanKey = (measureKey: string): string => `measure-${measureKey}`;
export const measurePath = (measureKey: string): string => `/measures/${measureKey}`;

/** The committee prepares it, Koncernledelsen decides (R13). */
export const measureWay: readonly StagePlan[] = [
  { body: 'securityCommittee', rule: 'quorum', days: 14 },
  { body: 'corporateManagement', rule: 'quorum', days: 21 },
];

/** Status of its tasks; cancelled ones are not counted. */
export interface Progress {
  total: number;
  done: number;
  overdue: number;
}

const groups = {
  asked: ['waiting', 'returned', 'rejected', 'approved', 'underWay', 'done'],
  granted: ['approved', 'underWay', 'done'],
  unfunded: ['waiting', 'returned'],
} as const satisfies Record<string, readonly MeasureState[]>;
/** A state, or several by one name. */
export type MeasureStates = MeasureState | keyof typeof groups;
export function isOfStates(state: MeasureState, wanted: MeasureStates): boolean {
  if (wanted !== 'asked' && wanted !== 'granted' && wanted !== 'unfunded') return state === wanted;
  const group: readonly MeasureState[] = groups[wanted];
  return group.includes(state);
}

/** A measure's state: by its latest request, and once approved by its tasks. */
export function measureState(
  request: Pick<ApprovalRequest, 'state'> | undefined,
  { total, done }: Progress,
): MeasureState {
  switch (request?.state) {
    case undefined:
    case 'withdrawn':
      return 'draft';
    case 'open':
      return 'waiting';
    case 'returned':
      return 'returned';
    case 'rejected':
      return 'rejected';
    case 'approved': {
      if (total === 0) return 'approved';
      return done === total ? 'done' : 'underWay';
    }
  }
}

/** Editable until submission, and again when returned or withdrawn. */
export const isEditable = (state: MeasureState): boolean => state === 'draft' || state === 'returned';

/** A step for each centre's manager or ISK becomes one per centre. */
export const withScopes = (body: Pick<MeasureBody, 'steps'>): Measure['steps'] =>
  body.steps.map(({ title, role, due, scope = 'organisation' }) => ({
    title,
    role,
    due,
    scope: isCentreRole(role) ? 'centres' : scope,
  }));

/** The document's texts in the reader's language. */
export interface MeasureWords {
  background: string;
  cost: string;
  costs(once: number, yearly: number): string;
  risk: string;
  recommendation: string;
  steps: string;
  step(step: Measure['steps'][number]): string;
}

/** What exactly is decided, as one text. */
export function measureContent(measure: Measure, words: MeasureWords): ApprovalContent {
  const { title, background, costOnce, costYearly, risk, recommendation, steps } = measure;
  const parts = [
    `## ${words.recommendation}`,
    recommendation,
    `## ${words.background}`,
    background,
    `## ${words.risk}`,
    risk,
    `## ${words.cost}`,
    words.costs(costOnce, costYearly),
    ...(steps.length === 0 ? [] : [`## ${words.steps}`, steps.map((step) => `- ${words.step(step)}`).join('\n')]),
  ];
  return { title, text: parts.join('\n\n') };
}
