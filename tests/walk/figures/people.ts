import { z } from 'zod';
import { dayIn, dayOf, flag, jsonIn, placesInUse, rawItems, text, type Fields } from '../raw-items.ts';
import { courseStatuses, isAtWork, isEmployed, rawDebts, receiptsAskedFor } from '../raw-debts.ts';
import { rawWork } from '../raw-work.ts';
import { number, numberOf, share, thing, type Asked, type Recount } from './thing.ts';

/** A person's centre at the end of the day. */
const centreThen = (person: Fields, day: string): string =>
  dayIn(person, 'MovedOn') > day ? text(person, 'MovedFrom') : text(person, 'CentreId');

/** Knowledge, and completed obligations. */
export function peopleRecounts(asked: Asked): Record<string, Recount> {
  const { world, day } = asked;
  const people = rawItems(world, 'People');
  const employed = people.filter((person) => isEmployed(person, day));
  const debts = rawDebts({ ...asked, today: day });
  const unread = new Set(debts.flatMap(({ kind, personId }) => (kind === 'acknowledgePolicy' ? [personId] : [])));
  const statuses = courseStatuses({ ...asked, today: day });
  const late = [...debts, ...rawWork(world, day)].filter(({ due }) => due < day);
  const places = new Set(placesInUse(world).map(({ id }) => id));
  return {
    policyCoverage: share(
      employed
        .filter((person) => isAtWork(person, day))
        .map((person) => thing(centreThen(person, day), !unread.has(text(person, 'Key')))),
    ),
    courseCoverage: share(statuses.map(({ person, isDone }) => thing(centreThen(person, day), isDone))),
    coursesLate: number(
      statuses.map(({ person, isDone, owes }) => thing(centreThen(person, day), !isDone && owes.due < day)),
    ),
    procedureReceipts: share(
      receiptsAskedFor({ ...asked, today: day }).map(({ person, isGiven }) => thing(text(person, 'CentreId'), isGiven)),
    ),
    tasksLate: number(late.map(({ centreId }) => thing(centreId, true))),
    unreachable: number(unreachable(asked).map((person) => thing(text(person, 'CentreId'), true))),
    peopleWithoutCentre: numberOf(employed.map((person) => thing('', !places.has(text(person, 'CentreId'))))),
  };
}

const entries = z.array(z.looseObject({ person: z.string(), state: z.string() }));
const recipients = z.array(z.looseObject({ person: z.string(), state: z.string() }));
const missed = ['uncertain', 'notInstalled', 'blocked', 'policyBlocked', 'unreachable', 'notApplicable', 'failed'];

/** Employed, and without Teams, with a closed chat, or missed by a card about a policy still due. */
function unreachable({ world, policyDays }: Asked): Fields[] {
  const today = dayOf(world.clock.now().toISOString());
  const chats = new Map(
    rawItems(world, 'ConversationPages')
      .flatMap((page) => jsonIn(page, 'Entries', entries))
      .map(({ person, state }) => [person, state]),
  );
  const owing = new Set(rawDebts({ world, today, policyDays }).map(({ personId, kind }) => `${kind} ${personId}`));
  const policies = new Set(
    rawItems(world, 'Campaigns').flatMap((one) =>
      text(one, 'Kind') === 'policy' && text(one, 'State') !== 'cancelled' ? [text(one, 'Key')] : [],
    ),
  );
  const byCards = new Set(
    rawItems(world, 'DeliveryBlocks')
      .filter((block) => policies.has(text(block, 'CampaignKey')))
      .flatMap((block) => jsonIn(block, 'Recipients', recipients))
      .flatMap(({ person, state }) => (missed.includes(state) ? [person] : [])),
  );
  return rawItems(world, 'People').filter((person) => {
    const key = text(person, 'Key');
    const isClosed = !['open', 'installing'].includes(chats.get(key) ?? 'open');
    const isMissed = byCards.has(key) && owing.has(`acknowledgePolicy ${key}`);
    return isEmployed(person, today) && (!flag(person, 'Teams') || isClosed || isMissed);
  });
}
