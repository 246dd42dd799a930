import type { Context } from '../context.ts';
import { contextOn } from '../context-on.ts';
import { derivation } from '../derivation.ts';
import {
  addDays,
  localDate,
  stableKey,
  type LocalDate,
  type Obligation,
  type PersonId,
  type SharedWork,
} from '../kernel/index.ts';
import { groupStamp, type PersonalSource, type SharedSource } from '../obligations/index.ts';
import { People, RoleAssignments } from '../organisation/index.ts';
import { approvalSubject } from './approval-subject.ts';
import { isStageOpen, stageKey, votesThatCount } from './request.ts';
import { ApprovalRequests, type ApprovalRequest, type Stage } from './request-list.ts';
import { latestRequest } from './requests.ts';
import { stageSeats } from './stage-seats.ts';

/** Days that completed work is shown. */
const shownFor = 30;
const resubmitWithin = 14;
/** The request's page in the tab. */
export const approvalPath = (requestKey: string): string => `/approvals/${requestKey}`;

interface StageOfRequest {
  request: ApprovalRequest;
  stage: Stage & { openedAt: NonNullable<Stage['openedAt']>; dueOn: LocalDate };
  key: string;
}

/** Open and recently decided stages. */
function stagesShown(context: Context, today: LocalDate): StageOfRequest[] {
  const since = addDays(today, -shownFor);
  return context
    .list(ApprovalRequests)
    .all()
    .flatMap((request) => (isShown(request, since) ? [request] : []))
    .flatMap((request) =>
      request.stages.flatMap((stage, index): StageOfRequest[] => {
        const { openedAt, dueOn, state, closedAt } = stage;
        const isRecent = isStageOpen(request, { state }) || (closedAt !== undefined && localDate(closedAt) >= since);
        if (openedAt === undefined || dueOn === undefined || !isRecent) return [];
        return [{ request, stage: { ...stage, openedAt, dueOn }, key: stageKey(request, index + 1) }];
      }),
    );
}
const isShown = ({ endedAt }: ApprovalRequest, since: LocalDate): boolean =>
  endedAt === undefined || localDate(endedAt) >= since;

const debtOf = ({ request, stage, key }: StageOfRequest) => ({
  subject: { key, title: request.title },
  due: stage.dueOn,
  since: localDate(stage.openedAt),
  path: approvalPath(request.key),
  ...(stage.centreId === undefined ? {} : { centreId: stage.centreId }),
});

/**
 * A vote for each seat of the context's day: open, done by its voter, or waiting while the holder is on leave without
 * a deputy.
 */
function votesOwed(context: Context, found: StageOfRequest): Obligation[] {
  const { request, stage, key } = found;
  if (stage.rule === 'external') return [];
  const debt = (seat: PersonId, personId: PersonId, state: Obligation['state']): Obligation => ({
    key: stableKey(...key.split('_'), seat),
    kind: 'vote',
    personId,
    state,
    personal: true,
    ...debtOf(found),
    ...(seat === personId ? {} : { passed: { reason: 'onLeave', from: seat } }),
  });
  const votes = votesThatCount(stage);
  const done = [...votes.values()].map(({ seat, by }) => debt(seat, by, 'done'));
  if (stage.state !== 'open') return done;
  const open = stageSeats(context, stage, request.submittedBy)
    .filter(({ holder }) => !votes.has(holder))
    .flatMap(({ holder, actor, barred }): Obligation[] => {
      if (barred === 'onLeave') return [debt(holder, holder, 'paused')];
      return barred === undefined && actor !== undefined ? [debt(holder, actor, 'open')] : [];
    });
  return [...done, ...open];
}

const votesOfAll = (context: Context, today: LocalDate): Obligation[] =>
  stagesShown(context, today).flatMap((found) => votesOwed(contextOn(context, today), found));

const voteLists = [ApprovalRequests, People, RoleAssignments];

type ByPerson = ReadonlyMap<PersonId, readonly Obligation[]>;
const votesOnDays = derivation(voteLists, () => new Map<LocalDate, ByPerson>(), groupStamp);
/** Today, and the few days of a preview. */
const mostDays = 16;

function votesByPerson(context: Context, today: LocalDate): ByPerson {
  const days = votesOnDays(context);
  const known = days.get(today);
  if (known) return known;
  if (days.size >= mostDays) days.clear();
  const made = Map.groupBy(votesOfAll(context, today), ({ personId }) => personId);
  days.set(today, made);
  return made;
}

/** A vote is the member's, or the deputy's during leave; never handed over (R10, R12, R13). */
export const voteSource: PersonalSource = {
  kinds: ['vote'],
  lists: voteLists,
  also: (context) => [context.groupRoleHolders?.()],
  all: votesOfAll,
  of: (context, personId, today) => votesByPerson(context, today).get(personId) ?? [],
};

function decisionsToRecord(context: Context, today: LocalDate): SharedWork[] {
  return stagesShown(context, today)
    .filter(({ stage }) => stage.rule === 'external' && (stage.state === 'open' || stage.decision))
    .map((found) => ({
      ...debtOf(found),
      key: stableKey(...found.key.split('_'), 'record'),
      // Opens the page with the dialog.
      path: `${approvalPath(found.request.key)}?do=record`,
      kind: 'recordDecision',
      state: found.stage.state === 'open' ? 'open' : 'done',
      responsible: { role: 'cityCouncil' },
    }));
}

/** Byrådet's decisions are recorded by its secretary (R10). */
export const recordDecisionSource: SharedSource = {
  kinds: ['recordDecision'],
  lists: [ApprovalRequests],
  work: decisionsToRecord,
};

/** Returned requests await their next round; ended by withdrawal, a newer round or the end of the thing. */
function toResubmit(context: Context): SharedWork[] {
  return context
    .list(ApprovalRequests)
    .all()
    .flatMap((request): SharedWork[] => {
      const { key, title, state, endedAt, submittedBy, centreId, subjectKind, subjectKey } = request;
      if (state !== 'returned' || endedAt === undefined) return [];
      if (latestRequest(context, subjectKind, subjectKey)?.key !== key) return [];
      const subject = approvalSubject(context, subjectKind);
      if (!subject?.contentNow(context, subjectKey)) return [];
      const since = localDate(endedAt);
      return [
        {
          key: stableKey(...key.split('_'), 'resubmit'),
          kind: 'resubmit',
          subject: { key, title },
          since,
          due: addDays(since, resubmitWithin),
          path: subject.path(context, subjectKey),
          state: 'open',
          responsible: { personId: submittedBy },
          ...(centreId === undefined ? {} : { centreId }),
        },
      ];
    });
}

export const resubmitSource: SharedSource = {
  kinds: ['resubmit'],
  lists: [ApprovalRequests],
  work: toResubmit,
};

/** Keys of all obligations about a request, open or not, for other cards. From memory. */
export const obligationKeysOf = (context: Context, request: ApprovalRequest): string[] => [
  stableKey(...request.key.split('_'), 'resubmit'),
  ...request.stages.flatMap((stage, index) => {
    const parts = stageKey(request, index + 1).split('_');
    const seats = stageSeats(context, stage, request.submittedBy).map(({ holder }) => holder);
    const voters = stage.votes.map(({ seat }) => seat);
    return [...new Set(['record', ...seats, ...voters])].map((end) => stableKey(...parts, end));
  }),
];
