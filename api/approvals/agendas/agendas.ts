import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { missing, type AppError, type LocalDate } from '../../kernel/index.ts';
import { refusedBy } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { decidedOn } from '../decided-on.ts';
import { Agendas, type Agenda, type ApprovalRequest, type Stage } from '../request-list.ts';
import { openStage } from '../request.ts';
import { outcomes, type Outcome } from '../vocabulary.ts';

/** The open agenda of each request; of two concurrent ones the earlier. */
const byRequest = derivation([Agendas], (context) => {
  const found = new Map<string, Stored<Agenda>>();
  const open = context
    .list(Agendas)
    .all()
    .filter(({ state }) => state !== 'closed');
  for (const agenda of open.sort((one, other) => one.madeAt.localeCompare(other.madeAt))) {
    for (const key of agenda.requestKeys) if (!found.has(key)) found.set(key, agenda);
  }
  return found;
});

/** The open agenda with a request. From memory. */
export const agendaOf = (context: Context, requestKey: string): Stored<Agenda> | undefined =>
  byRequest(context).get(requestKey);

/** Throws AppError `missing`. */
export function agendaOrThrow(context: Context, key: string): Stored<Agenda> {
  const agenda = context.list(Agendas).get(key);
  if (!agenda) throw missing('approvals.noSuchAgenda');
  return agenda;
}

/** The open stage of the agenda's body; undefined when it has decided, or its turn has not come. */
export function stageWithBody(
  { body }: Pick<Agenda, 'body'>,
  request: ApprovalRequest,
): { stage: Stage; number: number } | undefined {
  const open = openStage(request);
  return open?.stage.body === body && open.stage.rule !== 'external' ? open : undefined;
}

/** The decision of the agenda's body, the latest of several; undefined without one. */
export function decidedByBody(
  agenda: Pick<Agenda, 'body'>,
  { stages }: ApprovalRequest,
): { outcome: Outcome; on: LocalDate } | undefined {
  return stages
    .flatMap((stage) => {
      const outcome = stage.body === agenda.body ? outcomes.find((one) => one === stage.state) : undefined;
      const on = decidedOn(stage);
      return outcome && on ? [{ outcome, on }] : [];
    })
    .at(-1);
}

/**
 * Where an item stands: decided by the agenda's body, withdrawn, ended before the body's turn, or left to decide, also
 * while an earlier stage has it.
 */
export function itemStatus(agenda: Pick<Agenda, 'body'>, request: ApprovalRequest): ItemStatus {
  if (stageWithBody(agenda, request)) return 'left';
  if (decidedByBody(agenda, request)) return 'decided';
  if (request.state === 'withdrawn') return 'withdrawn';
  return request.state === 'open' ? 'left' : 'ended';
}
export type ItemStatus = 'decided' | 'withdrawn' | 'ended' | 'left';

/** The refusal of an agenda whose meeting was held. */
export const agendaClosed = (context: Context, { closedBy, closedAt }: Agenda): AppError =>
  refusedBy(context, 'approvals.agendaClosed', closedBy, closedAt);
