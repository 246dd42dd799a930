import type { z } from 'zod';
import type { Context } from '../context.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { findPerson, freshnessOf, People, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { exemptionView as exemptionSchema } from './contract.ts';
import { Exemptions, type Exemption } from './exemption-list.ts';
import { learnersInSight } from './learners-view.ts';
import { mayExempt, mayExemptIn } from './permissions.ts';

export type ExemptionView = z.output<typeof exemptionSchema>;

export function exemptionView(context: Context, actor: Actor, exemption: Stored<Exemption>): ExemptionView {
  const { key, personId, courseKey, reason, from, until, endedOn, grantedBy } = exemption;
  const today = todayOf(context.clock);
  const ended = endedOn !== undefined || (until !== undefined && until < today);
  const mine = mayExemptIn(actor, findPerson(context, personId)?.centreId) && personId !== actor.personId;
  return {
    key,
    person: personRef(context, personId),
    courseKey,
    reason,
    from,
    ...(until === undefined && endedOn === undefined ? {} : { until: endedOn ?? until }),
    by: personRef(context, grantedBy),
    state: ended ? 'ended' : 'current',
    abilities: { end: !ended && mine },
  };
}

/** Exemptions of visible people: those in force first, then the newest. */
export function exemptionList(context: Context, actor: Actor) {
  const inSight = learnersInSight(actor, undefined);
  const exemptions = context
    .list(Exemptions)
    .all()
    .filter(({ personId }) => inSight(findPerson(context, personId)?.centreId))
    .map((exemption) => exemptionView(context, actor, exemption))
    .sort(
      (one, other) =>
        one.state.localeCompare(other.state) || other.from.localeCompare(one.from) || one.key.localeCompare(other.key),
    );
  return { exemptions, abilities: { add: mayExempt(actor) }, freshness: freshnessOf(context, Exemptions, People) };
}
