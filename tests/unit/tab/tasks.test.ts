import { beforeAll, expect, it } from 'vitest';
import type { ObligationRow } from '../../../api/obligations/contract.ts';
import { groupsOf } from '../../../tab/obligations/useTasks.ts';
import { loadTexts } from '../../../tab/shared/texts/texts.ts';

beforeAll(() => loadTexts('common', 'kinds', 'obligations'));

const row = (key: string, due: string, state: ObligationRow['state']) =>
  ({ key, due, state, kind: 'acknowledgePolicy', title: key, personal: true }) as ObligationRow;
const days = ['2026-11-24', '2026-09-01', '2026-10-01'];
const keysOf = (state: ObligationRow['state']) =>
  groupsOf(
    days.map((day) => row(day, day, state)),
    'due',
    '2026-11-24',
  ).flatMap(({ rows }) => rows.map(({ key }) => key));

it('what is open begins with the oldest, and what is done with the latest', () => {
  expect(keysOf('paused')).toEqual(['2026-09-01', '2026-10-01', '2026-11-24']);
  expect(keysOf('done')).toEqual(['2026-11-24', '2026-10-01', '2026-09-01']);
});
