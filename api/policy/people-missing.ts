import { Acknowledgements } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { blocksOf, isClosed, Campaigns, countedAs, DeliveryBlocks, type Recipient } from '../deliveries/index.ts';
import { daysBetween, forbidden, todayOf, type Actor, type CentreId, type PersonId } from '../kernel/index.ts';
import {
  centreOn,
  centreTitles,
  employeeCentres,
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
import type { MissingView } from './contract.ts';
import { countedOn } from './coverage.ts';
import { policyDueDays } from './obligations.ts';
import { maySeePeopleOf } from './permissions.ts';
import { policyCampaignKey } from './policy-campaign.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { receiptHolders } from './receipts.ts';
import type { TextsUnder } from '../texts/catalogue.ts';
import { sortedBy } from '../texts/sort.ts';

export interface PeopleQuery {
  /** `none`: people without a centre. */
  centreId?: string | undefined;
  q?: string | undefined;
  sort: 'name' | 'centre' | 'hiredOn' | 'delivery';
  offset: number;
  limit: number;
}

/** Delivery to a person, in one look-up: all blocks of the version's campaign are read once. */
export type DeliveryStates = (personId: PersonId) => { delivery: TextsUnder<'documents.delivery'>; code?: string };

const recipientsOf = derivation([DeliveryBlocks, Campaigns], () => new Map<string, Map<PersonId, Recipient>>());

export function deliveryStates(context: Context, versionKey: string): DeliveryStates {
  const key = policyCampaignKey(versionKey);
  const known = recipientsOf(context);
  const found =
    known.get(key) ??
    new Map(blocksOf(context, key).flatMap((block) => block.recipients.map((one) => [one.person, one])));
  known.set(key, found);
  const campaign = context.list(Campaigns).get(key);
  if (campaign && isClosed(campaign)) return () => ({ delivery: 'history' });
  const cancelled = campaign?.state === 'cancelled';
  return (personId) => {
    const recipient = found.get(personId);
    if (!recipient) return { delivery: 'notAsked' };
    const delivery = cancelled && recipient.state === 'waiting' ? 'cancelled' : countedAs(recipient);
    return recipient.code === undefined ? { delivery } : { delivery, code: recipient.code };
  };
}

/**
 * People visible to the actor for a query, as a predicate on centres. Throws AppError forbidden
 * `policy.mayNotSeePeople` outside the actor's access.
 */
export function centreFilter(
  actor: Actor,
  centreId: string | undefined,
): (personCentre: CentreId | undefined) => boolean {
  const seen = employeeCentres(actor);
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

export interface Found {
  person: Stored<Person>;
  centreId: CentreId | undefined;
}

/** Everybody counted for a version and visible to the actor, in Danish collation. */
export function peopleSeen(
  context: Context,
  actor: Actor,
  version: PolicyVersion,
  query: Pick<PeopleQuery, 'centreId' | 'q'>,
  wanted: (personId: PersonId) => boolean = () => true,
): Found[] {
  const inSight = centreFilter(actor, query.centreId);
  const day = countedOn(context, version);
  const search = fold(query.q ?? '');
  const found: Found[] = [];
  for (const { person, folded } of everybodyByName(context)) {
    if (!isEmployed(person, day) || isAway(person, day) || !wanted(person.key as PersonId)) continue;
    const centreId = centreOn(person, day);
    if (inSight(centreId) && foldedMatch(folded, search)) found.push({ person, centreId });
  }
  return found;
}

/** People missing, for those who may see their names: searched, sorted and paged. */
export function missingPeople(context: Context, actor: Actor, version: PolicyVersion, query: PeopleQuery): MissingView {
  const has = receiptHolders(context, version);
  const states = deliveryStates(context, version.key);
  const found = peopleSeen(context, actor, version, query, (personId) => !has(personId));
  const page = sort(context, found, query.sort, states).slice(query.offset, query.offset + query.limit);
  const today = todayOf(context.clock);
  const dueOf = policyDueDays(context, version);
  return {
    people: page.map(({ person, centreId }) => ({
      ...personRef(context, person.key),
      ...(centreId === undefined ? {} : { centreId }),
      ...(person.hiredOn === undefined ? {} : { hiredOn: person.hiredOn }),
      ...states(person.key as PersonId),
      daysLeft: daysBetween(today, dueOf(person)),
    })),
    total: found.length,
    freshness: freshnessOf(context, People, Acknowledgements, DeliveryBlocks),
  };
}

/** Already by name; equals stay by name. */
function sort(context: Context, found: Found[], by: PeopleQuery['sort'], states: DeliveryStates): Found[] {
  switch (by) {
    case 'name':
      return found;
    case 'centre': {
      const titles = centreTitles(context);
      return sortedBy(found, ({ centreId }) => titles.get(centreId));
    }
    case 'hiredOn':
      return sortedBy(found, ({ person }) => person.hiredOn && Date.parse(person.hiredOn), true);
    case 'delivery':
      return sortedBy(found, ({ person }) => states(person.key as PersonId).delivery);
  }
}
