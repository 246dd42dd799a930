import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, inParallel, nowOf, type Actor } from '../kernel/index.ts';
import { mayKeepStandards } from './permissions.ts';
import { Applicability, Requirements, Standards } from './standard-list.ts';
import { knownStandards } from './standards.ts';

const writesAtOnce = 6;

/**
 * Removes an imported standard with its requirements and their selection. Controls keep their links, so that a new
 * import restores coverage. Idempotent. 2 resource units an item. Throws AppError: forbidden, conflict
 * `standards.comesWithTheProduct`, unavailable.
 */
export async function removeStandard(
  context: Context,
  actor: Actor,
  standardKey: string,
): Promise<{ removed: number }> {
  if (!mayKeepStandards(actor)) throw forbidden('standards.mayNotImport');
  const standard = knownStandards(context).get(standardKey);
  if (!standard) return { removed: 0 };
  if (standard.source === 'shipped') throw conflict('standards.comesWithTheProduct');
  const of = <Item extends { key: string; standardKey: string }>(items: readonly Item[]) =>
    items.filter((item) => item.standardKey === standardKey).map(({ key }) => key);
  const requirements = of(context.list(Requirements).all());
  await inParallel(writesAtOnce, of(context.list(Applicability).all()), (key) =>
    context.list(Applicability).remove(key),
  );
  await inParallel(writesAtOnce, requirements, (key) => context.list(Requirements).remove(key));
  // Last, so that a repeat after a crash can continue.
  await context.list(Standards).remove(standardKey);
  const now = nowOf(context.clock);
  await recordAct(context, {
    act: 'removeStandard',
    subjectKey: standardKey,
    actorId: actor.personId,
    at: now,
    occasion: now,
    details: { requirements: requirements.length },
  });
  return { removed: requirements.length };
}
