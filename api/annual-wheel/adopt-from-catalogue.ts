import type { Context, Translate } from '../context.ts';
import { addDays, missing, todayOf, type Actor, type LocalDate } from '../kernel/index.ts';
import type { CatalogueItem } from './activity-contract.ts';
import type { ActivityGiven } from './activity-given.ts';
import { WheelActivities } from './activity-list.ts';
import { catalogue, type CatalogueEntry } from './catalogue.ts';
import { calendarDates } from './recurrence.ts';
import { mayEditWheel } from './permissions.ts';
import { recordActivityActs } from './record-wheel-acts.ts';
import { makeActivity, requireEditor } from './save-activity.ts';
import { textIfThere } from '../texts/translate.ts';

/** Activities from the catalogue are stored in the reference language, like people's own. */
const stored = 'da';

/** The activity of an entry has a stable key, so that a repeat creates one. */
export const adoptedKey = (catalogueKey: string): string => `catalogue.${catalogueKey}`;

/** The first date from a day on, in step with the usual date. */
export function firstFrom({ rule, usual }: CatalogueEntry, day: LocalDate): LocalDate {
  const [month, date] = [usual.month, usual.day].map((number) => String(number).padStart(2, '0'));
  const inStep = `${Number(day.slice(0, 4)) - 1}-${month}-${date}` as LocalDate;
  const [first = day] = calendarDates({ rule, startsOn: inStep, basis: 'calendar' }, day, addDays(day, 366));
  return first;
}

function wordsOf(texts: Translate, { key, steps, evidence }: CatalogueEntry) {
  const text = (name: string) => textIfThere(texts, `wheelCatalogue.${key}.${name}`) ?? '';
  return {
    title: texts(`wheelCatalogue.${key}.title`),
    why: texts(`wheelCatalogue.${key}.why`),
    steps: steps.map((id) => ({ id, title: text(`steps.${id}`) })),
    ...(evidence ? { evidence: text('evidence') } : {}),
  };
}

/** An entry as an activity starting from a day, in a language. */
export function activityFrom(texts: Translate, entry: CatalogueEntry, day: LocalDate): ActivityGiven {
  return {
    ...wordsOf(texts, entry),
    source: entry.source,
    role: entry.role,
    scope: entry.scope,
    leadDays: entry.leadDays,
    rule: entry.rule,
    startsOn: firstFrom(entry, day),
    basis: entry.basis,
  };
}

/**
 * Adds activities from the catalogue (R12). Existing ones are skipped, also if changed or closed since. Returns the
 * number added. 4 resource units each. Throws AppError: forbidden, missing `wheel.noSuchCatalogueItem`, unavailable.
 */
export async function adoptFromCatalogue(context: Context, actor: Actor, keys: readonly string[]): Promise<number> {
  requireEditor(actor);
  const entries = [...new Set(keys)].map((key) => catalogue.find((entry) => entry.key === key));
  if (entries.includes(undefined)) throw missing('wheel.noSuchCatalogueItem');
  const today = todayOf(context.clock);
  let adopted = 0;
  for (const entry of entries) {
    if (!entry) continue;
    const known = context.list(WheelActivities).get(adoptedKey(entry.key));
    if (known) {
      await recordActivityActs(context, known);
      continue;
    }
    const taken = { key: adoptedKey(entry.key), catalogueKey: entry.key };
    const { existed } = await makeActivity(context, actor, activityFrom(context.texts(stored), entry, today), taken);
    if (!existed) adopted += 1;
  }
  return adopted;
}

/** The catalogue in the actor's language, with what has been added. */
export function visibleCatalogue(context: Context, actor: Actor) {
  const texts = context.texts(actor.language);
  const items = catalogue.map((entry): CatalogueItem => {
    const { key, source, role, scope, rule, basis, usual, leadDays } = entry;
    return {
      key,
      source,
      role,
      scope,
      rule,
      basis,
      usual,
      leadDays,
      ...wordsOf(texts, entry),
      adopted: context.list(WheelActivities).get(adoptedKey(key)) !== undefined,
    };
  });
  return { items, abilities: { edit: mayEditWheel(actor) } };
}
