import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import {
  conflict,
  forbidden,
  invalid,
  isCentreRole,
  missing,
  nowOf,
  stableKey,
  type Actor,
  type AssignableRole,
  type LocalDate,
} from '../../kernel/index.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { Agendas, ApprovalRequests, type Agenda, type AgendaPaper } from '../request-list.ts';
import { agendaClosed, agendaOf, agendaOrThrow, stageWithBody } from './agendas.ts';
import { mayMakeAgenda } from './permissions.ts';
import { recordAgendaActs } from './record-agenda-acts.ts';
import { carryOnAgenda } from './send-agenda.ts';

export interface AgendaGiven {
  title: string;
  body: AssignableRole;
  meetsOn: LocalDate;
  note: string;
  requestKeys: readonly string[];
}

/** A request is on one agenda: items are put on agendas one at a time. */
const agendasTurn = 'agendas';

/**
 * Creates a meeting's agenda (R12). A repeat is a success. 4 resource units. Throws AppError: forbidden
 * `approvals.mayNotMakeAgenda`, invalid `approvals.agendaBody`, missing, conflict `agendaExists` `onAnotherAgenda`
 * `notWithBody`, unavailable.
 */
export const makeAgenda = (context: Context, actor: Actor, given: AgendaGiven): Promise<Stored<Agenda>> =>
  oneAtATime(context, agendasTurn, () => makeInTurn(context, actor, given));

async function makeInTurn(context: Context, actor: Actor, given: AgendaGiven): Promise<Stored<Agenda>> {
  const key = stableKey('agenda', given.body, given.meetsOn, given.title);
  const fields = checked(context, actor, given, context.list(Agendas).get(key));
  const { record, existed } = await context.list(Agendas).create({
    key,
    ...fields,
    state: 'draft',
    madeBy: actor.personId,
    madeAt: nowOf(context.clock),
  });
  if (existed && !isSame(record, fields)) throw conflict('approvals.agendaExists', { field: 'title' });
  await recordAgendaActs(context, record);
  return record;
}

/**
 * Changes an open agenda; members who have it are told of a new day. 6 resource units. Throws AppError: as for
 * creation, conflict `approvals.agendaClosed`, and `approvals.agendaBodyFixed` once sent to its body.
 */
export const changeAgenda = (
  context: Context,
  actor: Actor,
  agendaKey: string,
  given: AgendaGiven,
): Promise<Stored<Agenda>> => oneAtATime(context, agendasTurn, () => changeInTurn(context, actor, agendaKey, given));

async function changeInTurn(
  context: Context,
  actor: Actor,
  agendaKey: string,
  given: AgendaGiven,
): Promise<Stored<Agenda>> {
  const known = agendaOrThrow(context, agendaKey);
  if (!mayMakeAgenda(context, actor, known.body)) throw forbidden('approvals.mayNotMakeAgenda');
  const fields = checked(context, actor, given, known);
  let isChanged = false;
  const agenda = await context.list(Agendas).update(agendaKey, (current) => {
    isChanged = !isSame(current, fields);
    if (!isChanged) return undefined;
    if (current.state === 'closed') throw agendaClosed(context, current);
    if (current.state === 'sent' && current.body !== fields.body) throw conflict('approvals.agendaBodyFixed');
    const isMoved = current.state === 'sent' && current.meetsOn !== fields.meetsOn;
    return isMoved ? { ...fields, movedAt: nowOf(context.clock) } : fields;
  });
  if (!isChanged) return agenda;
  const at = nowOf(context.clock);
  const about = { act: 'changeAgenda', subjectKey: agendaKey, actorId: actor.personId, at, occasion: at };
  await recordAct(context, { ...about, details: { items: agenda.requestKeys.length, meetsOn: agenda.meetsOn } });
  await carryOnAgenda(context, agenda);
  return agenda;
}

type Fields = Pick<Agenda, 'title' | 'body' | 'meetsOn' | 'note' | 'requestKeys'>;

const isSame = (one: Fields, other: Fields): boolean =>
  one.title === other.title &&
  one.body === other.body &&
  one.meetsOn === other.meetsOn &&
  one.note === other.note &&
  one.requestKeys.join(' ') === other.requestKeys.join(' ');

function checked(context: Context, actor: Actor, given: AgendaGiven, known?: Stored<Agenda>): Fields {
  const { title, body, meetsOn, note } = given;
  if (isCentreRole(body)) throw invalid('approvals.agendaBody', { field: 'body' });
  if (!mayMakeAgenda(context, actor, body)) throw forbidden('approvals.mayNotMakeAgenda');
  const requestKeys = [...new Set(given.requestKeys)];
  const stood = new Set(known?.body === body ? known.requestKeys : []);
  for (const key of requestKeys) if (!stood.has(key)) checkItem(context, body, key, known);
  return { title, body, meetsOn, note, requestKeys };
}

/** Existing items stay, even if decided; new ones must be with the body and on no other agenda. */
function checkItem(
  context: Context,
  body: AssignableRole,
  requestKey: string,
  known: Stored<Agenda> | undefined,
): void {
  const request = context.list(ApprovalRequests).get(requestKey);
  if (!request) throw missing('approvals.noSuchRequest');
  const { title } = request;
  if (!stageWithBody({ body }, request)) throw conflict('approvals.notWithBody', { field: 'requestKeys', title });
  const other = agendaOf(context, requestKey);
  if (other && other.key !== known?.key)
    throw conflict('approvals.onAnotherAgenda', { field: 'requestKeys', title, agenda: other.title });
}

/**
 * Adds a paper for information to an open agenda; cards of a sent one follow. A repeat is a success. 4 resource units.
 * Throws AppError: missing, conflict `approvals.agendaClosed`, unavailable. The paper's feature checks permission.
 */
export async function putPaperOnAgenda(
  context: Context,
  actor: Actor,
  agendaKey: string,
  paper: AgendaPaper,
): Promise<void> {
  const agenda = await context.list(Agendas).update(agendaOrThrow(context, agendaKey).key, (current) => {
    if (current.state === 'closed') throw conflict('approvals.agendaClosed');
    const papers = current.papers ?? [];
    return papers.some(({ key }) => key === paper.key) ? undefined : { papers: [...papers, paper] };
  });
  await recordAct(context, {
    act: 'changeAgenda',
    subjectKey: agendaKey,
    actorId: actor.personId,
    at: nowOf(context.clock),
    occasion: paper.key,
    details: { items: agenda.requestKeys.length, meetsOn: agenda.meetsOn },
  });
}
