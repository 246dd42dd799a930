import type { Context } from '../../context.ts';
import { daysBetween, isCentreRole, localDate, todayOf, type Actor } from '../../kernel/index.ts';
import { centreRef, personRef } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { agendaOf } from '../agendas/agendas.ts';
import { maySeeAgenda } from '../agendas/permissions.ts';
import { approvalSubject } from '../approval-subject.ts';
import type { ApprovalRow } from '../contract.ts';
import { mayRecord } from '../permissions.ts';
import type { ApprovalRequest, Stage } from '../request-list.ts';
import { openStage, votesThatCount } from '../request.ts';
import { seatOf, stageSeats, type StageSeat } from '../stage-seats.ts';
import { turnoutOf } from '../turnout.ts';

/** A request as one line, with the reader's part. */
export function approvalRow(context: Context, actor: Actor, request: Stored<ApprovalRequest>): ApprovalRow {
  const { key, title, subjectKind, subjectKey, round, purpose, state, submittedBy, submittedAt, endedAt } = request;
  const centre = centreRef(context, request.centreId);
  const agenda = agendaOf(context, key);
  return {
    key,
    title,
    subjectKind,
    round,
    state,
    submittedAt,
    path: approvalSubject(context, subjectKind)?.path(context, subjectKey) ?? `/approvals/${key}`,
    ...(centre ? { centre } : {}),
    ...(purpose === undefined ? {} : { purpose }),
    submittedBy: personRef(context, submittedBy),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...stageNow(context, request),
    ...mine(context, actor, request),
    ...(agenda && maySeeAgenda(context, actor, agenda) ? { agenda: { key: agenda.key, title: agenda.title } } : {}),
  };
}

function stageNow(context: Context, request: ApprovalRequest): Pick<ApprovalRow, 'stage'> {
  const open = openStage(request);
  if (!open) return {};
  const { body, rule, centreId, openedAt = request.submittedAt, dueOn = localDate(openedAt) } = open.stage;
  const centre = isCentreRole(body) ? centreRef(context, centreId) : undefined;
  const { voted, seats } = turnoutOf(open.stage, stageSeats(context, open.stage, request.submittedBy));
  return {
    stage: {
      number: open.number,
      of: request.stages.length,
      body,
      rule,
      openedAt,
      dueOn,
      ...(centre ? { centre } : {}),
      daysLeft: daysBetween(todayOf(context.clock), dueOn),
      voted,
      seats,
    },
  };
}

type Mine = Pick<ApprovalRow, 'mine' | 'myChoice'>;

/** The reader's part in the open stage; the latest choice when there is none. */
export function mine(context: Context, actor: Actor, request: ApprovalRequest): Mine {
  const open = openStage(request);
  if (!open) return { mine: 'none', ...lastChoice(actor, request) };
  if (open.stage.rule === 'external') return { mine: mayRecord(context, actor, request) ? 'record' : 'none' };
  const seat = seatOf(context, actor, request);
  return seat ? inSeat(seat, open.stage) : { mine: 'none', ...lastChoice(actor, request) };
}

function inSeat({ holder }: StageSeat, stage: Stage): Mine {
  const vote = votesThatCount(stage).get(holder);
  return vote ? { mine: 'voted', myChoice: vote.choice } : { mine: 'vote' };
}

function lastChoice({ personId }: Actor, { stages }: ApprovalRequest): Pick<Mine, 'myChoice'> {
  const votes = stages.flatMap((stage) => [...votesThatCount(stage).values()]);
  const own = votes.findLast(({ seat, by }) => seat === personId || by === personId);
  return own ? { myChoice: own.choice } : {};
}
