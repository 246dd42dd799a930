import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { etagOf } from '../../edits/index.ts';
import {
  conflict,
  forbidden,
  inLanguage,
  invalid,
  nowOf,
  repeatableKey,
  stableKey,
  type Actor,
} from '../../kernel/index.ts';
import { freshnessOf } from '../../organisation/index.ts';
import { createOnce, nextFree } from '../../sharepoint/index.ts';
import { knownRequirements } from '../../standards/index.ts';
import type { ChecklistBody, ChecklistView } from '../contract.ts';
import { InspectionChecklists, type OwnChecklist } from '../inspection-lists.ts';
import { mayPlan } from '../permissions.ts';
import { checklistOrThrow, checklistsNow, isShipped } from './checklists.ts';
import type { Checklist } from './shape.ts';

function requireKeeper(actor: Actor): void {
  if (!mayPlan(actor)) throw forbidden('inspections.mayNotPlan');
}

/** Items keep their key, so that versions can be compared; new ones get one. */
function itemsOf(actor: Actor, { items }: ChecklistBody): OwnChecklist['items'] {
  const made = items.map(({ key, question, criterion, requirementKeys }, place) => ({
    key: key ?? repeatableKey(actor, 'item', String(place)),
    question: { da: question },
    criterion: { da: criterion === '' ? question : criterion },
    requirementKeys,
    controlKeys: [],
  }));
  if (new Set(made.map(({ key }) => key)).size < made.length) throw invalid('fields.choice', { field: 'items' });
  return made;
}

/** Requirements that an item has already may stay. */
function requireKnown(context: Context, { items }: ChecklistBody, before: readonly string[] = []): void {
  const known = knownRequirements(context);
  const isThere = (key: string) => known.has(key) || before.includes(key);
  if (!items.every(({ requirementKeys }) => requirementKeys.every(isThere)))
    throw invalid('standards.noSuchRequirement', { field: 'items' });
}

/** Creates an own checklist. 4 resource units. Throws AppError: forbidden, invalid, unavailable. */
export async function makeChecklist(context: Context, actor: Actor, body: ChecklistBody): Promise<ChecklistView> {
  requireKeeper(actor);
  requireKnown(context, body);
  return writeVersion(context, actor, { checklistKey: repeatableKey(actor, 'checklist'), version: 1, body });
}

/**
 * Saves a new version of an own checklist; inspections keep their planned version. Without changes nothing is written.
 * 4 resource units. Throws AppError: forbidden, missing, conflict `inspections.checklistShipped`, invalid, unavailable.
 */
export async function changeChecklist(
  context: Context,
  actor: Actor,
  checklistKey: string,
  body: ChecklistBody,
): Promise<ChecklistView> {
  requireKeeper(actor);
  if (isShipped(checklistKey)) throw conflict('inspections.checklistShipped');
  const now = checklistOrThrow(context, checklistKey);
  const isSame =
    now.title.da === body.title &&
    now.topic === body.topic &&
    now.how.da === body.how &&
    JSON.stringify(now.items) === JSON.stringify(itemsOf(actor, body));
  if (isSame) return checklistViewOf(context, actor, now);
  const before = now.items.flatMap(({ requirementKeys }) => requirementKeys);
  requireKnown(context, body, before);
  const version = nextFree(context.list(InspectionChecklists), keyOfVersion(checklistKey), [now.version]);
  return writeVersion(context, actor, { checklistKey, version, body });
}

const keyOfVersion = (checklistKey: string) => (version: number) =>
  stableKey('checklist', checklistKey, String(version));

async function writeVersion(
  context: Context,
  actor: Actor,
  { checklistKey, version, body }: { checklistKey: string; version: number; body: ChecklistBody },
): Promise<ChecklistView> {
  const { title, topic, how } = body;
  const now = nowOf(context.clock);
  const record = await createOnce(
    context.list(InspectionChecklists),
    {
      key: keyOfVersion(checklistKey)(version),
      checklistKey,
      number: version,
      title,
      topic,
      how,
      items: itemsOf(actor, body),
      madeBy: actor.personId,
      madeAt: now,
    },
    ['madeAt'],
  );
  await recordAct(context, {
    act: 'writeChecklist',
    subjectKey: checklistKey,
    actorId: actor.personId,
    at: record.madeAt,
    details: { version },
  });
  return checklistViewOf(context, actor, checklistOrThrow(context, checklistKey));
}

function checklistViewOf(context: Context, { language }: Actor, checklist: Checklist): ChecklistView {
  const { key, version, topic, title, how, items } = checklist;
  return {
    key,
    etag: etagOf([title, topic, how, items]),
    version,
    topic,
    title: inLanguage(title, language),
    how: inLanguage(how, language),
    shipped: isShipped(key),
    items: items.map((item) => ({
      key: item.key,
      question: inLanguage(item.question, language),
      criterion: inLanguage(item.criterion, language),
      requirementKeys: item.requirementKeys,
      requirements: item.requirementKeys.flatMap((one) => {
        const known = knownRequirements(context).get(one);
        return known ? [`${known.ref} ${inLanguage(known.title, language)}`] : [];
      }),
    })),
  };
}

/** All of them, with their requirements. From memory. */
export const checklistList = (context: Context, actor: Actor) => ({
  checklists: [...checklistsNow(context).values()].map((one) => checklistViewOf(context, actor, one)),
  abilities: { keep: mayPlan(actor) },
  freshness: freshnessOf(context, InspectionChecklists),
});
