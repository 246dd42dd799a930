import type { Instant, PersonId } from '../kernel/index.ts';
import type { DeliveryBlock, Recipient, RecipientState } from './delivery-lists.ts';

/** Outcome of a reserved recipient; `waiting` requeues them. */
export type Outcome = Omit<Recipient, 'person'>;

/** Whether to send to a recipient now, or the final state. */
export type Verdict = { state: 'send' } | { state: 'notNeeded' | 'left' } | { state: 'notApplicable'; code: string };
/** An obstacle to sending: `wait` until it is gone, or a final state. */
export type Hindrance = { state: 'wait' } | { state: RecipientState; code: string };

/** `notSent`: the message was not sent. `inDoubt`: it may have arrived. Otherwise its outcome. */
export type Left = 'notSent' | 'inDoubt' | Outcome;

export interface Settlement {
  /** The program run that settles. */
  holder: string;
  /** Outcomes of reserved recipients. Absolute values: applying them twice is harmless. */
  outcomes: ReadonlyMap<PersonId, Outcome>;
  /** Reserved and in flight: unchanged. */
  underWay: ReadonlySet<PersonId>;
  /** Reserve until this many are reserved; 0 releases. */
  reserve: number;
  /** Whether retries may be reserved too, or only first attempts. */
  retries: boolean;
  verdict(personId: PersonId): Verdict | Hindrance;
  /** Outcome of a person reserved by a run that ended. */
  left(holder: string | undefined, personId: PersonId): Left;
  /** Whether uncertain messages are repeated at once. */
  repeatWhenUncertain: boolean;
  at: Instant;
}

/** Code of recipients in flight when the program ended. */
export const interrupted = 'interrupted';

/**
 * The one rule that changes a block during sending: records outcomes, settles what a dead run left, and reserves the
 * next recipients, in one write. It depends on the block alone, so a write whose answer was lost is recognised, not
 * repeated: people reserved by this run, neither in flight nor with an outcome, were reserved by it. Undefined without
 * changes.
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

/** People who need no message end here. */
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

/** Reserved, not in flight, without outcome, and sending is blocked: nothing was sent yet. */
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

/** Whether anybody is reserved: by a dead run, unless the campaign is being sent. */
export const hasReserved = (block: Pick<DeliveryBlock, 'recipients'>): boolean => block.recipients.some(isReserved);

/**
 * Whether anybody waits and can be sent to now: among first attempts, whose blocks go first, or with `retries` among
 * all.
 */
export const isSomebodyDue = (
  block: Pick<DeliveryBlock, 'recipients'>,
  retries: boolean,
  mustWait: (personId: PersonId) => boolean,
): boolean =>
  block.recipients.some(
    (recipient) => recipient.state === 'waiting' && (retries || !isRetried(recipient)) && !mustWait(recipient.person),
  );
