import { settleBlock, verdictFor, type Hindrance, type Outcome, type Recipient } from '../../api/deliveries/index.ts';
import { asAppError, nowOf, spanned, failureWords, type PersonId } from '../../api/kernel/index.ts';
import { editCard } from './edit-card.ts';
import type { CampaignRun } from './campaign-run.ts';
import type { Sender } from './sender.ts';
import { sendMessage } from './send-message.ts';
import { hasRoom, isWriteDue } from './send-window.ts';
import { retireReplaced } from './take-place.ts';

/** Tries of a write while Graph is away, with pauses of half a second to half a minute. */
const writeTries = 8;

/**
 * Sends one block. Each write settles completed recipients and reserves the next while others are in flight, so that
 * the gate never waits for Graph. `onExhausted` reports that nobody is left to reserve: the next block may start while
 * this one completes. Ends when everything is written.
 */
export async function sendBlock(run: CampaignRun, blockKey: string, onExhausted: () => void): Promise<void> {
  const { sender, window, pool } = run;
  const outcomes = sender.unwritten.get(blockKey) ?? new Map<PersonId, Outcome>();
  sender.unwritten.set(blockKey, outcomes);
  const underWay = new Set<PersonId>();
  /** Started here and not written yet. */
  const begun = new Set<PersonId>();

  const begin = (recipient: Recipient) => {
    underWay.add(recipient.person);
    begun.add(recipient.person);
    window.begin();
    void pool.add(async () => {
      const outcome = await named(run, blockKey, recipient);
      await noted(run, blockKey, recipient.person, outcome);
      outcomes.set(recipient.person, outcome);
      if (outcome.state !== 'waiting') run.sender.meter.card(outcome.state, outcome.code);
      underWay.delete(recipient.person);
      run.conclude(outcome);
      window.conclude();
      if (outcome.state === 'sent') {
        await overtaken(run, recipient.person);
        await retireReplaced(run, recipient.person, outcome);
      }
    });
  };
  const letGo = (people: Iterable<PersonId>) => {
    for (const person of people) if (begun.delete(person)) window.letGo();
  };

  try {
    for (;;) {
      const { written, next, isExhausted } = await settle(run, blockKey, outcomes, underWay);
      for (const recipient of next) begin(recipient);
      letGo(written);
      window.redeem(blockKey);
      if (isExhausted) {
        onExhausted();
        if (underWay.size === 0 && outcomes.size === 0) break;
      }
      await window.until(
        () => (outcomes.size > 0 && (underWay.size === 0 || isWriteDue(window))) || (!isExhausted && hasRoom(window)),
      );
    }
    sender.unwritten.delete(blockKey);
  } finally {
    await window.until(() => underWay.size === 0);
    letGo([...begun]);
    window.redeem(blockKey);
    onExhausted();
  }
}

/** Shows on the card an act done elsewhere while it was sent. */
async function overtaken({ sender, delivering }: CampaignRun, personId: PersonId): Promise<void> {
  const { context, kind, campaign, cardFor } = delivering;
  try {
    if (verdictFor(context, kind, campaign.subjectKey, personId).state === 'send') return;
    await editCard(sender, campaign.subjectKey, personId, cardFor(kind.kind, campaign.subjectKey, personId));
  } catch (thrown) {
    const { code } = asAppError(thrown);
    context.log.warn({ campaign: campaign.key, code, error: failureWords(thrown) }, 'card not brought up to date');
  }
}

/**
 * Writes with retries, for a while. Unwritten outcomes stay for the next run, so that nobody is written to twice.
 * Returns whose outcome is written, whom to send to now, and whether those were the last.
 */
async function settle(
  { sender, delivering, wire, window, retries }: CampaignRun,
  blockKey: string,
  outcomes: Map<PersonId, Outcome>,
  underWay: ReadonlySet<PersonId>,
): Promise<{ written: Iterable<PersonId>; next: readonly Recipient[]; isExhausted: boolean }> {
  for (let tries = 1; ; tries += 1) {
    while (window.room(blockKey, outcomes.size) < 1) await window.until(() => window.room(blockKey, outcomes.size) > 0);
    const done = new Map(outcomes);
    const busy = new Set(underWay);
    const room = delivering.halted() ? 0 : window.room(blockKey, done.size);
    window.promise(blockKey, Math.max(0, room - done.size));
    try {
      const { reserved, isExhausted } = await settleBlock(
        sender.context,
        delivering.kind,
        delivering.campaign,
        blockKey,
        {
          holder: wire.holder,
          left: (holder, person) => sender.wire.left(holder, blockKey, person),
          outcomes: done,
          underWay: busy,
          reserve: room === 0 ? 0 : busy.size + room,
          retries,
          hindrance: (personId) => hindranceFor(sender, personId),
        },
      );
      sender.wire.written(blockKey, new Set([...busy, ...changedSince(outcomes, done)]));
      for (const [person, outcome] of done) if (outcomes.get(person) === outcome) outcomes.delete(person);
      const next = reserved.filter(({ person }) => !busy.has(person));
      return { written: done.keys(), next, isExhausted };
    } catch (thrown) {
      const { kind, code } = asAppError(thrown);
      if ((kind !== 'unavailable' && kind !== 'conflict') || tries >= writeTries) throw thrown;
      sender.context.log.warn(
        { block: blockKey, tries, code, error: failureWords(thrown) },
        'delivery block not written yet',
      );
      await sender.time.wait(Math.min(30_000, 250 * 2 ** tries), sender.signal);
    }
  }
}

/** Outcomes changed since the write. */
const changedSince = (outcomes: ReadonlyMap<PersonId, Outcome>, done: ReadonlyMap<PersonId, Outcome>): PersonId[] =>
  [...outcomes].flatMap(([person, outcome]) => (done.get(person) === outcome ? [] : [person]));

/** Requeued recipients are not in flight; other outcomes are stored until the ledger has them. */
async function noted({ wire }: CampaignRun, blockKey: string, person: PersonId, outcome: Outcome): Promise<void> {
  if (outcome.state === 'waiting') wire.refused(blockKey, person);
  else await wire.ended(blockKey, person, outcome);
}

/** Recipients wait during an installation, and end if it fails. */
export function hindranceFor({ installer }: Pick<Sender, 'installer'>, personId: PersonId): Hindrance | undefined {
  const status = installer?.status(personId);
  if (!status) return undefined;
  return status.state === 'underWay' ? { state: 'wait' } : { state: status.ends, code: status.code };
}

/** A fault of our own during sending: delivery is unknown, so the message is not repeated. */
async function named(run: CampaignRun, blockKey: string, recipient: Recipient): Promise<Outcome> {
  const { delivering, wire } = run;
  try {
    return await spanned(run.sender.tracer.root('send card', { kind: delivering.kind.kind }), async (set) => {
      const outcome = await sendMessage(delivering, recipient, {
        begin: () => wire.begin(blockKey, recipient.person),
        refused: () => wire.refused(blockKey, recipient.person),
      });
      set({ state: outcome.state, ...(outcome.code === undefined ? {} : { code: outcome.code }) });
      return outcome;
    });
  } catch (thrown) {
    const { campaign, context } = delivering;
    context.log.error(
      { campaign: campaign.key, code: 'unexpected', error: failureWords(thrown) },
      'sending to a person failed unexpectedly',
    );
    return { state: 'uncertain', code: 'unexpected', at: nowOf(context.clock) };
  }
}
