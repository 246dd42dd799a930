import { isOpenToChange } from '../approvals/index.ts';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { conflict, forbidden, invalid, missing, nowOf, stableKey, type Actor, type PersonId } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { findArea } from './areas.ts';
import type { draftBody } from './contract.ts';
import { mayReadEveryVersion, mayWrite } from './permissions.ts';
import { ProcedureVersions, type Procedure, type ProcedureVersion } from './procedure-list.ts';
import { everyVersionOf, findProcedure, procedureOrThrow, type ProcedureNow } from './procedures.ts';

export type Draft = z.output<typeof draftBody>;

/** The next number has one key, so that two who begin it at once begin one. */
export const versionKey = (procedureKey: string, number: number): string => stableKey(`${procedureKey}.v${number}`);

/**
 * A procedure that the actor writes. Throws AppError: missing for whoever may not even see that it is there, forbidden
 * `procedures.mayNotWrite`, conflict `procedures.retired`.
 */
export function writable(context: Context, actor: Actor, procedureKey: string): ProcedureNow {
  const now = procedureOrThrow(context, procedureKey);
  if (!mayWrite(actor, now.procedure)) {
    if (now.current || mayReadEveryVersion(actor, now.procedure)) throw forbidden('procedures.mayNotWrite');
    throw missing('procedures.noSuchProcedure');
  }
  if (now.procedure.retiredAt !== undefined) throw conflict('procedures.retired');
  return now;
}

/**
 * Saves what is written (R16). A draft, and one that was sent back, is changed in place; when the latest version is in
 * force or was rejected the next one begins, with its file. 2 resource units. Throws AppError: missing, forbidden,
 * conflict `procedures.isWaiting` `procedures.retired`, and `procedures.changedMeanwhile` when somebody has changed it since
 * `seen`, invalid `procedures.noSuchArea` `procedures.noSuchGuideline`.
 */
export async function saveDraft(
  context: Context,
  actor: Actor,
  procedureKey: string,
  draft: Draft,
): Promise<Stored<ProcedureVersion>> {
  const now = writable(context, actor, procedureKey);
  const fields = draftFields(context, now.procedure, draft, now.versions[0]?.version);
  return writeDraft(context, actor, procedureKey, fields, ({ changedAt, changedBy, madeAt, madeBy }, isNew) => {
    // Whoever does not say what was seen may begin a version, and go on with the own one.
    const isUnchanged =
      draft.seen === undefined
        ? isNew || (changedBy ?? madeBy) === actor.personId
        : draft.seen === (changedAt ?? madeAt);
    if (!isUnchanged) throw changedMeanwhile(context, changedBy ?? madeBy);
  });
}

export const changedMeanwhile = (context: Context, by: PersonId) =>
  conflict('procedures.changedMeanwhile', { name: personRef(context, by).name });

/**
 * Changes the draft there is, or begins the next version from the latest (`isNew`), unless `requireSeen` throws for what
 * is there now. The same once more is a success.
 */
export async function writeDraft(
  context: Context,
  actor: Actor,
  procedureKey: string,
  fields: Partial<Omit<ProcedureVersion, 'key'>>,
  requireSeen: (current: ProcedureVersion, isNew: boolean) => void,
): Promise<Stored<ProcedureVersion>> {
  // As it is at this moment: a version may have been begun while a file was on its way.
  const { coming, versions, procedure } = writable(context, actor, procedureKey);
  if (coming?.state === 'waiting') throw conflict('procedures.isWaiting');
  const list = context.list(ProcedureVersions);
  const changed = { ...fields, changedBy: actor.personId, changedAt: nowOf(context.clock) };
  const change = (current: Stored<ProcedureVersion>) => {
    if (current.discardedAt !== undefined) throw conflict('procedures.wasDiscarded');
    requireNotWaiting(context, current);
    if (says(current, fields)) return undefined;
    requireSeen(current, false);
    return changed;
  };
  if (coming && isOpenToChange(coming.state)) return list.update(coming.version.key, change);
  const base = versions[0]?.version;
  if (!base) throw missing('procedures.noSuchProcedure');
  requireSeen(base, true);
  const { record, existed } = await list.create(nextVersion(context, actor, procedure, { ...base, ...changed }));
  return existed ? list.update(record.key, change) : record;
}

function requireNotWaiting(context: Context, { key, procedureKey }: ProcedureVersion): void {
  const state = findProcedure(context, procedureKey)?.versions.find(({ version }) => version.key === key)?.state;
  if (state !== undefined && !isOpenToChange(state)) throw conflict('procedures.isWaiting');
}

const says = (current: ProcedureVersion, fields: Partial<ProcedureVersion>): boolean =>
  Object.entries(fields).every(([field, value]) => isDeepStrictEqual(Reflect.get(current, field), value));

function nextVersion(
  context: Context,
  actor: Actor,
  { key: procedureKey }: Procedure,
  from: ProcedureVersion & { item?: unknown },
): ProcedureVersion {
  const { item: _item, ...kept } = from;
  const number = (everyVersionOf(context, procedureKey)[0]?.number ?? 0) + 1;
  const madeAt = nowOf(context.clock);
  return { ...kept, key: versionKey(procedureKey, number), number, madeBy: actor.personId, madeAt };
}

/**
 * What is written as it is stored, with the names that are part of what is decided. An area that has been closed, and a
 * guideline that has been retired, may stay where they were.
 */
export function draftFields(
  context: Context,
  { kind }: Pick<Procedure, 'kind'>,
  draft: Draft,
  before?: ProcedureVersion,
) {
  const { title, area, mustAcknowledge, needsLocal, reviewMonths, summary, text } = draft;
  const found = findArea(context, 'da', area);
  if ((!found || found.closed) && before?.areaKey !== area) throw invalid('procedures.noSuchArea', { field: 'area' });
  const isGuideline = kind === 'guideline';
  const guidelineKey = isGuideline ? undefined : draft.guidelineKey || undefined;
  const guideline = guidelineKey === undefined ? undefined : findProcedure(context, guidelineKey);
  const guidelineTitle = guideline?.current?.version.title;
  if (guidelineKey !== undefined && guidelineTitle === undefined && before?.guidelineKey !== guidelineKey)
    throw invalid('procedures.noSuchGuideline', { field: 'guidelineKey' });
  return {
    title,
    areaKey: area,
    areaTitle: found?.title ?? before?.areaTitle,
    guidelineKey,
    guidelineTitle: guidelineTitle ?? (guidelineKey === undefined ? undefined : before?.guidelineTitle),
    control: draft.control || undefined,
    jobTitles: [...new Set(draft.jobTitles)],
    mustAcknowledge,
    needsLocal: isGuideline && needsLocal,
    reviewMonths,
    summary,
    body: text,
  };
}
