import fc from 'fast-check';
import type * as timers from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import type { ApprovalRequest, Stage } from '../../../api/approvals/index.ts';
import { aSchedule, race, raise, type Press } from './a-race.ts';
import { modelEnd, wrongBetween, type Members } from './reference-model.ts';

// Delays between rounds are the schedule's. Files share their modules: a file loaded first while this is mocked retains
// it, so the rest must be mocked too.
vi.mock('node:timers/promises', async (original) => ({
  ...(await original<typeof timers>()),
  setTimeout: () => Promise.resolve(),
}));

const stageOf = (request: ApprovalRequest, place: number): Stage => request.stages[place] ?? raise();

/** Checks the writes in SharePoint's order against the reimplemented rules. */
function judge({ commits, accepted, pressed, told, request }: Awaited<ReturnType<typeof race>>, rate: number): void {
  for (const [place, { record, world }] of commits.entries()) {
    const before = commits[place - 1]?.record;
    if (!before) continue;
    expect(wrongBetween(before, record)).toEqual([]);
    const members = world as Members[];
    for (const [number, was] of before.stages.entries()) {
      const now = stageOf(record, number);
      if (was.state !== 'open') continue;
      const byModel = modelEnd(now, now.votes, members[number] ?? { seats: [] });
      if (record.state === 'withdrawn') expect(now.state).toBe('skipped');
      else if (now.closedBy === 'chair') expect([undefined, now.state]).toContain(byModel);
      else
        expect({ votes: now.votes.map(({ choice }) => choice), now: now.state }).toEqual({
          votes: now.votes.map(({ choice }) => choice),
          now: byModel ?? 'open',
        });
    }
  }
  const last = commits.at(-1)?.record ?? request;
  expect(last.state).not.toBe('open');
  expect(
    commits.filter(({ record }, place) => record.state !== 'open' && commits[place - 1]?.record.state === 'open'),
  ).toHaveLength(1);
  expect(last.carriedOnAt).toBeDefined();
  expect([...new Set(told.flat())]).toEqual([last.state]);
  // Repeated only where the record of the notification was lost.
  if (rate === 0) for (const each of told) expect(each.length).toBeLessThanOrEqual(1);
  for (const [place, { votes }] of last.stages.entries())
    for (const { by, choice } of votes) {
      const isSame = (one: Press) => one.who === by && one.stage === place + 1 && one.choice === choice;
      const kept = votes.filter((vote) => vote.by === by && vote.choice === choice).length;
      // Every confirmed vote is stored once; an unconfirmed one may be stored too.
      expect(kept).toBeGreaterThanOrEqual(accepted.filter(isSame).length);
      expect(kept).toBeLessThanOrEqual(pressed.filter(isSame).length);
    }
  for (const { who, stage, choice } of accepted)
    expect(stageOf(last, stage - 1).votes.some((vote) => vote.by === who && vote.choice === choice)).toBe(true);
}

it.each([
  ['when nothing fails', 0],
  ['while a third of all calls answer 409, 412, 429, 504 or nothing', 0.33],
])('400 races of votes end in one right decision each %s', async (_when, rate) => {
  await fc.assert(
    fc.asyncProperty(aSchedule, async (schedule) => judge(await race(schedule, rate), rate)),
    { numRuns: 400, seed: 20_261_124, endOnFailure: false },
  );
});
