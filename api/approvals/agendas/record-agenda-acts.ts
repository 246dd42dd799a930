import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import type { Instant, PersonId } from '../../kernel/index.ts';
import type { Agenda } from '../request-list.ts';

/** Audits who created, sent and closed the agenda. Idempotent. Throws AppError `unavailable`. */
export async function recordAgendaActs(context: Context, agenda: Agenda): Promise<void> {
  const { key, body, meetsOn, requestKeys } = agenda;
  const act = async (name: string, actorId: PersonId | undefined, at: Instant | undefined) => {
    if (actorId === undefined || at === undefined) return;
    const details = { body, meetsOn, items: requestKeys.length };
    await recordAct(context, { act: name, subjectKey: key, actorId, at, details });
  };
  await act('makeAgenda', agenda.madeBy, agenda.madeAt);
  await act('sendAgenda', agenda.sentBy, agenda.sentAt);
  await act('closeAgenda', agenda.closedBy, agenda.closedAt);
}
