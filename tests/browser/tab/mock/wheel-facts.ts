import type { z } from 'zod';
import type { annualWheelContract } from '../../../../api/annual-wheel/contract.ts';

type Contract = typeof annualWheelContract;
export type WheelAnswer<Name extends keyof Contract> = Contract[Name] extends { answer: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : undefined;
export type TaskRow = WheelAnswer<'GET /api/wheel/tasks'>['tasks'][number];

export interface WheelAsked {
  persona: string;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}

export const today = '2026-11-24';
export const now = '2026-11-24T09:12:00.000Z';
export const freshness = { asOf: now, stale: false };
export const daysLeft = (due: string) => (Date.parse(due) - Date.parse(today)) / 86_400_000;
export const lookOf = (state: TaskRow['state'], due: string): TaskRow['look'] => {
  if (state === 'done' || state === 'cancelled') return state;
  if (due < today) return 'overdue';
  return daysLeft(due) <= 30 ? 'due' : 'planned';
};
