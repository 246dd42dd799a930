import type { Context } from '../context.ts';
import { todayOf, type Actor, type LocalDate, type Obligation } from '../kernel/index.ts';
import {
  Centres,
  centreRef,
  findPerson,
  freshnessOf,
  isAway,
  obligationViewOf,
  People,
  personRef,
  RoleAssignments,
} from '../organisation/index.ts';
import type { FreshnessView } from '../http/contract.ts';
import type { HandOverView, ObligationRow } from './contract.ts';
import { HandOvers, type HandOver } from './hand-over-list.ts';
import { askedLately } from './nudges.ts';
import { mayHandOverFor, mayNudgeFor } from './permissions.ts';
import { aboutPerson } from './person-about.ts';
import { sharedOn } from './shared-obligations.ts';
import { listsOfSources } from './source.ts';
import { orWhileHeld, type Stored } from '../sharepoint/index.ts';

/** When the obligations were current. */
export const obligationsFreshness = (context: Context): FreshnessView =>
  freshnessOf(context, People, Centres, RoleAssignments, HandOvers, ...listsOfSources(context));

/** An obligation with its owner, as the actor sees it. */
export function obligationRowOf(
  context: Context,
  actor: Actor,
  obligation: Obligation,
  today: LocalDate = todayOf(context.clock),
): ObligationRow {
  const { personId, personal, state } = obligation;
  const centre = centreRef(context, obligation.centreId);
  const person = findPerson(context, personId);
  // Obligations are shown also when nudges cannot be read.
  const askedOn = orWhileHeld(() => askedLately(context, obligation, today), undefined);
  return {
    ...obligationViewOf(context, obligation, today),
    person: personRef(context, personId),
    ...(centre ? { centre } : {}),
    away: person !== undefined && isAway(person, today),
    ...(askedOn === undefined ? {} : { askedOn }),
    abilities: {
      nudge: state === 'open' && askedOn === undefined && mayNudgeFor(actor, obligation),
      handOver: !personal && state === 'open' && mayHandOverFor(actor, aboutPerson(context, personId)),
    },
  };
}

/** Its kind is that of the work today: a kind may have been divided since. */
export function handOverViewOf(context: Context, actor: Actor, handOver: Stored<HandOver>): HandOverView {
  const { key, title, obligationKey, from, to, note, by, at, until, endedAt } = handOver;
  const { kind } = sharedOn(context, todayOf(context.clock)).byKey.get(obligationKey) ?? handOver;
  return {
    key,
    title,
    kind,
    from: personRef(context, from),
    to: personRef(context, to),
    note,
    by: personRef(context, by),
    at,
    ...(until === undefined ? {} : { until }),
    abilities: { end: endedAt === undefined && mayHandOverFor(actor, aboutPerson(context, from)) },
  };
}
