import {
  contentHashOf,
  requestKey,
  type ApprovalContent,
  type ApprovalRequest,
  type ExternalDecision,
  type Stage,
  type StagePlan,
  type Vote,
} from '../../api/approvals/index.ts';
import {
  addDays,
  localDate,
  type CentreId,
  type Instant,
  type LocalDate,
  type PersonId,
} from '../../api/kernel/index.ts';

/** A seeded vote: who, what, and how many days ago. */
export interface SeedVote {
  by: PersonId;
  choice: Vote['choice'];
  daysAgo: number;
  reason?: string;
  chair?: boolean;
}

/** One stage with its acts; the first without an outcome is open. */
export interface SeedStage {
  plan: StagePlan;
  votes?: readonly SeedVote[];
  ended?: { outcome: 'approved' | 'rejected' | 'returned'; daysAgo: number };
  decision?: Pick<ExternalDecision, 'itemNumber' | 'by'> & { note?: string };
}

export interface SeedRequest {
  today: LocalDate;
  subjectKind: string;
  subjectKey: string;
  round?: number;
  purpose?: string;
  content: ApprovalContent;
  summary: string;
  by: PersonId;
  /** When it was sent. */
  daysAgo: number;
  centreId?: string;
  stages: readonly SeedStage[];
}

/** Half past nine, so many days before seeding. */
const morning = (today: LocalDate, daysAgo: number, minutes = 0): Instant =>
  `${addDays(today, -daysAgo)}T08:${String(30 + (minutes % 30)).padStart(2, '0')}:00.000Z` as Instant;

/** A request for approval with stages and votes, as the program would write it. */
export function decided(given: SeedRequest): ApprovalRequest {
  const { today, subjectKind, subjectKey, round = 1, purpose, content, summary, by, daysAgo, centreId } = given;
  const submittedAt = morning(today, daysAgo);
  let openedAt: Instant | undefined = submittedAt;
  const stages = given.stages.map((stage): Stage => {
    const made = stageOf(stage, openedAt, today);
    openedAt = made.state === 'approved' ? made.closedAt : undefined;
    return made;
  });
  const last = given.stages.findLast(({ ended }) => ended !== undefined)?.ended;
  const isOpen = stages.some(({ state }) => state === 'open');
  const endedAt = isOpen || !last ? undefined : morning(today, last.daysAgo, 20);
  return {
    key: requestKey(subjectKind, subjectKey, round),
    title: content.title,
    subjectKind,
    subjectKey,
    round,
    summary,
    ...(purpose === undefined ? {} : { purpose }),
    ...(centreId === undefined ? {} : { centreId: centreId as CentreId }),
    content: content.text,
    ...(content.file ? { file: content.file } : {}),
    contentHash: contentHashOf(content),
    submittedBy: by,
    submittedAt,
    state: isOpen || !last ? 'open' : last.outcome,
    stages,
    ...(endedAt === undefined ? {} : { endedAt, carriedOnAt: endedAt }),
  };
}

function stageOf(
  { plan, votes = [], ended, decision }: SeedStage,
  openedAt: Instant | undefined,
  today: LocalDate,
): Stage {
  const waiting: Stage = { ...plan, state: 'waiting', votes: [] };
  if (openedAt === undefined) return waiting;
  const dueOn = addDays(localDate(openedAt), plan.days);
  const open: Stage = {
    ...waiting,
    state: 'open',
    openedAt,
    dueOn,
    votes: votes.map((vote, place) => voteOf(vote, place, today)),
  };
  if (!ended) return open;
  const closedAt = morning(today, ended.daysAgo, 20);
  return {
    ...open,
    state: ended.outcome,
    closedAt,
    closedBy: decision ? 'external' : 'votes',
    ...(decision
      ? { decision: { ...decision, meetingOn: addDays(localDate(closedAt), -1), outcome: ended.outcome, at: closedAt } }
      : {}),
  };
}

const voteOf = ({ by, choice, daysAgo, reason, chair = false }: SeedVote, place: number, today: LocalDate): Vote => ({
  seat: by,
  by,
  choice,
  chair,
  via: place % 3 === 2 ? 'tab' : 'card',
  at: morning(today, daysAgo, 1 + place),
  ...(reason === undefined ? {} : { reason }),
});

/** Approving votes on one day; the first voter is the chair. */
export const approvedBy = (people: readonly PersonId[], daysAgo: number): SeedVote[] =>
  people.map((by, place) => ({ by, choice: 'approve', daysAgo, chair: place === 0 }));
