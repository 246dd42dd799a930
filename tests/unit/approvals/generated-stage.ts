import fc from 'fast-check';
import type { Instant, LocalDate, PersonId } from '../../../api/kernel/index.ts';
import type { Stage, StageSeat, Vote } from '../../../api/approvals/index.ts';

export const due = '2026-12-01' as LocalDate;
export const before = '2026-11-30' as LocalDate;
export const after = '2026-12-02' as LocalDate;
export const choices = ['approve', 'reject', 'askChanges', 'abstain'] as const;
export type Ballot = readonly [PersonId, Vote['choice']];

const holder = (place: number) => `p${place}` as PersonId;

/** A body of one to nine, the first possibly the chair, some barred. */
export const aSeatedBody = fc
  .tuple(
    fc.array(fc.option(fc.constantFrom('submitter', 'onLeave', 'left'), { freq: 4, nil: undefined }), {
      minLength: 1,
      maxLength: 9,
    }),
    fc.boolean(),
  )
  .map(([barred, hasChair]) =>
    barred.map((why, place): StageSeat => ({
      holder: holder(place),
      chair: hasChair && place === 0,
      ...(why === 'onLeave' || why === 'left' ? {} : { actor: holder(place) }),
      ...(why === undefined ? {} : { barred: why }),
    })),
  );

export const aRule = fc.constantFrom('one', 'all', 'quorum') satisfies fc.Arbitrary<Stage['rule']>;
export const aQuorum = fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined });

export const canVote = (seats: readonly StageSeat[]): PersonId[] =>
  seats.filter(({ barred }) => barred === undefined).map(({ holder: id }) => id);

/** One vote of some eligible, in any order. */
export const someBallots = (seats: readonly StageSeat[]): fc.Arbitrary<Ballot[]> =>
  fc
    .shuffledSubarray(canVote(seats))
    .chain((voters) =>
      fc.tuple(...voters.map((id) => fc.constantFrom(...choices).map((choice): Ballot => [id, choice]))),
    );

export const stageWith = (
  { rule, quorum }: { rule: 'one' | 'all' | 'quorum'; quorum?: number | undefined },
  seats: readonly StageSeat[],
  ballots: readonly Ballot[],
): Stage => ({
  body: 'securityCommittee',
  ...{ rule, days: 7, state: 'open', dueOn: due },
  ...(quorum === undefined ? {} : { quorum }),
  votes: ballots.map(([seat, choice], place) => ({
    ...{ seat, by: seat, choice, via: 'tab' },
    chair: seats.some((one) => one.holder === seat && one.chair),
    at: new Date(Date.UTC(2026, 10, 24, 9, 0, place)).toISOString() as Instant,
  })),
});
