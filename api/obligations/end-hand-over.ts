import type { Context } from '../context.ts';
import { forbidden, missing, nowOf, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { HandOvers, type HandOver } from './hand-over-list.ts';
import { mayHandOverFor } from './permissions.ts';
import { aboutPerson } from './person-about.ts';
import { recordHandOver } from './record-hand-over.ts';

/**
 * Revokes a hand-over: the work returns to its former owner. A repeat is a success. 4 resource units. Throws AppError:
 * missing `obligations.noSuchHandOver`, forbidden `obligations.mayNotHandOver`, unavailable.
 */
export async function endHandOver(context: Context, actor: Actor, key: string): Promise<Stored<HandOver>> {
  const list = context.list(HandOvers);
  const known = list.get(key);
  if (!known) throw missing('obligations.noSuchHandOver');
  if (!mayHandOverFor(actor, aboutPerson(context, known.from))) throw forbidden('obligations.mayNotHandOver');
  const ended = await list.update(key, (current) =>
    current.endedAt === undefined ? { endedAt: nowOf(context.clock), endedBy: actor.personId } : undefined,
  );
  await recordHandOver(context, ended);
  return ended;
}
