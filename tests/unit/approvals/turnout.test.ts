import { describe, expect, it } from 'vitest';
import type { Instant, PersonId } from '../../../api/kernel/index.ts';
import { tallyOf, tookPart, turnoutOf } from '../../../api/approvals/index.ts';
import type { StageSeat } from '../../../api/approvals/stage-seats.ts';

const seat = (name: string, changes: Partial<StageSeat> = {}): StageSeat => ({
  holder: name as PersonId,
  actor: name as PersonId,
  chair: false,
  ...changes,
});
const vote = (name: string, choice: 'approve' | 'reject' | 'abstain') => ({
  seat: name as PersonId,
  by: name as PersonId,
  choice,
  chair: false,
  at: '2026-11-24T09:00:00.000Z' as Instant,
  via: 'card' as const,
});
const seats = [seat('sender', { barred: 'submitter' }), ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => seat(name))];

describe('how many have voted', () => {
  it('leaves out whoever sent it', () => {
    expect(turnoutOf({ votes: [] }, seats)).toEqual({ voted: 0, seats: 6, disqualified: 0 });
    expect(turnoutOf({ votes: [vote('sender', 'approve')] }, seats)).toMatchObject({ voted: 0, seats: 6 });
  });

  it('counts as the rule does: being disqualified is no vote', () => {
    const votes = [vote('a', 'approve'), vote('b', 'approve'), vote('c', 'reject'), vote('d', 'abstain')];
    expect(turnoutOf({ votes }, seats)).toEqual({ voted: 3, seats: 6, disqualified: 1 });
    const tally = tallyOf({ rule: 'quorum', votes }, seats);
    expect(tookPart(tally)).toBe(3);
    expect(tally.quorum).toBe(4);
  });

  it('keeps the vote of whoever holds no seat any more', () => {
    expect(turnoutOf({ votes: [vote('gone', 'approve')] }, seats)).toEqual({ voted: 1, seats: 7, disqualified: 0 });
  });
});
