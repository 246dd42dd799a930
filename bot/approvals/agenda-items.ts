import {
  ApprovalRequests,
  hasContentChanged,
  stageSeats,
  turnoutOf,
  type Agenda,
  type ApprovalRequest,
} from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import { digest, type PersonId } from '../../api/kernel/index.ts';
import type { StageOf } from './stage-of.ts';
import { statusOf, type Status } from './card-status.ts';

/** One line of an agenda for a person. */
export type AgendaItem =
  | { as: 'gone' }
  | { as: 'changed'; about: StageOf }
  /** `seats` of those who decide it, `voted` of them. */
  | { as: Status['as']; status: Status; about: StageOf; voted: number; seats: number };

/** The lines in agenda order. From memory: no Graph call. */
export const agendaItems = (context: Context, agenda: Agenda, personId: PersonId): AgendaItem[] =>
  agenda.requestKeys.map((key) => {
    const about = stageOnAgenda(context, agenda, key);
    return about ? itemFor(context, about, personId) : { as: 'gone' };
  });

function itemFor(context: Context, about: StageOf, personId: PersonId): AgendaItem {
  const { request, stage } = about;
  const status = statusOf(context, about, personId);
  if (status.as === 'asked' && hasContentChanged(context, request)) return { as: 'changed', about };
  const { voted, seats } = turnoutOf(stage, stageSeats(context, stage, request.submittedBy));
  return { as: status.as, status, about, voted, seats };
}

/** What of an agenda is the person's to approve and not answered yet. */
export const openFor = (items: readonly AgendaItem[]): StageOf[] =>
  items.flatMap((item) => (item.as === 'asked' && 'about' in item ? [item.about] : []));

/** The stage of the meeting's body: the open one, else the latest that was open. */
function stageOnAgenda(context: Context, { body }: Agenda, key: string): StageOf | undefined {
  const request = context.list(ApprovalRequests).get(key);
  if (!request) return undefined;
  const own = request.stages.flatMap((stage, index) =>
    stage.body === body ? [{ request, stage, number: index + 1 }] : [],
  );
  return own.find(({ stage }) => stage.state === 'open') ?? own.findLast(hadItsTurn) ?? own[0];
}
const hadItsTurn = ({ stage: { state } }: StageOf): boolean => state !== 'waiting' && state !== 'skipped';

/** Digest of the agenda shown on a card: a press approves exactly this list. */
export const agendaDigest = (context: Context, agenda: Agenda): string =>
  digest(JSON.stringify(agenda.requestKeys.map((key) => shownOf(stageOnAgenda(context, agenda, key)))));
const shownOf = (about: StageOf | undefined) =>
  about ? ([about.request.key, about.number, hashOf(about.request)] as const) : null;
const hashOf = ({ contentHash }: ApprovalRequest): string => contentHash;
