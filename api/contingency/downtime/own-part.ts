import type { Context } from '../../context.ts';
import { stableKey, type CentreId, type PersonId } from '../../kernel/index.ts';
import type { PlanContent } from '../contract.ts';
import { knownPartsOf, ownStepsOf, type OwnStep } from '../plans/plan-people.ts';
import type { PlanNow } from '../plans/plan-lists.ts';
import { ContingencyLog } from '../exercises/test-lists.ts';
import { plansOf } from './testable.ts';

/** An own step, with its plan and when it was done. */
export interface OwnStepNow extends OwnStep {
  planKey: string;
  doneAt?: string;
}

/** A named person's part in the plans of a downtime. */
export interface OwnPart {
  /** In force and naming the person. */
  plans: PlanNow[];
  /** Their roles in the plans. */
  roles: string[];
  /** In plan order; none for people only on a call list. */
  steps: OwnStepNow[];
  workarounds: PlanContent['workarounds'];
}

interface About {
  assetKey: string;
  centreIds: readonly CentreId[];
}

/** Everybody named in the plans in force of a downtime, by person id. Employed or not. From memory. */
export const namedIn = (context: Context, about: About): PersonId[] =>
  [
    ...new Set(
      plansOf(context, about).flatMap(({ current }) =>
        current ? knownPartsOf(current.version).map(({ personId }) => personId) : [],
      ),
    ),
  ].sort();

/** The key of a completed step's log entry: one per downtime, plan, step and person. */
export const stepDoneKey = (
  downtimeKey: string,
  { planKey, stepKey, personId }: { planKey: string; stepKey: string; personId: PersonId },
): string => stableKey('stepDone', ...downtimeKey.split('_'), planKey, stepKey, personId);

/** A person's own part in a downtime; undefined when no plan in force of it names them. From memory. */
export function ownPartOf(
  context: Context,
  downtime: About & { key: string },
  personId: PersonId,
): OwnPart | undefined {
  const named = plansOf(context, downtime).flatMap((now) => {
    const part = now.current && knownPartsOf(now.current.version).find((one) => one.personId === personId);
    return now.current && part ? [{ now, part, content: now.current.version.content }] : [];
  });
  if (named.length === 0) return undefined;
  const log = context.list(ContingencyLog);
  return {
    plans: named.map(({ now }) => now),
    roles: [...new Set(named.flatMap(({ part }) => part.roles))],
    steps: named.flatMap(({ now, content }) =>
      ownStepsOf(content, personId).map((step) => {
        const of = { planKey: now.plan.key, stepKey: step.key, personId };
        const doneAt = log.get(stepDoneKey(downtime.key, of))?.at;
        return { ...step, planKey: now.plan.key, ...(doneAt === undefined ? {} : { doneAt }) };
      }),
    ),
    workarounds: named.flatMap(({ content }) => content.workarounds),
  };
}

/** The step to do next; undefined when all are done. Pure. */
export const nextStepOf = ({ steps }: Pick<OwnPart, 'steps'>): OwnStepNow | undefined =>
  steps.find(({ doneAt }) => doneAt === undefined);
