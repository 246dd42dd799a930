import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { compareText, todayOf, type Actor } from '../../kernel/index.ts';
import {
  centreRef,
  centres,
  findPerson,
  fold,
  foldedMatch,
  freshnessOf,
  People,
  RoleAssignments,
} from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { mayMakeAgendas } from '../agendas/permissions.ts';
import type { ApprovalRow, approvalsContract, ApprovalsView } from '../contract.ts';
import { maySeeAllApprovals, maySeeApproval } from '../permissions.ts';
import { Agendas, ApprovalRequests, type ApprovalRequest } from '../request-list.ts';
import { isDecidedLately, openStage } from '../request.ts';
import { approvalRow, mine } from './approval-row.ts';
import { compareDanish } from '../../texts/format.ts';

export type ApprovalsQuery = z.output<(typeof approvalsContract)['GET /api/approvals']['query']>;
type Request = Stored<ApprovalRequest>;

/** Requests awaiting the reader, sent by the reader, or decided: one page, with counts. */
export function approvalsView(context: Context, actor: Actor, query: ApprovalsQuery): ApprovalsView {
  const { counts, found } = visibleRequests(context, actor, query);
  const page = found.slice(query.offset, query.offset + query.limit);
  return {
    approvals: page.map((request) => approvalRow(context, actor, request)),
    total: found.length,
    counts,
    centres: centres(context).map(({ key, title }) => ({ id: key, title })),
    abilities: { seeAll: maySeeAllApprovals(actor), makeAgenda: mayMakeAgendas(context, actor) },
    freshness: freshnessOf(context, ApprovalRequests, Agendas, People, RoleAssignments),
  };
}

/** The same rows, unpaged. */
export function approvalRows(context: Context, actor: Actor, query: ApprovalsQuery): ApprovalRow[] {
  const { found } = visibleRequests(context, actor, query);
  return found.map((request) => approvalRow(context, actor, request));
}

function visibleRequests(context: Context, actor: Actor, query: ApprovalsQuery) {
  const all = context
    .list(ApprovalRequests)
    .all()
    .filter((request) => maySeeApproval(context, actor, request));
  const shown = groups(context, actor, all);
  const counts = {
    waiting: shown.waiting.length,
    sent: shown.sent.length,
    decided: shown.decided.length,
    all: all.length,
  };
  const found = shown[query.show].filter((request) => matches(context, request, query)).sort(inOrder(context, query));
  return { counts, found };
}

const groups = (context: Context, actor: Actor, all: readonly Request[]) => ({
  waiting: all.filter((request) => {
    const todo = mine(context, actor, request).mine;
    return todo === 'vote' || todo === 'record';
  }),
  sent: all.filter(({ submittedBy, state }) => submittedBy === actor.personId && state === 'open'),
  // Nobody decided what was withdrawn: it is among all.
  decided: all.filter(({ state }) => state !== 'open' && state !== 'withdrawn'),
  all,
});

function matches(context: Context, request: Request, { q, kind, state, ended, centreId }: ApprovalsQuery): boolean {
  if (kind !== undefined && request.subjectKind !== kind) return false;
  if (state === 'overdue' && dueOf(request) >= todayOf(context.clock)) return false;
  if (state !== undefined && state !== 'overdue' && request.state !== state) return false;
  if (ended !== undefined && !isDecidedLately(request, todayOf(context.clock))) return false;
  if (centreId !== undefined && request.centreId !== centreId) return false;
  if (q === undefined) return true;
  const { title, submittedBy } = request;
  const words = [title, findPerson(context, submittedBy)?.title, centreRef(context, request.centreId)?.title];
  return foldedMatch(fold(words.filter((word) => word !== undefined).join(' ')), fold(q));
}

type Order = (one: Request, other: Request) => number;

function inOrder(context: Context, { sort, descending }: ApprovalsQuery): Order {
  const order = orders(context)[sort];
  const way = descending ? -1 : 1;
  return (one, other) => way * order(one, other) || one.key.localeCompare(other.key);
}

const orders = (context: Context): Record<ApprovalsQuery['sort'], Order> => ({
  due: (one, other) => compareText(dueOf(one), dueOf(other)) || compareText(other.endedAt ?? '', one.endedAt ?? ''),
  title: (one, other) => compareDanish(one.title, other.title),
  centre: (one, other) => compareDanish(centreTitle(context, one), centreTitle(context, other)),
  submittedAt: (one, other) => compareText(one.submittedAt, other.submittedAt),
  endedAt: (one, other) => compareText(one.endedAt ?? '', other.endedAt ?? ''),
});
/** Ended requests follow the due ones, latest first. */
const dueOf = (request: Request): string => openStage(request)?.stage.dueOn ?? '9999';
const centreTitle = (context: Context, { centreId }: Request): string => centreRef(context, centreId)?.title ?? '';
