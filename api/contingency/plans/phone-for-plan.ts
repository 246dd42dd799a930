import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { directoryPhone } from './phones.ts';
import { writable } from './plan-access.ts';

/**
 * The directory's number of one person, to write into a plan. Only whoever writes the plan may ask: nobody else looks up
 * the numbers of others. From memory. Throws AppError: missing, forbidden, conflict.
 */
export function phoneForPlan(
  context: Context,
  actor: Actor,
  { planKey, personId }: { planKey: string; personId: string },
): { phone?: string } {
  writable(context, actor, planKey);
  const phone = directoryPhone(context, personId);
  return phone === undefined ? {} : { phone };
}
