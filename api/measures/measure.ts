import type { ApprovalContent, ApprovalRequest, StagePlan } from '../approvals/index.ts';
import { isCentreRole } from '../kernel/index.ts';
import type { MeasureBody, measureStates } from './contract.ts';
import type { Measure } from './measure-list.ts';

export type MeasureState = (typeof measureStates)[number];

export const measureSubject = 'measure';
/** The plan that carries out a measure. */
export const measurePlanKey = (measureKey: string): string => `measure-${measureKey}`;
export const measurePath = (measureKey: string): string => `/measures/${measureKey}`;

/** The committee prepares it, Koncernledelsen decides (R13). */
export const measureWay: readonly StagePlan[] = [
  { body: 'securityCommittee', rule: 'quorum', days: 14 },
  { body: 'corporateManagement', rule: 'quorum', days: 21 },
];

/** How its tasks stand; what is cancelled counts in none of the numbers. */
export interface Progress {
  total: number;
  done: number;
  overdue: number;
}

/** Where a measure stands: its latest request, and once it is approved its tasks. */
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

/** It may be changed until it is sent, and again when it has been sent back or taken back. */
export const isEditable = (state: MeasureState): boolean => state === 'draft' || state === 'returned';

/** A step that each centre's own manager or ISK does is one for each centre. */
export const withScopes = (body: Pick<MeasureBody, 'steps'>): Measure['steps'] =>
  body.steps.map(({ title, role, due, scope = 'organisation' }) => ({
    title,
    role,
    due,
    scope: isCentreRole(role) ? 'centres' : scope,
  }));

/** Words of the document in the reader's language. */
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
