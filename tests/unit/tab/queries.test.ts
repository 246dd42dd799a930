import { QueryObserver } from '@tanstack/react-query';
import { afterAll, expect, it, vi } from 'vitest';
import { createQueries } from '../../../tab/shared/api/queries.ts';

vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('removeEventListener', () => undefined);
afterAll(() => void vi.unstubAllGlobals());

it('asks once for all parts of a page, and again when the page is shown again, however soon', async () => {
  const queries = createQueries();
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
