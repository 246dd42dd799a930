import { expect, it } from 'vitest';
import { beginAtWork } from '../../../teams-app/desk/start-desk.ts';

/** The desk's clock when started at a given time. */
function startedAt(moment: string, offset = 0): string {
  let now = moment;
  beginAtWork({ now: () => new Date(now), offset: () => offset, set: (iso) => void (now = iso ?? moment) });
  return now;
}

it.each([
  ['on a Saturday', '2026-11-28T10:00:00.000Z', '2026-11-30T08:00:00.000Z'],
  ['in the evening', '2026-11-25T20:00:00.000Z', '2026-11-26T08:00:00.000Z'],
  ['before work', '2026-11-25T05:00:00.000Z', '2026-11-25T08:00:00.000Z'],
  ['at Christmas, in the evening', '2026-12-24T20:00:00.000Z', '2026-12-28T08:00:00.000Z'],
  ['in the working day', '2026-11-25T10:00:00.000Z', '2026-11-25T10:00:00.000Z'],
])('a new desk that is started %s begins at 9 on a working day', (_, moment, expected) => {
  expect(startedAt(moment)).toBe(expected);
});

it('a desk whose clock somebody has moved stays where it is', () => {
  expect(startedAt('2026-11-28T10:00:00.000Z', 1)).toBe('2026-11-28T10:00:00.000Z');
});
