import { Acknowledgements, negativeKey, receiptsOf, type NegativeOutcome } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { localDate, nowOf, todayOf, type CentreId, type LocalDate, type PersonId } from '../kernel/index.ts';
import { centreRef, leaveOf, People, type Person } from '../organisation/index.ts';
import { contentHash, firstDay, type PublishedVersion } from './policy-version.ts';
import { receiptHolders } from './receipts.ts';
import { currentPolicy } from './versions.ts';

interface Reason {
  outcome: NegativeOutcome;
  day: LocalDate;
  centreId: CentreId | undefined;
  note?: string;
}

/**
 * Appends why a person asked has given no receipt: left, on leave, moved to another centre. They remain readable when
 * the person is no longer counted, and never block a later receipt. Nothing for people with a receipt. At most `atMost`
 * in a run (2 resource units each, background); the next run continues. Returns the number appended. Throws AppError
 * `unavailable`.
 */
export async function recordNegativeReceipts(context: Context, { atMost = 500 } = {}): Promise<number> {
  const version = currentPolicy(context);
  if (!version) return 0;
  const due = reasonsToRecord(context, version).slice(0, atMost);
  const each = eachItem(context, 'negativeReceipts');
  const items = due.map((one) => ({ ...one, key: one.person.key }));
  let recorded = 0;
  await each.of(items, async ({ person, reason }) => {
    await context.list(Acknowledgements).create(
      {
        key: negativeKey(version.key, person.key as PersonId, reason.outcome, reason.day),
        title: person.title,
        versionKey: version.key,
        personId: person.key as PersonId,
        ...(reason.centreId === undefined ? {} : { centreId: reason.centreId }),
        outcome: reason.outcome,
        at: nowOf(context.clock),
        channel: 'system',
        contentHash: version.contentHash ?? contentHash(version),
        ...(reason.note === undefined ? {} : { note: reason.note }),
      },
      'background',
    );
    recorded += 1;
  });
  each.end();
  return recorded;
}

/** The same until all are recorded: a reorganisation moves thousands, and some move again by the next day. */
export async function recordAllNegativeReceipts(context: Context, each: { atMost?: number } = {}): Promise<void> {
  let left = mostRounds;
  while (left > 0 && (await recordNegativeReceipts(context, each)) > 0) left -= 1;
}
/** Rounds of 500, several times the people of the largest municipality. */
const mostRounds = 1_000;

function reasonsToRecord(context: Context, version: PublishedVersion) {
  const has = receiptHolders(context, version);
  const aside = new Set(
    context
      .list(Acknowledgements)
      .setAside()
      .map(({ key }) => key),
  );
  const recorded = new Map<string, LocalDate>();
  for (const { personId, outcome, at } of receiptsOf(context, version.key).negative)
    recorded.set(`${personId} ${outcome}`, localDate(at));
  const isNew = (person: Person, { outcome, day }: Reason) => {
    const known = recorded.get(`${person.key} ${outcome}`);
    return known === undefined || known < day;
  };
  return context
    .list(People)
    .all()
    .filter((person) => hasEvent(person) && !has(person.key as PersonId))
    .flatMap((person) =>
      reasonsOf(context, person, firstDay(version))
        .filter((reason) => isNew(person, reason))
        .filter(({ outcome, day }) => !aside.has(negativeKey(version.key, person.key as PersonId, outcome, day)))
        .map((reason) => ({ person, reason })),
    );
}

const hasEvent = ({ leftOn, absentFrom, movedOn }: Person): boolean =>
  leftOn !== undefined || absentFrom !== undefined || movedOn !== undefined;

/** A person's events since the version applies. Earlier leavers, and later hires, were not asked. */
function reasonsOf(context: Context, person: Person, publishedOn: LocalDate): Reason[] {
  const { leftOn, movedOn, movedFrom, centreId, hiredOn } = person;
  const today = todayOf(context.clock);
  if ((leftOn !== undefined && leftOn <= publishedOn) || (hiredOn !== undefined && hiredOn > today)) return [];
  const reasons: Reason[] = [];
  if (leftOn !== undefined && leftOn <= today) reasons.push({ outcome: 'left', day: leftOn, centreId });
  const leave = leaveOf(person);
  if (leave && leave.from <= today && leave.to >= publishedOn)
    reasons.push({ outcome: 'onLeave', day: leave.from, centreId });
  if (movedOn !== undefined && movedFrom !== undefined && movedOn > publishedOn && movedOn <= today) {
    const to = centreRef(context, centreId)?.title;
    reasons.push({
      outcome: 'moved',
      day: movedOn,
      centreId: movedFrom,
      ...(to === undefined ? {} : { note: to }),
    });
  }
  return reasons;
}
