import { setImmediate as breath } from 'node:timers/promises';
import type { Context } from '../../api/context.ts';
import {
  blocksOf,
  Campaigns,
  isClosed,
  ledgerHeld,
  type Campaign,
  type CampaignKind,
  type RecipientState,
} from '../../api/deliveries/index.ts';
import { asAppError, failureWords, inParallel, type PersonId } from '../../api/kernel/index.ts';
import type { Follower } from './card-follower.ts';
import type { EditCard } from './edits-again.ts';
import type { ChatMessage } from './chat-port.ts';
import { followerCursor } from './cursor.ts';

/** A kind of card that asks for something until its subject is over. */
export interface EndedKind {
  kind: CampaignKind;
  /** What a card becomes when its subject is over; undefined when it stays, e.g. a receipt. */
  ended(context: Context, subjectKey: string, personId: PersonId): ChatMessage | undefined;
}

interface EndedCards {
  context: Context;
  editCard: EditCard;
  kinds: readonly EndedKind[];
}

/** Including those being sent to: a card just sent is not yet stored. */
const mayHaveIt: ReadonlySet<RecipientState> = new Set(['sent', 'uncertain', 'reserved']);
/** Concurrent edits; the gate sets the pace. */
const together = 8;
/** A run edits so many cards and the rest of a block; the next one goes on. */
const mostEdits = 200;
/** Pause of a campaign that cannot be followed now (ms). */
const restMs = 60_000;

/**
 * Edits the unanswered cards of campaigns whose subject is over, block by block. How many blocks are done is stored by
 * campaign (a cursor, 2 resource units a block with such cards): a restart repeats one block at most, and edits are
 * idempotent. A refused edit is tried later by `edits-again.ts`. A campaign that is done costs no call.
 */
export function createEndedCards({ context, editCard, kinds }: EndedCards): Required<Follower> {
  const byKind = new Map(kinds.map((row) => [row.kind.kind, row]));
  const stopping = new AbortController();
  /** Done in this run of the program. */
  const done = new Set<string>();
  const restsSince = new Map<string, number>();
  let current = Promise.resolve();

  /** The number of cards edited in one block; undefined when it was cut short. */
  async function endBlock(row: EndedKind, { key, subjectKey }: Campaign, place: number): Promise<number | undefined> {
    const { recipients = [] } = blocksOf(context, key)[place] ?? {};
    const cards = recipients.flatMap(({ person, state }) => {
      const ended = () => row.ended(context, subjectKey, person);
      const message = mayHaveIt.has(state) ? ended() : undefined;
      return message ? [{ person, message, ended }] : [];
    });
    await inParallel(together, cards, async ({ person, message, ended }) => {
      if (!stopping.signal.aborted) await editCard(subjectKey, person, message, ended);
    });
    return stopping.signal.aborted ? undefined : cards.length;
  }

  const isResting = (key: string): boolean =>
    context.clock.now().getTime() - (restsSince.get(key) ?? -Infinity) < restMs;

  /** The number of cards edited. */
  async function endCampaign(row: EndedKind, campaign: Campaign, most: number): Promise<number> {
    const { key } = campaign;
    const { length } = blocksOf(context, key);
    if (length === 0) return 0;
    const cursor = followerCursor(context, { name: `ended-${key}`, title: `Cards of ${key} that are over` });
    let edited = 0;
    for (let place = await cursor.read(() => 0); place < length; place += 1) {
      if (edited >= most) return edited;
      // Yields between blocks: 50,000 people are checked.
      await breath();
      const ended = await endBlock(row, campaign, place);
      if (ended === undefined) return edited;
      edited += ended;
      if (ended > 0 || place + 1 === length) await cursor.save(place + 1);
    }
    done.add(key);
    return edited;
  }

  async function endAll(): Promise<void> {
    // Who has which card is not known now.
    if (ledgerHeld(context)) return;
    let left = mostEdits;
    for (const campaign of context.list(Campaigns).all()) {
      if (stopping.signal.aborted || left <= 0) return;
      const row = byKind.get(campaign.kind);
      if (!row || done.has(campaign.key) || isClosed(campaign) || isResting(campaign.key)) continue;
      if (row.kind.isOver?.(context, campaign.subjectKey)) left -= await endOrRest(row, campaign, left);
    }
  }

  /** A campaign that cannot be followed now holds up no other. */
  async function endOrRest(row: EndedKind, campaign: Campaign, most: number): Promise<number> {
    try {
      return await endCampaign(row, campaign, most);
    } catch (thrown) {
      restsSince.set(campaign.key, context.clock.now().getTime());
      const { code } = asAppError(thrown);
      const fields = { campaign: campaign.key, code, error: failureWords(thrown) };
      context.log.warn(fields, 'cards of what is over not edited, tried again');
      return 0;
    }
  }

  return {
    process: () => {
      current = current.then(endAll, endAll);
      return current;
    },
    stop: async () => {
      stopping.abort();
      await current;
    },
  };
}
