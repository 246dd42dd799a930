import type { Context } from '../context.ts';
import {
  asAppError,
  atMostAMoment,
  conflict,
  forbidden,
  missing,
  notWaitedFor,
  nowOf,
  type Actor,
} from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Stored } from '../sharepoint/index.ts';
import { continuePublications } from './continue-publications.ts';
import { mayPublishPolicy } from './permissions.ts';
import { standsInTheWay } from './policy-requests.ts';
import { compareNumbers, published, type Grounds, type PublishWhen } from './policy-version.ts';
import { PolicyVersions, type PolicyVersion } from './policy-version-list.ts';
import { publishTerms } from './publish-terms.ts';
import { askedUntil, currentPolicy, policyTurn, requireAfterComing, versionOrThrow } from './versions.ts';

export interface Published {
  result: 'published' | 'alreadyPublished';
  version: Stored<PolicyVersion>;
}

/**
 * Publishes a draft without approval (R9), when urgent: the CISO gives a reason, and a time. Refused while it, or one
 * it would overtake, is in approval. About 9 resource units. Throws AppError: forbidden, missing, conflict
 * `policy.isWaiting` `policy.superseded` `policy.numberNotHigher` `policy.beforeComing`.
 */
export async function publishPolicy(
  context: Context,
  actor: Actor,
  { versionKey, reason, when }: { versionKey: string; reason: string; when?: PublishWhen | undefined },
): Promise<Published> {
  if (!mayPublishPolicy(actor)) throw forbidden('policy.mayNotPublish');
  const version = versionOrThrow(context, versionKey);
  if (version.state === 'draft' && standsInTheWay(context, version)) throw conflict('policy.isWaiting');
  // Urgent is urgent: what applies from today may overtake a coming version, which is then never in force.
  if (version.state === 'draft' && (when ?? 'asWritten') === 'asWritten') requireAfterComing(context, version);
  const answer = await putInForce(context, versionKey, (draft) => ({
    by: actor.personId,
    reason,
    ...publishTerms(draft, when, context.clock.now()),
  }));
  await continueNow(context, versionKey);
  return answer;
}

/**
 * Puts a draft in force. The version is re-read before it is written, and publication and authority are one item write:
 * concurrent presses give one publication, and the second gets it as the answer. The effects (the older version, the
 * campaign, the audit trail) are done by `continuePublications`. `groundsFor` sees what would be published and may
 * throw. Throws AppError: missing, conflict `policy.superseded` `policy.numberNotHigher`, unavailable.
 */
export const putInForce = (
  context: Context,
  versionKey: string,
  groundsFor: (version: PolicyVersion) => Grounds,
): Promise<Published> => oneAtATime(context, policyTurn, () => publishInTurn(context, versionKey, groundsFor));

async function publishInTurn(
  context: Context,
  versionKey: string,
  groundsFor: (version: PolicyVersion) => Grounds,
): Promise<Published> {
  const list = context.list(PolicyVersions);
  versionOrThrow(context, versionKey);
  const before = currentPolicy(context);
  if (before && before.key !== versionKey) await list.fresh(before.key);
  if (!(await list.fresh(versionKey))) throw missing('policy.noSuchVersion');

  let wonHere = false;
  const version = await list.update(versionKey, (current) => {
    wonHere = false;
    if (current.state === 'published') return undefined;
    if (current.state === 'discarded') throw missing('policy.noSuchVersion');
    if (current.state === 'superseded') throw conflict('policy.superseded', numbers(context, current));
    const grounds = groundsFor(current);
    const previous = currentPolicy(context, grounds.effectiveOn);
    if (previous && compareNumbers(current.number, previous.number) <= 0)
      throw conflict('policy.numberNotHigher', { field: 'number', number: current.number, current: previous.number });
    wonHere = true;
    return published(current, grounds, {
      now: nowOf(context.clock),
      withinDays: context.organisation.acknowledgeWithinDays,
      previousKey: previous?.key,
      askedUntil: askedUntil(context, current),
    });
  });
  return { result: wonHere ? 'published' : 'alreadyPublished', version };
}

const numbers = (context: Context, version: PolicyVersion) => ({
  number: version.number,
  current: currentPolicy(context)?.number ?? version.number,
});

/** The publication is stored: failed or slow effects are completed by the job, and do not fail the press. */
const continueNow = (context: Context, versionKey: string): Promise<void> =>
  atMostAMoment(
    notWaitedFor(() => continuePublications(context)).catch((thrown: unknown) => {
      context.log.warn({ versionKey, code: asAppError(thrown).code }, 'publication is carried on by the job');
    }),
  );
