import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { forbidden, invalid, nowOf, todayOf, type Actor, type LocalDate, type PersonId } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import { Completions } from './completion-list.ts';
import { completionKey } from './completions.ts';
import { mayRegisterFor } from './permissions.ts';
import { recordCompletions, recordedFrom } from './record-completions.ts';
import { courseOrThrow } from './rounds.ts';

export interface RegisterCompletion {
  personId: PersonId;
  courseKey: string;
  completedOn: LocalDate;
  note: string;
}

/**
 * Records a person's completion, by a manager, ISK, the team or the CISO: for people without Teams, and for courses
 * taken elsewhere (R8). Not for oneself. 4 resource units, none for a repeat. Throws AppError: missing
 * `awareness.noSuchCourse`, invalid `awareness.unknownPerson` `awareness.dateAhead` `awareness.dateInHistory`,
 * forbidden `awareness.mayNotRegister` `awareness.ownCompletion`.
 */
export async function registerCompletion(
  context: Context,
  actor: Actor,
  { personId, courseKey, completedOn, note }: RegisterCompletion,
): Promise<{ result: 'recorded' | 'alreadyRecorded' }> {
  courseOrThrow(context, courseKey);
  const person = findPerson(context, personId);
  if (!mayRegisterFor(actor, person?.centreId)) throw forbidden('awareness.mayNotRegister');
  if (!person) throw invalid('awareness.unknownPerson', { field: 'personId' });
  if (personId === actor.personId) throw forbidden('awareness.ownCompletion');
  if (completedOn > todayOf(context.clock)) throw invalid('awareness.dateAhead', { field: 'completedOn' });
  const from = recordedFrom(context, courseKey);
  if (from !== undefined && completedOn < from)
    throw invalid('awareness.dateInHistory', { field: 'completedOn', from });
  const row = { personId, courseKey, completedOn, source: 'manager', note } as const;
  const { recorded } = await recordCompletions(context, actor.personId, [row], { lane: 'interactive' });
  const subjectKey = completionKey(courseKey, personId, completedOn);
  if (recorded === 0 && context.list(Completions).get(subjectKey)?.recordedBy !== actor.personId)
    return { result: 'alreadyRecorded' };
  await recordAct(context, {
    act: 'registerCompletion',
    subjectKey,
    actorId: actor.personId,
    at: nowOf(context.clock),
    details: { courseKey, personId, completedOn },
  });
  return { result: recorded === 0 ? 'alreadyRecorded' : 'recorded' };
}
