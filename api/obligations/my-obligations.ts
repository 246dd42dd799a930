import type { Context } from '../context.ts';
import { compareText, todayOf, type Actor, type LocalDate, type Obligation } from '../kernel/index.ts';
import type { AnswerOf } from '../http/endpoint.ts';
import { findPerson } from '../organisation/index.ts';
import { orWhileHeld, type Stored } from '../sharepoint/index.ts';
import type { obligationsContract } from './contract.ts';
import { HandOvers, type HandOver } from './hand-over-list.ts';
import { isInForce } from './hand-overs.ts';
import { handOverViewOf, obligationRowOf, obligationsFreshness } from './obligation-rows.ts';
import { obligationsOf } from './obligations.ts';
import { maySeeCentre } from './permissions.ts';
import { sharedOn } from './shared-obligations.ts';

type MyObligations = AnswerOf<(typeof obligationsContract)['GET /api/obligations']>;
type HandOverList = AnswerOf<(typeof obligationsContract)['GET /api/obligations/hand-overs']>;

/** The reader's obligations, most urgent first, and those handed over (R7). Includes those that are paused. */
export function myObligations(context: Context, actor: Actor, { show }: { show: 'open' | 'done' }): MyObligations {
  const today = todayOf(context.clock);
  const wanted = (state: Obligation['state']) => (state === 'done') === (show === 'done');
  const direction = show === 'done' ? -1 : 1;
  return {
    obligations: obligationsOf(context, actor.personId, today)
      .filter(({ state }) => wanted(state))
      .sort((one, other) => direction * byDue(one, other))
      .map((obligation) => obligationRowOf(context, actor, obligation, today)),
    handedOver: orWhileHeld(() => handOversWith(context, today, wanted), [])
      .filter(({ from }) => from === actor.personId)
      .map((handOver) => handOverViewOf(context, actor, handOver)),
    freshness: obligationsFreshness(context),
  };
}

/** Hand-overs in force of unfinished work in the actor's reach; newest first. */
export function handOverList(context: Context, actor: Actor): HandOverList {
  const inReach = ({ centreId, from }: HandOver) =>
    maySeeCentre(actor, centreId) || maySeeCentre(actor, findPerson(context, from)?.centreId);
  return {
    handOvers: handOversWith(context, todayOf(context.clock), (state) => state !== 'done')
      .filter(inReach)
      .map((handOver) => handOverViewOf(context, actor, handOver)),
    freshness: obligationsFreshness(context),
  };
}

/** Work that is no longer derived has no owner, and its hand-over no effect. */
const handOversWith = (
  context: Context,
  today: LocalDate,
  wanted: (state: Obligation['state']) => boolean,
): Stored<HandOver>[] => {
  const { byKey } = sharedOn(context, today);
  const isWanted = ({ obligationKey }: HandOver) => {
    const obligation = byKey.get(obligationKey);
    return obligation !== undefined && wanted(obligation.state);
  };
  return context
    .list(HandOvers)
    .all()
    .filter((handOver) => isInForce(handOver, today) && isWanted(handOver))
    .sort((one, other) => other.at.localeCompare(one.at));
};

export const byDue = (one: Obligation, other: Obligation): number =>
  compareText(one.due, other.due) || compareText(one.key, other.key);
