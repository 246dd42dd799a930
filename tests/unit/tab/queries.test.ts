import { MutationObserver, QueryObserver } from '@tanstack/react-query';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createQueries, leaveActs } from '../../../tab/shared/api/queries.ts';

vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('removeEventListener', () => undefined);
afterAll(() => void vi.unstubAllGlobals());

it('asks once for all parts of a page, and again when the page is shown again, however soon', async () => {
  const queries = createQueries(() => undefined);
  let asked = 0;
  const look = () => {
    const view = new QueryObserver<number>(queries, { queryKey: ['cards'], queryFn: () => (asked += 1) });
    const leave = view.subscribe(() => undefined);
    return { answer: () => vi.waitUntil(() => !view.getCurrentResult().isFetching), view, leave };
  };
  const heading = look();
  await heading.answer();
  const list = look();
  await list.answer();
  expect(asked).toBe(1);
  heading.leave();
  list.leave();

  const again = look();
  expect(again.view.getCurrentResult().data).toBe(1);
  await vi.waitUntil(() => again.view.getCurrentResult().data === 2);
  again.leave();
  queries.clear();
});

describe('a failure of an act', () => {
  const press = (queries: ReturnType<typeof createQueries>, meta = {}) => {
    const { promise, reject } = Promise.withResolvers<number>();
    const part = new MutationObserver(queries, { mutationFn: () => promise, meta });
    const leave = part.subscribe(() => undefined);
    const answered = part.mutate().catch(() => undefined);
    return { leave, fail: (error: Error) => (reject(error), answered) };
  };
  const told: string[] = [];
  const queries = createQueries(({ message }) => void told.push(message));

  it('is left to the part that was pressed', async () => {
    const { fail, leave } = press(queries);
    await fail(new Error('shown'));
    leave();
    expect(told).toEqual([]);
  });

  it('is told when that part is gone', async () => {
    const { fail, leave } = press(queries);
    leave();
    await fail(new Error('unseen'));
    expect(told.splice(0)).toEqual(['unseen']);
  });

  it('is told when its dialog was closed meanwhile, also if the dialog stays mounted', async () => {
    const { fail, leave } = press(queries);
    leaveActs(queries);
    await fail(new Error('closed'));
    leave();
    expect(told.splice(0)).toEqual(['closed']);
  });

  it('is not told of what is kept and sent again', async () => {
    const { fail, leave } = press(queries, { isKept: true });
    leave();
    await fail(new Error('kept'));
    expect(told).toEqual([]);
  });

  it('is not told of a withdrawn request', async () => {
    const { fail, leave } = press(queries);
    leave();
    await fail(new DOMException('withdrawn', 'AbortError'));
    expect(told).toEqual([]);
  });
});
