import type { Context } from '../../api/context.ts';
import {
  campaignsOfTest,
  ContingencyTests,
  testInjectKind,
  type ContingencyTest,
} from '../../api/contingency/index.ts';
import { blocksOf, type Recipient, type RecipientState } from '../../api/deliveries/index.ts';
import { asAppError, digest, inParallel } from '../../api/kernel/index.ts';
import type { Stored } from '../../api/sharepoint/index.ts';
import { followerCursor, type ChatMessage, type EditCard, type Follower } from '../sending/index.ts';
import { realTime, type RealTime } from '../sending/real-time.ts';
import { injectCardFor } from './inject-card.ts';
import { testInvitationCardFor } from './test-invitation-card.ts';

/** Including those being sent to: a card just sent is not yet stored. */
const mayHaveIt: ReadonlySet<RecipientState> = new Set(['sent', 'uncertain', 'reserved']);
/** Concurrent edits; the gate sets the pace. */
const together = 8;
/** Cards whose content is known: others get one redundant edit. */
const mostKnown = 20_000;
/** Real time (ms). The cursor is saved rarely; after a restart the last updates are repeated. */
const [saveEvery, margin] = [60_000, 5 * 60_000];

interface CardOfTest {
  subjectKey: string;
  recipient: Recipient;
  card(): ChatMessage;
}

/**
 * Updates the cards in chats when a test is moved, begins, ends, is closed or cancelled, or its people change; no new
 * messages. A test's state is compared with the one last seen, so nothing is missed when the program stops half-way:
 * the cursor marks the time from which cards may be outdated.
 */
export function createTestFollower(context: Context, editCard: EditCard, time: RealTime = realTime): Follower {
  /** The state of each test on its cards. */
  const seen = new Map<string, string>();
  const shown = new Map<string, string>();
  const cursor = followerCursor(context, { name: 'test-cards', title: `cards of tests, ${ContingencyTests.name}` });
  /** Milliseconds since 1970 of the newest test with all cards correct. */
  let position: number | undefined;
  let savedAt = time.now();

  async function edit({ subjectKey, recipient, card }: CardOfTest): Promise<void> {
    const message = madeOf(card);
    if (!message) return;
    const name = `${subjectKey} ${recipient.person}`;
    const now = digest(JSON.stringify(message));
    if (shown.get(name) === now) return;
    const result = await editCard(subjectKey, recipient.person, message, card);
    if (shown.size >= mostKnown) shown.clear();
    if (result === 'edited' || result === 'gone') shown.set(name, now);
    // Tried later, and changed then.
    else shown.delete(name);
  }

  /** A card that fails to render, e.g. for an invalid date, does not block others. */
  function madeOf(card: CardOfTest['card']): ChatMessage | undefined {
    try {
      return card();
    } catch (thrown) {
      context.log.warn({ code: asAppError(thrown).code }, 'card of a test could not be made');
      return undefined;
    }
  }

  /** Whether all its cards are in their final state. */
  async function bringUpToDate(test: Stored<ContingencyTest>): Promise<boolean> {
    const cards = cardsOf(context, test.key);
    await inParallel(together, cards, edit);
    // The card of somebody who is being sent to was rendered before the change, and is not yet located.
    return !cards.some(({ recipient }) => recipient.state === 'reserved');
  }

  /** Whether this test's cards are as the program left them. */
  const isKept = ({ key, item }: Stored<ContingencyTest>, from: number): boolean =>
    !seen.has(key) && Date.parse(item.modified) < from - margin;
  const isShown = ({ key, item }: Stored<ContingencyTest>): boolean => seen.get(key) === item.etag;

  return {
    async process() {
      position ??= await cursor.read(() => newest(context.list(ContingencyTests).all()));
      const from = position;
      const tests = context.list(ContingencyTests).all();
      for (const test of tests) {
        if (isShown(test)) continue;
        if (isKept(test, from) || (await bringUpToDate(test))) seen.set(test.key, test.item.etag);
      }
      if (time.now() - savedAt < saveEvery || !tests.every(isShown)) return;
      savedAt = time.now();
      const reached = newest(tests);
      if (reached <= from) return;
      await cursor.save(reached);
      position = reached;
    },
  };
}

/** Every card about a test in a chat, or possibly so. */
const cardsOf = (context: Context, testKey: string): CardOfTest[] =>
  campaignsOfTest(context, testKey).flatMap(({ key, kind, subjectKey }) => {
    const cardFor = kind === testInjectKind.kind ? injectCardFor : testInvitationCardFor;
    return blocksOf(context, key)
      .flatMap(({ recipients }) => recipients)
      .filter(({ state }) => mayHaveIt.has(state))
      .map((recipient) => ({
        subjectKey,
        recipient,
        card: () => cardFor(context, subjectKey, recipient.person),
      }));
  });

const newest = (tests: readonly Stored<ContingencyTest>[]): number =>
  tests.reduce((latest, { item }) => Math.max(latest, Date.parse(item.modified) || 0), 0);
