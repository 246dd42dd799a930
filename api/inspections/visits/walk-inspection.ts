import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { improvementsOf } from '../../contingency/index.ts';
import { mergedOver } from '../../edits/index.ts';
import { invalid, nowOf, type Actor } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { AnsweredMeanwhile, InspectionView, WalkBody } from '../contract.ts';
import { findingsOf, managedInspection, requireHeld, requireOpenVisit } from '../inspections.ts';
import { Inspections, type Inspection } from '../inspection-lists.ts';
import { doneOnWheel } from '../programme/on-the-wheel.ts';
import { isDeviation, longest } from '../vocabulary.ts';

/** Throws AppError invalid `inspections.noSuchItem`. */
export function requireItems({ items }: Inspection, named: readonly { key: string }[], field: string): void {
  const other = named.findIndex(({ key }) => !items.some((item) => item.key === key));
  if (other >= 0) throw invalid('inspections.noSuchItem', { field: `${field}.${other}.key` });
}

type Result = Inspection['results'][number];
const nothing = { seen: '', sample: '' };
const texts = {
  seen: { separator: '\n', longest: longest.words },
  sample: { separator: ' / ', longest: longest.title },
};

/**
 * Saves observations item by item during the visit: absent ones are unchanged, texts are merged with what another wrote
 * since the writer saw them, the later result counts and the replaced ones are answered, repeats are harmless. 2
 * resource units. Throws AppError: missing, forbidden `inspections.mayNotInspect`, conflict `inspections.closed`
 * `inspections.cancelled` `edits.changedByAnother`, invalid `inspections.noSuchItem`, unavailable.
 */
export async function keepWalk(
  context: Context,
  actor: Actor,
  inspectionKey: string,
  { results }: WalkBody,
): Promise<{ answeredMeanwhile: AnsweredMeanwhile }> {
  managedInspection(context, actor, inspectionKey);
  const now = nowOf(context.clock);
  const seen = new Map(results.map((one) => [one.key, one]));
  let answeredMeanwhile: AnsweredMeanwhile = [];
  await context.list(Inspections).update(inspectionKey, (current) => {
    requireOpenVisit(context, current);
    requireItems(current, results, 'results');
    answeredMeanwhile = replacedIn(current, results);
    const known = new Map(current.results.map((one) => [one.key, one]));
    const kept = current.items.flatMap(({ key }) => {
      const [now, sent] = [known.get(key), seen.get(key)];
      if (!sent) return now ?? [];
      const { before, ...mine } = sent;
      return mergedOver<Result>({ before, now: now ?? nothing, mine }, texts);
    });
    if (JSON.stringify(kept) === JSON.stringify(current.results)) return undefined;
    return { results: kept, changedAt: now, changedBy: actor.personId };
  });
  return { answeredMeanwhile };
}

/** Results by another since the writer saw the item, where the writer says otherwise. */
const replacedIn = ({ results: known }: Inspection, sent: WalkBody['results']): AnsweredMeanwhile =>
  known.flatMap(({ key, result }) => {
    const mine = sent.find((one) => one.key === key);
    const isReplaced =
      mine?.before !== undefined &&
      ![result, mine.before.result].includes(mine.result) &&
      result !== mine.before.result;
    return isReplaced ? [{ key, result }] : [];
  });

/**
 * Marks the visit as held, which completes its wheel task. Idempotent. 8 resource units. Throws AppError as `keepWalk`.
 */
export async function holdInspection(
  context: Context,
  actor: Actor,
  inspectionKey: string,
): Promise<Stored<Inspection>> {
  managedInspection(context, actor, inspectionKey);
  const now = nowOf(context.clock);
  const held = await context.list(Inspections).update(inspectionKey, (current) => {
    if (current.state === 'held') return undefined;
    requireOpenVisit(context, current);
    if (current.results.length === 0) throw invalid('inspections.nothingSeen');
    return { state: 'held', heldAt: now, changedAt: now, changedBy: actor.personId };
  });
  await followHold(context, held);
  return held;
}

/** Completes its wheel task, and audits the visit. Idempotent. */
export async function followHold(context: Context, inspection: Inspection): Promise<void> {
  const { key, changedBy, heldAt: at } = inspection;
  if (at === undefined) return;
  await doneOnWheel(context, changedBy, inspection);
  await recordAct(context, { act: 'holdInspection', subjectKey: key, actorId: changedBy, at });
}

/**
 * What a report lacks: a result for every item, a finding for each unmet one, and an action for each deviation. From
 * memory.
 */
export function lacksOf(context: Context, inspection: Inspection): InspectionView['lacks'] {
  const findings = findingsOf(context, inspection.key);
  const written = new Set(findings.map(({ itemKey }) => itemKey));
  const notMet = inspection.results.filter(({ result }) => result === 'notMet' || result === 'partly');
  const hasAction = (key: string) => improvementsOf(context, key).some(({ cancelledAt }) => cancelledAt === undefined);
  const gaps: [InspectionView['lacks'][number], boolean][] = [
    ['results', inspection.results.length < inspection.items.length],
    ['findings', notMet.some(({ key }) => !written.has(key))],
    ['actions', findings.some(({ grade, key }) => isDeviation(grade) && !hasAction(key))],
  ];
  return gaps.filter(([, lacks]) => lacks).map(([gap]) => gap);
}

/**
 * Closes the report with its summary; the unit then gets it, and findings are followed up. Idempotent. 4 resource
 * units. Throws AppError as `keepWalk`, conflict `inspections.notHeld`, invalid `inspections.reportLacks`.
 */
export async function closeInspection(
  context: Context,
  actor: Actor,
  inspectionKey: string,
  summary: string,
): Promise<Stored<Inspection>> {
  managedInspection(context, actor, inspectionKey);
  const now = nowOf(context.clock);
  const closed = await context.list(Inspections).update(inspectionKey, (current) => {
    if (current.state === 'closed') return undefined;
    requireHeld(context, current);
    if (lacksOf(context, current).length > 0) throw invalid('inspections.reportLacks');
    const by = { closedAt: now, closedBy: actor.personId };
    return { state: 'closed', summary, ...by, changedAt: now, changedBy: actor.personId };
  });
  await recordClosed(context, closed);
  return closed;
}

/** Idempotent. */
export async function recordClosed(context: Context, { key, closedBy, closedAt }: Inspection): Promise<void> {
  if (closedBy === undefined || closedAt === undefined) return;
  await recordAct(context, { act: 'closeInspection', subjectKey: key, actorId: closedBy, at: closedAt });
}
