import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endedByChair, stageEnd, type StageEnd } from '../../../api/approvals/stage-rule.ts';
import type { StageSeat } from '../../../api/approvals/index.ts';
import {
  after,
  aQuorum,
  aRule,
  aSeatedBody,
  before,
  canVote,
  choices,
  someBallots,
  stageWith,
  type Ballot,
} from './generated-stage.ts';

const aCase = fc
  .record({ seats: aSeatedBody, rule: aRule, quorum: aQuorum })
  .chain((body) => fc.record({ ballots: someBallots(body.seats) }).map(({ ballots }) => ({ ...body, ballots })));
const endOf = ({ seats, ballots, ...rule }: Case, day = before) =>
  stageEnd(stageWith(rule, seats, ballots), seats, day);
interface Case {
  seats: StageSeat[];
  rule: 'one' | 'all' | 'quorum';
  quorum?: number | undefined;
  ballots: readonly Ballot[];
}
/** Whether it is open after every vote but the last. */
const staysOpen = (one: Case) =>
  one.ballots.every((_, place) => endOf({ ...one, ballots: one.ballots.slice(0, place) }) === undefined);
const runs = { numRuns: 1_000 };

/** Every possible vote of the missing members. */
function* completions(missing: readonly Ballot[0][]): Generator<Ballot[]> {
  const [first, ...rest] = missing;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const others of completions(rest)) {
    yield others;
    for (const choice of choices) yield [[first, choice], ...others];
  }
}

describe('the rule of a stage', () => {
  it('gives the same whatever order the votes come in, as long as none closes it early', () => {
    fc.assert(
      fc.property(
        aCase.chain((one) =>
          fc
            .shuffledSubarray([...one.ballots], { minLength: one.ballots.length, maxLength: one.ballots.length })
            .map((shuffled) => [one, { ...one, ballots: shuffled }] as const),
        ),
        ([one, other]) => {
          fc.pre(staysOpen(one) && staysOpen(other));
          expect(endOf(one)).toEqual(endOf(other));
          expect(endOf(one, after)).toEqual(endOf(other, after));
        },
      ),
      runs,
    );
  });

  it('closes only with what no vote that is missing could change', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        const end = endOf(one);
        fc.pre(end !== undefined && one.rule === 'quorum');
        const voted = new Set(one.ballots.map(([seat]) => seat));
        const missing = canVote(one.seats).filter((seat) => !voted.has(seat));
        fc.pre(missing.length <= 4);
        for (const more of completions(missing))
          expect(endOf({ ...one, ballots: [...one.ballots, ...more] })?.outcome).toBe(end?.outcome);
      }),
      runs,
    );
  });

  it('closes as soon as that is so', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        fc.pre(one.rule === 'quorum' && endOf(one) === undefined);
        const voted = new Set(one.ballots.map(([seat]) => seat));
        const missing = canVote(one.seats).filter((seat) => !voted.has(seat));
        fc.pre(missing.length > 0 && missing.length <= 4);
        const enough = endedByChair(stageWith(one, one.seats, one.ballots), one.seats) !== undefined;
        const ends = new Set(
          [...completions(missing)]
            .filter((more) => more.length === missing.length)
            .map((more) => endOf({ ...one, ballots: [...one.ballots, ...more] })?.outcome),
        );
        expect(enough && ends.size === 1).toBe(false);
      }),
      runs,
    );
  });

  it('never counts a seat that is barred from its own submission', () => {
    fc.assert(
      fc.property(aCase, fc.constantFrom(...choices), (one, choice) => {
        const own = one.seats.filter(({ barred }) => barred === 'submitter');
        fc.pre(own.length > 0);
        const forged = own.map(({ holder }): Ballot => [holder, choice]);
        expect(endOf({ ...one, ballots: [...forged, ...one.ballots] })).toEqual(endOf(one));
      }),
      runs,
    );
  });

  it('takes a vote that replaced another as if it had been cast at first', () => {
    fc.assert(
      fc.property(aCase, fc.constantFrom(...choices), fc.nat(), (one, choice, pick) => {
        fc.pre(one.ballots.length > 0);
        const [seat] = one.ballots[pick % one.ballots.length] ?? [];
        fc.pre(seat !== undefined);
        const earlier: Ballot[] = seat === undefined ? [] : [[seat, choice]];
        const replaced = { ...one, ballots: [...earlier, ...one.ballots] };
        expect(endOf(replaced)).toEqual(endOf(one));
        expect(endOf(replaced, after)).toEqual(endOf(one, after));
      }),
      runs,
    );
  });

  it('sends it back when so many abstain that fewer than the quorum are left', () => {
    fc.assert(
      fc.property(aSeatedBody, fc.integer({ min: 1, max: 9 }), (seats, quorum) => {
        const able = canVote(seats);
        const away = seats.filter(({ barred }) => barred === 'onLeave').length;
        const left = Math.max(0, quorum - 1 - away);
        const ballots = able.slice(left).map((seat): Ballot => [seat, 'abstain']);
        fc.pre(away + Math.min(left, able.length) < quorum);
        expect(endOf({ seats, rule: 'quorum', quorum, ballots })).toEqual({
          outcome: 'returned',
          closedBy: 'inquorate',
        });
      }),
      runs,
    );
  });

  it('always ends when everybody who may has voted', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        fc.pre(one.ballots.length === canVote(one.seats).length);
        const onlyAbstained = one.ballots.every(([, choice]) => choice === 'abstain');
        const isAway = one.seats.some(({ barred }) => barred === 'onLeave');
        const ends = endOf(one, after);
        expect(ends).toBeDefined();
        if (!isAway || (!onlyAbstained && one.quorum === undefined && one.rule !== 'quorum'))
          expect(endOf(one)?.outcome).toBe(ends?.outcome);
      }),
      runs,
    );
  });

  it('has one end for each kind of vote, as the books say', () => {
    const five = (chair: boolean): StageSeat[] =>
      ['a', 'b', 'c', 'd', 'e'].map((id, place) => {
        const holder = id as StageSeat['holder'];
        return { holder, actor: holder, chair: chair && place === 0 };
      });
    const letters = { y: 'approve', n: 'reject', c: 'askChanges', x: 'abstain' } as const;
    const told = (end: StageEnd | undefined) => (end ? `${end.outcome} ${end.closedBy}` : 'open');
    const said = (votes: string, rule: Case['rule'], day = before, chair = true, quorum?: number) => {
      const seats = five(chair);
      const ballots = [...votes].flatMap((letter, place): Ballot[] => {
        const choice = Object.entries(letters).find(([key]) => key === letter)?.[1];
        const seat = seats[place];
        return choice && seat ? [[seat.holder, choice]] : [];
      });
      return told(endOf({ seats, rule, quorum, ballots }, day));
    };
    expect({
      first: [said('y', 'one'), said('n', 'one'), said('c', 'one'), said('x', 'one'), said('xxxxx', 'one')],
      all: [said('yyyy', 'all'), said('yyyyy', 'all'), said('yyyyx', 'all'), said('yn', 'all'), said('c', 'all')],
      majority: [said('yy', 'quorum'), said('yyy', 'quorum'), said('nnn', 'quorum'), said('nnc', 'quorum')],
      tie: [
        said('ynxyn', 'quorum'),
        said('nyxyn', 'quorum'),
        said('cyxyn', 'quorum'),
        said('ynxyn', 'quorum', before, false),
      ],
      against: [said('nncyy', 'quorum'), said('ncccy', 'quorum'), said('nnccy', 'quorum')],
      overdue: [said('yy', 'quorum', after), said('yyn', 'quorum', after), said('y', 'quorum', after, true, 1)],
      few: [said('xxx', 'quorum'), said('xx', 'quorum', before, true, 4)],
    }).toEqual({
      first: ['approved votes', 'rejected votes', 'returned votes', 'open', 'returned inquorate'],
      all: ['open', 'approved votes', 'approved votes', 'rejected votes', 'returned votes'],
      majority: ['open', 'approved votes', 'rejected votes', 'open'],
      tie: ['approved chairsVote', 'rejected chairsVote', 'returned chairsVote', 'returned votes'],
      against: ['rejected votes', 'returned votes', 'returned votes'],
      overdue: ['open', 'approved deadline', 'approved deadline'],
      few: ['returned inquorate', 'returned inquorate'],
    });
  });
});
