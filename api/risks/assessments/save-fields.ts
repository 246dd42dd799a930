import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { inLanguage, invalid, missing, nowOf, type Actor } from '../../kernel/index.ts';
import { Controls } from '../../standards/index.ts';
import type { FieldChange } from '../contract.ts';
import { riskItemKey } from '../known-risks.ts';
import { Risks, type Assessment, type Risk } from '../risk-lists.ts';
import { assessmentOf, assessmentOrThrow, isFrozen, requireDraft, stateOf } from './assessments.ts';
import { checkedChanges, merged, type CheckedChange, type Conflict, type Merged } from './merge-fields.ts';
import { emptyRisk } from './risk-fields.ts';

export interface FieldsToSave {
  assessmentKey: string;
  threatKey: string;
  changes: readonly FieldChange[];
}

/**
 * Autosaves fields of one risk. Fields changed by others are reported, not overwritten; the rest is saved. Idempotent.
 * In a finished assessment only the treatment, its note and the target may change. 2 resource units, 2 more for the
 * trail, and 1 for each re-read on a conflict. Throws AppError: missing, forbidden `risks.mayNotAssess`, conflict
 * `risks.finishedIsFrozen`, `risks.notADraft`, invalid at the field, unavailable.
 */
export async function saveFields(
  context: Context,
  actor: Actor,
  { assessmentKey, threatKey, changes: given }: FieldsToSave,
): Promise<Conflict[]> {
  const { assessment } = assessmentOf(context, actor, assessmentKey);
  const threat = assessment.threats.find(({ key }) => key === threatKey);
  if (!threat) throw missing('risks.noSuchThreat');
  const changes = checkedChanges(given, assessment.scale);
  requireMayChange(context, assessment, changes);
  const now = nowOf(context.clock);
  const stamp = { by: actor.personId, at: now };
  const key = riskItemKey(assessmentKey, threatKey);
  const list = context.list(Risks);
  requireControls(context, list.get(key), changes);

  let result: Merged = merged({ ...emptyRisk, stamps: {} }, changes, stamp);
  const isKnown = list.get(key) !== undefined;
  if (!isKnown && result.changed.length === 0) return result.conflicts;
  const title = inLanguage(threat.title, 'da');
  const first = { key, title, assessmentKey, threatKey, ...emptyRisk, stamps: {}, ...result.fields };
  const { existed } = isKnown ? { existed: true } : await list.create(first);
  if (existed)
    await list.update(key, (current) => {
      requireMayChange(context, assessmentOrThrow(context, assessmentKey).assessment, changes);
      result = merged(current, changes, stamp);
      return result.changed.length === 0 ? undefined : result.fields;
    });
  if (result.changed.length > 0) {
    const about = { act: 'saveRisk', subjectKey: key, actorId: actor.personId, at: now, occasion: now };
    await recordAct(context, { ...about, details: { fields: result.changed.join(' ') } });
  }
  return result.conflicts;
}

/** A finished assessment is frozen; treatment continues. */
function requireMayChange(context: Context, assessment: Assessment, changes: readonly CheckedChange[]): void {
  const state = stateOf(context, assessment);
  if (state !== 'finished') return requireDraft(context, { ...assessment, state });
  if (changes.some(({ field }) => !field.lasting)) throw isFrozen(context, assessment);
}

/** Added controls must exist; existing references may be to removed ones. */
function requireControls(context: Context, current: Risk | undefined, changes: readonly CheckedChange[]): void {
  const known = new Set(current?.controlKeys);
  const added = changes.flatMap(({ name, to }) => (name === 'controlKeys' && Array.isArray(to) ? to : []));
  const isThere = (key: string) => known.has(key) || context.list(Controls).get(key) !== undefined;
  if (!added.every(isThere)) throw invalid('risks.unknownControl', { field: 'controlKeys' });
}
