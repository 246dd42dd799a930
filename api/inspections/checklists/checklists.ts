import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { missing } from '../../kernel/index.ts';
import { InspectionChecklists, type OwnChecklist } from '../inspection-lists.ts';
import { topics } from '../vocabulary.ts';
import type { Checklist } from './shape.ts';
import { accessChecklists } from './shipped/access.ts';
import { peopleChecklists } from './shipped/people.ts';
import { roomChecklists } from './shipped/rooms.ts';
import { compareDanish } from '../../texts/format.ts';

/** Built-in checklists, in our own words (R2). Keys never change; a change is a new version. */
export const shippedChecklists: readonly Checklist[] = [
  ...peopleChecklists,
  ...accessChecklists,
  ...roomChecklists,
].sort((one, other) => topics.indexOf(one.topic) - topics.indexOf(other.topic));

export const isShipped = (key: string): boolean => shippedChecklists.some((one) => one.key === key);

const asChecklist = ({ checklistKey, number, topic, title, how, items }: OwnChecklist): Checklist => ({
  key: checklistKey,
  version: number,
  topic,
  title: { da: title },
  how: { da: how },
  items,
});

/** The latest version of each, built-in first. From memory. */
export const checklistsNow = derivation([InspectionChecklists], (context): ReadonlyMap<string, Checklist> => {
  const own = new Map<string, Checklist>();
  for (const item of context.list(InspectionChecklists).all()) {
    const known = own.get(item.checklistKey);
    if (!known || known.version < item.number) own.set(item.checklistKey, asChecklist(item));
  }
  const byTitle = [...own.values()].sort((one, other) => compareDanish(one.title.da, other.title.da));
  return new Map([...shippedChecklists, ...byTitle].map((one) => [one.key, one]));
});

/** Throws AppError missing `inspections.noSuchChecklist`. */
export function checklistOrThrow(context: Context, key: string): Checklist {
  const found = checklistsNow(context).get(key);
  if (!found) throw missing('inspections.noSuchChecklist');
  return found;
}
