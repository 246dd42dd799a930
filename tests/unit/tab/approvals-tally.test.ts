import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeatView, StageView } from '../../../api/approvals/contract.ts';
import { stageEnd, tallyOf } from '../../../api/approvals/stage-rule.ts';
import {
  aQuorum,
  aRule,
  aSeatedBody,
  before,
  canVote,
  choices,
  someBallots,
  stageWith,
} from '../approvals/generated-stage.ts';
import { outcomeWith, votesNeeded, type Choice } from '../../../tab/approvals/tally.ts';

const at = '2026-11-24T09:00:00.000Z';
const seat = (id: string, choice?: Choice, more: Partial<SeatView> = {}): SeatView => ({
  holder: { id, name: id },
  chair: false,
  ...(choice ? { vote: { choice, at, via: 'tab' } } : {}),
  ...more,
});
const stage = (rule: StageView['rule'], seats: SeatView[], quorum?: number): StageView => ({
  ...{ number: 1, body: 'securityCommittee', rule, state: 'open', seats },
  ...(quorum === undefined ? {} : { quorum }),
  tally: { approve: 0, reject: 0, askChanges: 0, abstain: 0, seats: seats.length },
  postponements: [],
});

describe('a committee of five', () => {
  const votes = (...choices: (Choice | undefined)[]) =>
    stage(
      'quorum',
      choices.map((choice, position) => seat(`p${position}`, choice, { chair: position === 0 })),
    );

  it('needs three who agree, from the start', () => {
    expect(votesNeeded(votes(undefined, undefined, undefined, undefined, undefined))).toBe(3);
    expect(votesNeeded(votes('approve', 'approve', undefined, undefined, undefined))).toBe(1);
    expect(votesNeeded(votes('approve', 'reject', undefined, undefined, undefined))).toBe(2);
  });

  it('is decided by the vote that no other can outweigh', () => {
    const two = votes('approve', 'approve', undefined, undefined, undefined);
    expect(outcomeWith(two, 'p2', 'approve')).toBe('approved');
    expect(outcomeWith(two, 'p2', 'reject')).toBeUndefined();
    const against = votes('reject', 'askChanges', undefined, undefined, undefined);
    expect(outcomeWith(against, 'p2', 'reject'), 'may become returned').toBeUndefined();
    expect(outcomeWith(votes('reject', 'reject', undefined, undefined, undefined), 'p2', 'reject')).toBe('rejected');
  });

  it('follows the chair when votes are equal, and goes back when the chair said nothing', () => {
    expect(outcomeWith(votes('approve', 'approve', 'reject', 'abstain', undefined), 'p4', 'reject')).toBe('approved');
    expect(outcomeWith(votes('abstain', 'approve', 'approve', 'reject', undefined), 'p4', 'reject')).toBe('returned');
  });

  it('counts neither those who are disqualified nor those who submitted it', () => {
    const barred = stage('quorum', [
      seat('p0', 'approve'),
      seat('p1', undefined, { barred: 'submitter' }),
      seat('p2'),
      seat('p3', 'abstain'),
      seat('p4', 'approve'),
    ]);
    expect(votesNeeded(barred)).toBe(1);
    expect(outcomeWith(barred, 'p2', 'approve')).toBe('approved');
    expect(outcomeWith(barred, 'p2', 'abstain'), 'too few are left').toBe('returned');
  });

  it('waits for the quorum even when the votes agree', () => {
    const five = stage('quorum', [seat('p0', 'approve'), seat('p1', 'approve'), seat('p2'), seat('p3')], 4);
    expect(outcomeWith(five, 'p2', 'approve')).toBeUndefined();
    expect(votesNeeded(five)).toBe(2);
  });
});

describe('other rules', () => {
  it('one: the first vote decides, unless it is disqualified', () => {
    const one = stage('one', [seat('p0'), seat('p1')]);
    expect(outcomeWith(one, 'p0', 'askChanges')).toBe('returned');
    expect(outcomeWith(one, 'p0', 'abstain')).toBeUndefined();
    expect(votesNeeded(one)).toBe(1);
  });

  it('all: the last yes approves, the first no ends it', () => {
    const all = stage('all', [seat('p0', 'approve'), seat('p1')]);
    expect(outcomeWith(all, 'p1', 'approve')).toBe('approved');
    expect(outcomeWith(all, 'p1', 'reject')).toBe('rejected');
    expect(votesNeeded(all)).toBe(1);
  });

  it('external: no vote decides', () => expect(outcomeWith(stage('external', []), 'p0', 'approve')).toBeUndefined());
});

describe('what is said before a vote', () => {
  const aCase = fc
    .record({ seats: aSeatedBody, rule: aRule, quorum: aQuorum })
    .chain((body) => fc.record({ ballots: someBallots(body.seats) }).map(({ ballots }) => ({ ...body, ballots })));

  it('is what the vote then does', () => {
    fc.assert(
      fc.property(aCase, fc.constantFrom(...choices), fc.nat(), ({ seats, ballots, ...rule }, choice, position) => {
        const given = stageWith(rule, seats, ballots);
        fc.pre(stageEnd(given, seats, before) === undefined);
        const voters = canVote(seats);
        const mine = voters[position % Math.max(1, voters.length)];
        fc.pre(mine !== undefined);
        const others = ballots.filter(([one]) => one !== mine);
        const then = stageEnd(stageWith(rule, seats, [...others, [mine, choice]]), seats, before);
        const view = stage(
          rule.rule,
          seats.map(({ holder, chair, barred }) =>
            seat(holder, ballots.findLast(([one]) => one === holder)?.[1], {
              chair,
              ...(barred ? { barred } : {}),
            }),
          ),
          rule.rule === 'quorum' ? tallyOf(given, seats).quorum : rule.quorum,
        );
        expect(outcomeWith(view, mine, choice)).toBe(then?.outcome);
      }),
      { numRuns: 1_000 },
    );
  });
});
