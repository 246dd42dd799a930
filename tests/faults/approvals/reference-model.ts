import type { ApprovalRequest, Stage, Vote } from '../../../api/approvals/index.ts';

/** The body's members at one moment; the first is the chair, if any. */
export interface Members {
  seats: readonly string[];
  chair?: string | undefined;
}
type Ballots = ReadonlyMap<string, Vote['choice']>;

/** The rules of a stage, reimplemented as plainly as possible: every possible vote of the missing members is tried. */
export function modelEnd(stage: Stage, votes: readonly Vote[], { seats, chair }: Members): string | undefined {
  const ballots: Ballots = new Map(votes.map(({ seat, choice }) => [seat, choice]));
  const everybody = [...new Set([...seats, ...ballots.keys()])];
  const missing = seats.filter((seat) => !ballots.has(seat));
  const valid = [...ballots.values()].filter((choice) => choice !== 'abstain');
  const quorum = stage.quorum ?? (stage.rule === 'quorum' ? Math.floor(everybody.length / 2) + 1 : 1);
  if (valid.length + missing.length < quorum) return 'returned';
  if (stage.rule === 'one') return valid[0] && named(valid[0]);
  if (stage.rule === 'all') {
    if (valid.includes('reject')) return 'rejected';
    if (valid.includes('askChanges')) return 'returned';
    return missing.length === 0 ? 'approved' : undefined;
  }
  if (valid.length < quorum) return undefined;
  const oldChair = [...votes].reverse().find((vote) => vote.chair && !seats.includes(vote.seat))?.seat;
  const decides = chair !== undefined && ballots.get(chair) !== undefined ? chair : (chair ?? oldChair);
  const ends = new Set(waysToEnd(ballots, missing, decides));
  return ends.size === 1 ? [...ends][0] : undefined;
}

const named = (choice: Vote['choice']): string =>
  ({ approve: 'approved', reject: 'rejected', askChanges: 'returned', abstain: '' })[choice];

function* waysToEnd(ballots: Ballots, missing: readonly string[], chair: string | undefined): Generator<string> {
  const [first, ...rest] = missing;
  if (first === undefined) {
    const count = (choice: Vote['choice']) => [...ballots.values()].filter((one) => one === choice).length;
    const [yes, no, changes] = [count('approve'), count('reject'), count('askChanges')];
    const ofChair = chair === undefined ? undefined : ballots.get(chair);
    if (yes > no + changes) yield 'approved';
    else if (yes < no + changes) yield no > changes ? 'rejected' : 'returned';
    else yield ofChair === undefined || ofChair === 'abstain' ? 'returned' : named(ofChair);
    return;
  }
  yield* waysToEnd(ballots, rest, chair);
  for (const choice of ['approve', 'reject', 'askChanges', 'abstain'] as const)
    yield* waysToEnd(new Map([...ballots, [first, choice]]), rest, chair);
}

const isPrefix = (shorter: readonly unknown[], longer: readonly unknown[]): boolean =>
  shorter.every((one, place) => JSON.stringify(one) === JSON.stringify(longer[place]));
const isClosed = ({ state }: Stage): boolean => state !== 'open' && state !== 'waiting';

/** Violations from one write to the next; readable lines, none when correct. */
export function wrongBetween(before: ApprovalRequest, after: ApprovalRequest): string[] {
  const wrong: string[] = [];
  if (before.state !== 'open' && before.state !== after.state) wrong.push(`${before.state} became ${after.state}`);
  if (before.state !== 'open' && before.endedAt !== after.endedAt) wrong.push('ended twice');
  for (const [place, stage] of before.stages.entries()) {
    const now = after.stages[place];
    if (!now) wrong.push('a stage is gone');
    else if (!isPrefix(stage.votes, now.votes)) wrong.push('a vote is gone');
    else if (now.votes.length > stage.votes.length + 1) wrong.push('two votes in one write');
    else if (stage.state !== 'open' && now.votes.length > stage.votes.length) wrong.push('a vote after the close');
    else if (isClosed(stage) && JSON.stringify(stage) !== JSON.stringify(now)) wrong.push('a closed stage has changed');
  }
  return wrong;
}
