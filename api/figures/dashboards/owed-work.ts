import type { Context } from '../../context.ts';
import { inSlices, isOverdue, todayOf, type Actor, type Obligation, type PersonId } from '../../kernel/index.ts';
import { visibleCentres, maySeeCentre, owedLately } from '../../obligations/index.ts';
import { centreIn, pathWith, type Figure, type Owner } from '../figure.ts';

/** Open work of one kind in one place. */
interface Open {
  people: Set<PersonId>;
  overdue: number;
}
type OpenBy = ReadonlyMap<string, Open>;
const cache = new WeakMap<readonly Obligation[], OpenBy>();
const nameOf = (kind: string, owner: Owner): string => `${kind} ${owner}`;

/** Open work by kind, in total and by centre; recomputed when any obligation changes. */
export async function openWork(context: Context): Promise<OpenBy> {
  const { all } = await owedLately(context);
  const known = cache.get(all);
  if (known) return known;
  const today = todayOf(context.clock);
  const found = new Map<string, Open>();
  const add = (name: string, one: Obligation) => {
    const open = found.get(name) ?? { people: new Set<PersonId>(), overdue: 0 };
    found.set(name, open);
    open.people.add(one.personId);
    if (isOverdue(one, today)) open.overdue += 1;
  };
  await inSlices(all, (one) => {
    if (one.state !== 'open') return;
    add(nameOf(one.kind, 'whole'), one);
    if (one.centreId !== undefined) add(nameOf(one.kind, one.centreId), one);
  });
  cache.set(all, found);
  return found;
}

/** Who owes the work behind a figure, with the list for reminders and hand-overs (R15). */
export async function workBehind(context: Context, actor: Actor, { work }: Pick<Figure, 'work'>, owner: Owner) {
  const seesNames = owner === 'whole' ? visibleCentres(actor) === undefined : maySeeCentre(actor, owner);
  if (work === undefined || !seesNames) return undefined;
  const open = (await openWork(context)).get(nameOf(work, owner));
  if (!open) return undefined;
  const show = open.overdue > 0 ? 'overdue' : 'open';
  const link = pathWith('/centre', { show, kind: work, centre: centreIn(owner) ?? 'all' });
  return { people: open.people.size, overdue: open.overdue, link };
}
