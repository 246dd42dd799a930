import { z } from 'zod';
import { actionView } from '../actions/contract.ts';
import { centreRef, freshness } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';

export const initiativesView = z.object({
  centre: centreRef,
  /** What an initiative is added about. */
  key: z.string(),
  /** The first due first; to whoever only has some of them as tasks, those. */
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
