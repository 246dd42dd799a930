import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AssessmentView } from '../../../api/risks/contract.ts';
import { reconciled } from '../../../tab/risks/assessment/about-changes.ts';
import { createSaveQueue, mergedChanges, type Changes } from '../../../tab/risks/assessment/save-queue.ts';

const away = new Error('away');
const refused = new Error('no');
type Sent = [group: string, changes: Changes<string>];

function aQueue(start?: Record<string, Changes<string>>) {
  const sent: Sent[] = [];
  const kept: unknown[] = [];
  const answer = {
    error: undefined as Error | undefined,
    told: [] as { field: string; theirs: string }[],
    hold: Promise.resolve(),
  };
  const queue = createSaveQueue<string>({
    send: async (group, changes) => {
      sent.push([group, changes]);
      await answer.hold;
      if (answer.error) throw answer.error;
      return answer.told;
    },
    keep: (waiting) => void kept.push(waiting),
    start,
    mayPass: (error) => error === away,
    now: () => '2026-11-24T09:12:00.000Z',
  });
  return { queue, sent, kept, answer };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the queue of what is not saved', () => {
  it('sends what is typed as one change when the typing rests, from where it began', async () => {
    const { queue, sent } = aQueue();
    queue.change('t1', 'existing', '', 'L');
    queue.change('t1', 'existing', 'L', 'Lås');
    await vi.advanceTimersByTimeAsync(599);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([['t1', { existing: { from: '', to: 'Lås' } }]]);
    expect(queue.current()).toMatchObject({ state: 'saved', values: {}, savedAt: '2026-11-24T09:12:00.000Z' });
  });

  it('sends one request a group at a time, and what came meanwhile after it', async () => {
    const { queue, sent, answer } = aQueue();
    const held = Promise.withResolvers<void>();
    answer.hold = held.promise;
    queue.change('t1', 'treatment', '', 'accept', true);
    await vi.advanceTimersByTimeAsync(0);
    queue.change('t1', 'treatment', 'accept', 'avoid', true);
    await vi.advanceTimersByTimeAsync(10);
    expect(sent).toHaveLength(1);
    expect(queue.current().values).toEqual({ t1: { treatment: 'avoid' } });
    held.resolve();
    await vi.advanceTimersByTimeAsync(10);
    expect(sent[1]).toEqual(['t1', { treatment: { from: 'accept', to: 'avoid' } }]);
  });

  it('keeps what is not saved until it is, and begins with what was kept', async () => {
    const first = aQueue();
    first.queue.change('t1', 'existing', '', 'Lås');
    const kept = first.kept.at(-1);
    expect(kept).toEqual({ t1: { existing: { from: '', to: 'Lås' } } });
    const second = aQueue(kept as Record<string, Changes<string>>);
    expect(second.queue.current().values).toEqual({ t1: { existing: 'Lås' } });
    second.queue.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(second.sent).toEqual([['t1', { existing: { from: '', to: 'Lås' } }]]);
    expect(second.kept.at(-1)).toBeUndefined();
  });

  it('tries again by itself while there is no connection, and loses nothing that is typed meanwhile', async () => {
    const { queue, sent, answer } = aQueue();
    answer.error = away;
    queue.change('t1', 'existing', '', 'Lås', true);
    await vi.advanceTimersByTimeAsync(0);
    expect(queue.current().state).toBe('waiting');
    queue.change('t1', 'existing', 'Lås', 'Lås og alarm');
    answer.error = undefined;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.at(-1)).toEqual(['t1', { existing: { from: '', to: 'Lås og alarm' } }]);
    expect(queue.current()).toMatchObject({ state: 'saved', error: undefined });
  });

  it('does not ask again for what the API refuses, and says so to whoever needs it saved', async () => {
    const { queue, sent, answer } = aQueue();
    answer.error = refused;
    queue.change('t1', 'existing', '', 'Lås', true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(queue.current()).toMatchObject({ state: 'failed', error: refused, values: { t1: { existing: 'Lås' } } });
    expect(await queue.flushAll()).toBe(false);
    answer.error = undefined;
    expect(await queue.flushAll()).toBe(true);
  });

  it('leaves what somebody else has written until the reader chooses', async () => {
    const { queue, sent, answer } = aQueue();
    answer.told = [{ field: 'existing', theirs: 'Hund' }];
    queue.change('t1', 'existing', '', 'Lås', true);
    await vi.advanceTimersByTimeAsync(0);
    const [clash] = queue.current().clashes;
    expect(clash).toMatchObject({ group: 't1', field: 'existing', theirs: 'Hund', mine: 'Lås' });
    answer.told = [];
    if (clash) queue.choose(clash, 'mine');
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toEqual(['t1', { existing: { from: 'Hund', to: 'Lås' } }]);
    expect(queue.current().clashes).toEqual([]);
  });

  it('still says that one threat is refused when another is saved', async () => {
    const { queue, answer } = aQueue();
    answer.error = refused;
    queue.change('t1', 'existing', '', 'Lås', true);
    await vi.advanceTimersByTimeAsync(0);
    answer.error = undefined;
    queue.change('t2', 'existing', '', 'Alarm', true);
    await vi.advanceTimersByTimeAsync(0);
    expect(queue.current()).toMatchObject({ state: 'failed', values: { t1: { existing: 'Lås' } } });
  });

  it('forgets a change that ends where it began', () => {
    expect(mergedChanges({ a: { from: '1', to: '2' } }, { a: { from: '2', to: '1' } })).toEqual({});
  });
});

describe('changes of the assessment itself over what another has saved', () => {
  const quick = { answers: { manyPeople: 'no' }, note: '', because: [] };
  const now = { note: 'Hans', guests: '', participants: [{ id: 'omar' }], quick } as unknown as AssessmentView;

  it('adds to lists that both add to, and leaves other answers of the short form as they are', () => {
    const changes = {
      participantIds: { from: [], to: ['mette'] },
      'quick.sensitiveData': { from: null, to: 'yes' },
      guests: { from: '', to: 'En gæst' },
    };
    expect(reconciled(now, changes)).toEqual({
      body: {
        participantIds: ['omar', 'mette'],
        guests: 'En gæst',
        quick: { answers: { manyPeople: 'no', sensitiveData: 'yes' }, note: '' },
      },
      theirs: [],
    });
  });

  it('tells what both changed, and sends nothing that is there already', () => {
    expect(reconciled(now, { note: { from: '', to: 'Min' }, 'quick.manyPeople': { from: null, to: 'no' } })).toEqual({
      body: {},
      theirs: [{ field: 'note', theirs: 'Hans' }],
    });
    expect(reconciled(now, { note: { from: '', to: 'Hans ' } })).toEqual({ body: {}, theirs: [] });
  });
});
