import { z } from 'zod';
import { freshness } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, idOrNone } from '../http/input.ts';
import { count, role, title } from './contract-fields.ts';
import { taskRow } from './wheel-contract.ts';

/** A group of one-off tasks with progress, e.g. a policy's implementation plan. */
export const planView = z.object({
  key: z.string(),
  title: z.string(),
  policyVersionKey: z.string().optional(),
  tasks: z.array(taskRow),
  total: count,
  done: count,
  overdue: count,
  /** All open tasks were withdrawn, e.g. when a newer policy version took over. */
  closed: z.object({ on: z.iso.date(), reason: z.string() }).optional(),
  abilities: z.object({ edit: z.boolean() }),
});
export type PlanView = z.output<typeof planView>;

/** Implementation plans (R12). */
export const planContract = {
  'GET /api/wheel/plans': {
    summary: 'Implementation plans with progress',
    answer: z.object({ plans: z.array(planView), abilities: z.object({ edit: z.boolean() }), freshness }),
  },
  'POST /api/wheel/plans': {
    summary: 'Make a plan; with a policy version it begins with the tasks a new policy brings',
    body: z.object({ title, policyVersionKey: idOrNone.optional(), startsOn: day() }),
    answer: planView,
  },
  'POST /api/wheel/plans/:planKey/tasks': {
    summary: 'Add a one-off task to a plan',
    body: z.object({
      title,
      due: day(),
      role,
      personId: idOrNone.optional(),
      scope: z.enum(['organisation', 'centres']).default('organisation'),
    }),
    answer: planView,
  },
} satisfies Endpoints;
