import { z } from 'zod';
import { actionView } from '../actions/contract.ts';
import { centreRef, freshness } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';

export const initiativesView = z.object({
  centre: centreRef,
  /** Subject of a new initiative. */
  key: z.string(),
  /** By due date; for readers who only own some, those. */
  improvementList: z.array(actionView),
  abilities: z.object({ improve: z.boolean() }),
  freshness,
});
export type InitiativesView = z.output<typeof initiativesView>;

export const initiativesContract = {
  'GET /api/initiatives/:centreId': {
    summary: 'A centre’s own initiatives: what it has agreed to make better, by whom and when (R15)',
    answer: initiativesView,
  },
} satisfies Endpoints;
