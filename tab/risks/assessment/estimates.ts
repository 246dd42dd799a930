import type {
  AssessedRisk,
  CellView,
  Dimension,
  Estimate,
  RiskStage,
  ScaleView,
  StagesView,
  View,
} from '../../../api/risks/contract.ts';
import { dimensions, stages as riskStages, views } from '../parts/risk-words.ts';

/** Value of a threat's field: a step, a text, a list of keys; null when empty. */
export type FieldValue = number | string | string[] | null;
export type Estimates = AssessedRisk['estimates'];

/** A step's field name in a threat. */
export const consequenceField = (stage: RiskStage, view: View, dimension: Dimension) =>
  `${stage}.consequence.${view}.${dimension}`;
export const likelihoodField = (stage: RiskStage) => `${stage}.likelihood`;

function over(before: Estimate, after: Estimate): Estimate {
  const likelihood = after.likelihood ?? before.likelihood;
  const consequence: Estimate['consequence'] = {};
  for (const view of views) consequence[view] = { ...before.consequence[view], ...after.consequence[view] };
  return { ...(likelihood === undefined ? {} : { likelihood }), consequence };
}

/** Each stage with missing values from the previous one. */
export function completed({ inherent, current, target }: Estimates): Estimates {
  const now = over(inherent, current);
  return { inherent, current: now, target: over(now, target) };
}

/** The level of a cell in the scale's matrix; steps from 1. */
export function markAt(scale: ScaleView, consequence: number, likelihood: number): CellView['level'] | undefined {
  const level = scale.levels[scale.matrix[consequence - 1]?.[likelihood - 1] ?? -1];
  return level && { word: level.word, tone: level.tone, severity: level.severity };
}

function status(scale: ScaleView, assessed: readonly View[], { likelihood, consequence }: Estimate) {
  if (likelihood === undefined) return undefined;
  let worst: { view: View; dimension: Dimension; step: number } | undefined;
  for (const view of assessed)
    for (const dimension of dimensions) {
      const step = consequence[view]?.[dimension];
      if (step !== undefined && (worst === undefined || step > worst.step)) worst = { view, dimension, step };
    }
  const level = worst && markAt(scale, worst.step, likelihood);
  if (!worst || !level) return undefined;
  return {
    consequence: worst.step,
    consequenceWord: scale.consequence[worst.step - 1]?.word ?? '',
    likelihood,
    likelihoodWord: scale.likelihood[likelihood - 1]?.word ?? '',
    level,
    worstView: worst.view,
    worstDimension: worst.dimension,
  } satisfies CellView;
}

/** A threat at each stage with unsaved changes: the worst consequence counts. */
export function stagesOf(scale: ScaleView, assessed: readonly View[], estimates: Estimates): StagesView {
  const whole = completed(estimates);
  const found: StagesView = {};
  const inOrder = views.filter((view) => assessed.includes(view));
  for (const stage of riskStages) {
    const cell = status(scale, inOrder, whole[stage]);
    if (cell) found[stage] = cell;
  }
  return found;
}

/** A field's last value from the API; null when empty. */
export function valueOf(risk: AssessedRisk, field: string): FieldValue {
  const [stage, part, view, dimension] = field.split('.');
  const estimate = riskStages.find((known) => known === stage);
  if (estimate && part === 'likelihood') return risk.estimates[estimate].likelihood ?? null;
  if (estimate) {
    const triple = risk.estimates[estimate].consequence[views.find((known) => known === view) ?? 'organisation'];
    return triple?.[dimensions.find((known) => known === dimension) ?? 'integrity'] ?? null;
  }
  switch (field) {
    case 'notRelevant':
      return risk.notRelevant || null;
    case 'vulnerability':
    case 'existing':
    case 'treatmentNote':
      return risk[field] || null;
    case 'treatment':
      return risk.treatment ?? null;
    case 'controlKeys':
      return risk.controls.map(({ key }) => key);
    default:
      return null;
  }
}

/** The estimates with one step changed; undefined clears it. */
export function withStep(estimates: Estimates, field: string, step: number | undefined): Estimates {
  const [name, part, viewName, dimensionName] = field.split('.');
  const stage = riskStages.find((known) => known === name);
  if (!stage) return estimates;
  const { likelihood, consequence } = estimates[stage];
  const put = (next: Estimate): Estimates => ({ ...estimates, [stage]: next });
  if (part === 'likelihood') return put({ ...(step === undefined ? {} : { likelihood: step }), consequence });
  const view = views.find((known) => known === viewName);
  const dimension = dimensions.find((known) => known === dimensionName);
  if (!view || !dimension) return estimates;
  const triple = { ...consequence[view] };
  if (step === undefined) delete triple[dimension];
  else triple[dimension] = step;
  return put({ ...(likelihood === undefined ? {} : { likelihood }), consequence: { ...consequence, [view]: triple } });
}

const textOf = (value: FieldValue) => (typeof value === 'string' ? value : '');

/** The threat with unsaved changes applied; its stages follow at once. */
export function withUnsaved(
  risk: AssessedRisk,
  unsaved: Readonly<Record<string, FieldValue>>,
  scale: ScaleView,
  assessed: readonly View[],
  controlOf: (key: string) => AssessedRisk['controls'][number],
): AssessedRisk {
  let next = risk;
  for (const [field, value] of Object.entries(unsaved)) {
    if (field === 'controlKeys') next = { ...next, controls: Array.isArray(value) ? value.map(controlOf) : [] };
    else if (field === 'notRelevant') next = { ...next, notRelevant: textOf(value) || undefined };
    else if (field === 'vulnerability' || field === 'existing' || field === 'treatmentNote')
      next = { ...next, [field]: textOf(value) };
    else if (field === 'treatment') next = { ...next, treatment: treatmentOf(value) };
    else
      next = {
        ...next,
        estimates: withStep(next.estimates, field, typeof value === 'number' ? value : undefined),
      };
  }
  return { ...next, stages: next.notRelevant ? {} : stagesOf(scale, assessed, next.estimates) };
}
const treatmentOf = (value: FieldValue): AssessedRisk['treatment'] =>
  (['mitigate', 'accept', 'transfer', 'avoid'] as const).find((known) => known === value);

/** There is an answer: why it is not relevant, or its current place. */
export const isAnswered = ({ notRelevant, stages }: AssessedRisk): boolean =>
  Boolean(notRelevant) || stages.current !== undefined;
