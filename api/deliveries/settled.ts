import type { Instant, PersonId } from '../kernel/index.ts';
import type { DeliveryBlock, Recipient, RecipientState } from './delivery-lists.ts';

/** What became of a reserved recipient; `waiting` puts the recipient back in the queue. */
export type Outcome = Omit<Recipient, 'person'>;

/** Whether a recipient is to be sent to at this moment, or where the recipient ends instead. */
export type Verdict = { state: 'send' } | { state: 'notNeeded' | 'left' } | { state: 'notApplicable'; code: string };
/** What stands between a recipient and a message: `wait` until it is out of the way, or an end. */
export type Hindrance = { state: 'wait' } | { state: RecipientState; code: string };

/** `notSent`: the message never left. `inDoubt`: it may have arrived. Otherwise what is known of it. */
export type Left = 'notSent' | 'inDoubt' | Outcome;

export interface Settlement {
  /** The run of the program that settles. */
  holder: string;
  /** What became of those reserved before. Values are absolute, so that applying them twice changes nothing more. */
  outcomes: ReadonlyMap<PersonId, Outcome>;
  /** Reserved and being sent to at this moment: left as they are. */
  underWay: ReadonlySet<PersonId>;
  /** Reserve until this many are reserved; 0 releases instead. */
  reserve: number;
  /** Whether those tried before may be reserved too, or only fresh ones. */
  retries: boolean;
  verdict(personId: PersonId): Verdict | Hindrance;
  /** What became of somebody whom a run that is gone had reserved. */
  left(holder: string | undefined, personId: PersonId): Left;
  /** Whether a message that may have arrived is sent again at once. */
  repeatWhenUncertain: boolean;
  at: Instant;
}

/** Code of recipients who were being sent to when the program died. */
export const interrupted = 'interrupted';

/**
 * The one rule by which a block changes while it is sent: write down what became of the reserved recipients, settle
 * what another, dead run left behind, and reserve the next ones, all in one write. It decides from the block alone, so
 * a write that was made although its answer was lost is found and not made again: whoever is reserved by this run,
 * not under way and without an outcome was reserved by that lost write. Undefined when nothing changes.
 */
export function settled(
  block: Pick<DeliveryBlock, 'holder' | 'recipients'>,
  settlement: Settlement,
): { holder: string | undefined; recipients: Recipient[] } | undefined {
  const recipients = block.recipients.map((recipient) => concluded(recipient, block.holder, settlement));
  const mine = recipients.filter(isReserved).length;
  if (settlement.reserve > 0) reserveNext(recipients, settlement.reserve - mine, settlement);
  else release(recipients, settlement.underWay);

  const holder = recipients.some(isReserved) ? settlement.holder : undefined;
  const same = holder === block.holder && recipients.every((each, index) => equal(each, block.recipients[index]));
  return same ? undefined : { holder, recipients };
}

function concluded(recipient: Recipient, holder: string | undefined, settlement: Settlement): Recipient {
  const outcome = settlement.outcomes.get(recipient.person);
  const { person } = recipient;
  if (outcome && (isReserved(recipient) || isInterrupted(recipient))) return { person, ...outcome };
  if (!isReserved(recipient) || holder === settlement.holder) return recipient;
  const left = settlement.left(holder, person);
  if (left === 'notSent') return { ...recipient, state: 'waiting' };
  if (left !== 'inDoubt') return { person, ...left };
  const attempts = (recipient.attempts ?? 0) + 1;
  return settlement.repeatWhenUncertain
    ? { ...recipient, state: 'waiting', attempts, isRepeat: true }
    : { ...recipient, state: 'uncertain', code: interrupted, at: settlement.at };
}

/** Whoever needs no message ends here without one. */
function reserveNext(recipients: Recipient[], wanted: number, { verdict, retries, at }: Settlement): void {
  let missing = wanted;
  for (const [index, recipient] of recipients.entries()) {
    if (missing <= 0) return;
    if (recipient.state !== 'waiting' || (isRetried(recipient) && !retries)) continue;
    const found = verdict(recipient.person);
    if (found.state === 'wait') continue;
    if (found.state === 'send') {
      recipients[index] = { ...recipient, state: 'reserved' };
      missing -= 1;
    } else recipients[index] = { person: recipient.person, ...found, at };
  }
}

/** Reserved without an outcome and not under way, and nothing may be sent now: nobody was written to yet. */
function release(recipients: Recipient[], underWay: ReadonlySet<PersonId>): void {
  for (const [index, recipient] of recipients.entries())
    if (isReserved(recipient) && !underWay.has(recipient.person))
      recipients[index] = { ...recipient, state: 'waiting' };
}

const isReserved = (recipient: Recipient) => recipient.state === 'reserved';
const isInterrupted = (recipient: Recipient) => recipient.state === 'uncertain' && recipient.code === interrupted;
const isRetried = (recipient: Recipient) => (recipient.attempts ?? 0) > 0;
const equal = (one: Recipient, other: Recipient | undefined) =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Whether somebody is reserved: by a run that is gone, unless the campaign is being sent. */
export const hasReserved = (block: Pick<DeliveryBlock, 'recipients'>): boolean => block.recipients.some(isReserved);

/**
 * Whether anybody waits whom a message can be sent to now: of those not tried before, whose blocks go first, or with
 * `retries` of all.
 */
export const isSomebodyDue = (
  block: Pick<DeliveryBlock, 'recipients'>,
  retries: boolean,
  mustWait: (personId: PersonId) => boolean,
): boolean =>
  block.recipients.some(
    (recipient) => recipient.state === 'waiting' && (retries || !isRetried(recipient)) && !mustWait(recipient.person),
  );
