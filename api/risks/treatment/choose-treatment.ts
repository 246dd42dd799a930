import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { invalid, nowOf, type Actor } from '../../kernel/index.ts';
import type { Estimate, RiskScale } from '../contract.ts';
import { Risks, type Risk } from '../risk-lists.ts';
import { dimensions, views, type Treatment } from '../vocabulary.ts';
import { treatable } from './save-action.ts';

export interface ChosenTreatment {
  treatment: Treatment;
  note: string;
  /** Target of the plan; unchanged when absent. */
  target?: Estimate | undefined;
}

/**
 * Chooses treatment, reason and target of a risk in force (R1). A target above the present position is allowed: the
 * quality checks report it. Idempotent. 4 resource units. Throws AppError: missing `risks.noSuchRisk`, forbidden
 * `risks.mayNotTreat`, invalid `risks.stepOutsideScale` on `target`, unavailable.
 */
export async function chooseTreatment(
  context: Context,
  actor: Actor,
  riskKey: string,
  chosen: ChosenTreatment,
): Promise<void> {
  const { risk, assessment } = treatable(context, actor, riskKey);
  if (chosen.target) requireSteps(assessment.scale, chosen.target);
  const now = nowOf(context.clock);
  const stamp = { by: actor.personId, at: now };
  let fields: string[] = [];
  await context.list(Risks).update(risk.key, (current) => {
    fields = changedFields(current, chosen);
    if (fields.length === 0) return undefined;
    const { treatment, note: treatmentNote, target = current.target } = chosen;
    const stamps = { ...current.stamps, ...Object.fromEntries(fields.map((field) => [field, stamp])) };
    return { treatment, treatmentNote, target, stamps };
  });
  if (fields.length === 0) return;
  const { treatment } = chosen;
  const about = { act: 'chooseTreatment', subjectKey: riskKey, actorId: actor.personId, at: now, occasion: now };
  await recordAct(context, { ...about, details: { treatment, assessmentKey: assessment.key } });
}

/** Field names as in assessments: `treatment`, `target.likelihood`, `target.consequence.dataSubject.integrity`. */
function changedFields(current: Risk, { treatment, note, target }: ChosenTreatment): string[] {
  const before = stepsOf(current.target);
  const after = target ? stepsOf(target) : before;
  return [
    ...(treatment === current.treatment ? [] : ['treatment']),
    ...(note === current.treatmentNote ? [] : ['treatmentNote']),
    ...[...new Set([...before.keys(), ...after.keys()])].filter((field) => before.get(field) !== after.get(field)),
  ];
}

function stepsOf({ likelihood, consequence }: Estimate): Map<string, number> {
  const found = new Map<string, number>();
  if (likelihood !== undefined) found.set('target.likelihood', likelihood);
  for (const view of views)
    for (const dimension of dimensions) {
      const step = consequence[view]?.[dimension];
      if (step !== undefined) found.set(`target.consequence.${view}.${dimension}`, step);
    }
  return found;
}

function requireSteps({ likelihood, consequence }: RiskScale, target: Estimate): void {
  for (const [field, step] of stepsOf(target)) {
    const most = (field === 'target.likelihood' ? likelihood : consequence).length;
    if (step > most) throw invalid('risks.stepOutsideScale', { field: 'target' });
  }
}
