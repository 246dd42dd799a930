import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { blocksOf, Campaigns, DeliveryBlocks, type Recipient } from '../deliveries/index.ts';
import {
  daysBetween,
  forbidden,
  todayOf,
  type Actor,
  type CentreId,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import {
  centreOn,
  centreRef,
  everybodyByName,
  fold,
  foldedMatch,
  freshnessOf,
  isAway,
  isEmployed,
  People,
  personRef,
  type Person,
} from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Acknowledgements } from './acknowledgement-list.ts';
import type { MissingView } from './contract.ts';
import { countedOn } from './coverage.ts';
import { policyDue } from './obligations.ts';
import { centresSeen, maySeePeopleOf } from './permissions.ts';
import { policyCampaignKey } from './policy-campaign.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { validReceipts } from './receipts.ts';

export interface PeopleQuery {
  /** `none` asks for people without a centre. */
  centreId?: string | undefined;
  q?: string | undefined;
  sort: 'name' | 'centre' | 'hiredOn' | 'delivery';
  offset: number;
  limit: number;
}

/** Where a person's message stands, in one look-up: all blocks of the version's campaign are read once. */
export type DeliveryStates = (personId: PersonId) => { delivery: string; code?: string };

const recipientsOf = derivation([DeliveryBlocks, Campaigns], () => new Map<string, Map<PersonId, Recipient>>());

export function deliveryStates(context: Context, versionKey: string): DeliveryStates {
  const key = policyCampaignKey(versionKey);
  const known = recipientsOf(context);
  const found =
    known.get(key) ??
    new Map(blocksOf(context, key).flatMap((block) => block.recipients.map((one) => [one.person, one])));
  known.set(key, found);
  const cancelled = context.list(Campaigns).get(key)?.state === 'cancelled';
  return (personId) => {
    const recipient = found.get(personId);
    if (!recipient) return { delivery: 'notAsked' };
    const delivery = cancelled && recipient.state === 'waiting' ? 'cancelled' : recipient.state;
    return recipient.code === undefined ? { delivery } : { delivery, code: recipient.code };
  };
}

/**
 * Which people the actor sees for a query, as a question to a centre. Throws AppError forbidden `policy.mayNotSeePeople`
 * for a centre outside the actor's reach.
 */
export function centreFilter(
  actor: Actor,
  centreId: string | undefined,
): (personCentre: CentreId | undefined) => boolean {
  const seen = centresSeen(actor);
  if (centreId === 'none') {
    if (seen) throw forbidden('policy.mayNotSeePeople');
    return (personCentre) => personCentre === undefined;
  }
  if (centreId !== undefined) {
    if (!maySeePeopleOf(actor, centreId as CentreId)) throw forbidden('policy.mayNotSeePeople');
    return (personCentre) => personCentre === centreId;
  }
  if (seen?.length === 0) throw forbidden('policy.mayNotSeePeople');
  return (personCentre) => seen === undefined || (personCentre !== undefined && seen.includes(personCentre));
}

/** Everybody counted for a version whom the actor may see, in the order of a phone book. */
export function peopleSeen(
  context: Context,
  actor: Actor,
  version: PolicyVersion,
  query: Pick<PeopleQuery, 'centreId' | 'q'>,
): { person: Stored<Person>; centreId: CentreId | undefined }[] {
  const inSight = centreFilter(actor, query.centreId);
  const day = countedOn(context, version);
  const search = fold(query.q ?? '');
  return everybodyByName(context).flatMap(({ person, folded }) => {
    if (!isEmployed(person, day) || isAway(person, day)) return [];
    const centreId = centreOn(person, day);
    return inSight(centreId) && foldedMatch(folded, search) ? [{ person, centreId }] : [];
  });
}

type Found = ReturnType<typeof peopleSeen>[number];

/** Who is missing, for those who may see their names: searched, sorted and a page at a time. */
export function missingPeople(context: Context, actor: Actor, version: PolicyVersion, query: PeopleQuery): MissingView {
  const receiptOf = validReceipts(context, version);
  const states = deliveryStates(context, version.key);
  const found = peopleSeen(context, actor, version, query).filter(({ person }) => !receiptOf(person.key as PersonId));
  const sorted = sort(context, found, query.sort, states);
  const today = todayOf(context.clock);
  return {
    people: sorted
      .slice(query.offset, query.offset + query.limit)
      .map((one) => row(context, version, one, states, today)),
    total: found.length,
    freshness: freshnessOf(context, People, Acknowledgements, DeliveryBlocks),
  };
}

function row(
  context: Context,
  version: PolicyVersion,
  { person, centreId }: Found,
  states: DeliveryStates,
  today: LocalDate,
): MissingView['people'][number] {
  return {
    ...personRef(context, person.key),
    ...(centreId === undefined ? {} : { centreId }),
    ...(person.hiredOn === undefined ? {} : { hiredOn: person.hiredOn }),
    ...states(person.key as PersonId),
    daysLeft: daysBetween(today, policyDue(context, version, person)),
  };
}

const lastOfAll = '\uffff';
/** By name already; the sort is stable, so that equals stay by name. */
function sort(context: Context, found: Found[], by: PeopleQuery['sort'], states: DeliveryStates): Found[] {
  if (by === 'name') return found;
  const key = (one: Found): string => {
    if (by === 'hiredOn') return one.person.hiredOn ?? '';
    if (by === 'delivery') return states(one.person.key as PersonId).delivery;
    const centre = centreRef(context, one.centreId);
    return centre ? fold(centre.title) : lastOfAll;
  };
  const direction = by === 'hiredOn' ? -1 : 1;
  return found
    .map((one) => ({ one, by: key(one) }))
    .sort((left, right) => direction * (Number(left.by > right.by) - Number(left.by < right.by)))
    .map(({ one }) => one);
}
