import type { z } from 'zod';
import type { Context } from '../context.ts';
import { invalid, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { findArea } from './areas.ts';
import type { draftBody } from './contract.ts';
import type { Procedure, ProcedureVersion } from './procedure-list.ts';
import { findProcedure, procedures } from './procedures.ts';

export type Draft = Omit<z.output<typeof draftBody>, 'expected'> & { expected?: string | undefined };

/**
 * Saves a draft (R16). A draft, and a returned one, is changed in place; when the latest version is in force or
 * rejected the next one is created, with its file. 2 resource units. Throws AppError: missing, forbidden, conflict
 * `procedures.isWaiting` `procedures.retired`, and `procedures.changedMeanwhile` when changed by another since `seen`,
 * invalid `procedures.noSuchArea` `procedures.noSuchGuideline`.
 */
export async function saveDraft(
  context: Context,
  actor: Actor,
  procedureKey: string,
  draft: Draft,
): Promise<Stored<ProcedureVersion>> {
  const now = procedures.writable(context, actor, procedureKey);
  const fields = draftFields(context, now.procedure, draft, now.versions[0]?.version);
  return procedures.saveDraft(context, actor, procedureKey, fields, draft.expected);
}

/**
 * Input as stored, with the names that are part of the decision. A closed area, and a retired guideline, may stay if
 * already selected.
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
  // Guidelines in force are everybody's to read, another centre's procedure is not.
  const guidelineTitle = guideline?.procedure.kind === 'guideline' ? guideline.current?.version.title : undefined;
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
