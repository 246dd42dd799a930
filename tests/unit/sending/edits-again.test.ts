import { beforeEach, describe, expect, test } from 'vitest';
import { createJournal } from '../../../api/journal/index.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import type { EditResult } from '../../../bot/sending/edit-card.ts';
import { createEditsAgain, type EditCard } from '../../../bot/sending/edits-again.ts';
import { memoryEngine } from '../../support/memory-journal.ts';

const anne = 'anne' as PersonId;
const message = (summary: string): ChatMessage => ({ summary, card: {} });
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let engine: ReturnType<typeof memoryEngine>;
let minute: number;
let edited: string[];
let answer: EditResult;
const edit: EditCard = (subject, who, { summary }) => {
  if (answer === 'edited') edited.push(`${subject} ${who}: ${summary}`);
  return Promise.resolve(answer);
};
const clock = { now: () => new Date(Date.UTC(2026, 10, 24, 9, minute)) };
/** A start of the program with what the one before left in the journal. */
const start = (cardNow: (subject: string) => ChatMessage | undefined = (subject) => message(`${subject} now`)) =>
  createEditsAgain({ clock, log, journal: createJournal(engine, log) }, edit, cardNow);
const left = async () => (await engine.all('refusedEdit')).map(({ key }) => key);

beforeEach(() => {
  [engine, minute, edited, answer] = [memoryEngine(), 0, [], 'gaveUp'];
});

describe('an edit that Teams refused', () => {
  test('is made by the next start of the program, with the card as it is then, once', async () => {
    const first = start();
    await first.editCard('policy-4.0', anne, message('old'), () => message('old'));
    expect(await left()).toEqual(['policy-4.0 anne']);
    answer = 'edited';
    const second = start();
    await second.process();
    expect(edited).toEqual(['policy-4.0 anne: policy-4.0 now']);
    await expect.poll(left).toEqual([]);
    await start().process();
    expect(edited).toHaveLength(1);
  });

  test('is forgotten when it is made in the same run, or when its card is to stay', async () => {
    const first = start();
    await first.editCard('a', anne, message('old'), () => message('new'));
    await first.editCard('b', anne, message('old'), () => undefined);
    [answer, minute] = ['edited', 2];
    await first.process();
    expect(edited).toEqual(['a anne: new']);
    await expect.poll(left).toEqual([]);
  });

  test('of a card that is not to be made anew is not kept', async () => {
    await start().editCard('a', anne, message('old'));
    expect(await left()).toEqual([]);
  });

  test('is left alone by the next start where nothing is shown of it any more', async () => {
    await start().editCard('a', anne, message('old'), () => message('old'));
    answer = 'edited';
    await start(() => undefined).process();
    expect(edited).toEqual([]);
    await expect.poll(left).toEqual([]);
  });
});
