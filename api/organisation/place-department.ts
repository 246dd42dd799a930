import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, invalid, missing, nowOf, type Actor, type CentreId } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { Centres } from './centre-list.ts';
import { departmentClaims, departmentKey } from './departments.ts';
import { centreRef, employees } from './people.ts';
import { keepsAll } from './permissions.ts';

export interface PlaceDepartment {
  /** As the directory spells it. */
  department: string;
  centreId: CentreId;
  /** The centre that has it, as far as the actor knows. */
  from?: CentreId | undefined;
}

/**
 * Gives a department of the directory to a centre, or to another one; its people follow with the next sync. A repeat is
 * a success. 4 resource units, 6 from another centre. Throws AppError: forbidden `organisation.mayNotPlace`, invalid
 * `organisation.noSuchCentre`, missing `organisation.noSuchDepartment`, conflict `organisation.departmentTaken` by
 * another centre meanwhile.
 */
export async function placeDepartment(context: Context, actor: Actor, given: PlaceDepartment): Promise<void> {
  if (!keepsAll(actor)) throw forbidden('organisation.mayNotPlace');
  await oneAtATime(context, 'departments', () => placeInTurn(context, actor, given));
}

async function placeInTurn(context: Context, actor: Actor, { department, centreId, from }: PlaceDepartment) {
  const list = context.list(Centres);
  const centre = list.get(centreId);
  if (!centre || centre.closed) throw invalid('organisation.noSuchCentre', { field: 'centreId' });
  const key = departmentKey(department);
  const current = departmentClaims(context).get(key);
  if (current === centreId) return;
  const name = employees(context)
    .find((person) => departmentKey(person.department ?? '') === key)
    ?.department?.trim();
  if (name === undefined || key === '') throw missing('organisation.noSuchDepartment');
  if (current !== undefined && current !== from)
    throw conflict('organisation.departmentTaken', { centre: centreRef(context, current)?.title ?? current });
  const without = (departments: readonly string[]) => departments.filter((one) => departmentKey(one) !== key);
  if (current !== undefined)
    await list.update(current, ({ departments }) => ({ departments: without(departments) }), 'interactive');
  await list.update(
    centreId,
    ({ closed, departments }) => {
      if (closed) throw invalid('organisation.noSuchCentre', { field: 'centreId' });
      return { departments: [...without(departments), name] };
    },
    'interactive',
  );
  const at = nowOf(context.clock);
  await recordAct(context, {
    act: 'placeDepartment',
    subjectKey: centreId,
    actorId: actor.personId,
    at,
    details: { department: name },
    occasion: at,
  });
}
