import { step, treatments, type Estimate, type FieldChange, type RiskScale } from '../contract.ts';
import type { Risk } from '../risk-lists.ts';
import { dimensions, riskStages, views, type Dimension, type RiskStage, type View } from '../vocabulary.ts';

export type FieldValue = FieldChange['to'];
/** An assessment's answers about a threat, without list keys. */
export type RiskContent = Omit<Risk, 'key' | 'title' | 'assessmentKey' | 'threatKey' | 'stamps'>;

/** One field of a risk, saved separately. An empty field is `null`. */
export interface RiskField {
  /** Editable after the assessment is finished: treatment continues. */
  lasting: boolean;
  /** The normalised value, or `undefined` when invalid. */
  accepts(value: FieldValue, scale: RiskScale): FieldValue | undefined;
  read(risk: RiskContent): FieldValue;
  write(risk: RiskContent, value: FieldValue): Partial<RiskContent>;
}

export const emptyRisk: RiskContent = {
  vulnerability: '',
  existing: '',
  controlKeys: [],
  inherent: { consequence: {} },
  current: { consequence: {} },
  target: { consequence: {} },
  treatmentNote: '',
};

const asStep = (value: FieldValue, most: number): FieldValue | undefined => {
  if (value === null) return null;
  const { success, data } = step.safeParse(value);
  return success && data <= most ? data : undefined;
};
const stepIn = (value: FieldValue) => (typeof value === 'number' ? value : undefined);

const likelihoodOf = (stage: RiskStage): RiskField => ({
  lasting: stage === 'target',
  accepts: (value, scale) => asStep(value, scale.likelihood.length),
  read: (risk) => risk[stage].likelihood ?? null,
  write: (risk, value) => {
    const { consequence } = risk[stage];
    const likelihood = stepIn(value);
    return { [stage]: { ...(likelihood === undefined ? {} : { likelihood }), consequence } };
  },
});

const consequenceOf = (stage: RiskStage, view: View, dimension: Dimension): RiskField => ({
  lasting: stage === 'target',
  accepts: (value, scale) => asStep(value, scale.consequence.length),
  read: (risk) => risk[stage].consequence[view]?.[dimension] ?? null,
  write: (risk, value) => ({ [stage]: withStep(risk[stage], view, dimension, stepIn(value)) }),
});
function withStep(estimate: Estimate, view: View, dimension: Dimension, value: number | undefined): Estimate {
  const { [dimension]: _before, ...others } = estimate.consequence[view] ?? {};
  const triple = value === undefined ? others : { ...others, [dimension]: value };
  const { [view]: _replaced, ...rest } = estimate.consequence;
  return { ...estimate, consequence: Object.keys(triple).length === 0 ? rest : { ...rest, [view]: triple } };
}

const asText = (value: FieldValue): FieldValue | undefined => {
  if (value === null || value === '') return null;
  return typeof value === 'string' ? value : undefined;
};
const textIn = (value: FieldValue) => (typeof value === 'string' ? value : '');
const textOf = (name: 'vulnerability' | 'existing' | 'treatmentNote'): RiskField => ({
  lasting: name === 'treatmentNote',
  accepts: asText,
  read: (risk) => asText(risk[name]) ?? null,
  write: (_risk, value) => ({ [name]: textIn(value) }),
});

const notRelevant: RiskField = {
  lasting: false,
  accepts: asText,
  read: (risk) => asText(risk.notRelevant ?? null) ?? null,
  write: (_risk, value) => ({ notRelevant: value === null ? undefined : textIn(value) }),
};
const treatment: RiskField = {
  lasting: true,
  accepts: (value) => (value === null ? null : treatments.find((known) => known === value)),
  read: (risk) => risk.treatment ?? null,
  write: (_risk, value) => ({ treatment: treatments.find((known) => known === value) }),
};
/** Unordered. */
const asKeys = (value: FieldValue): FieldValue | undefined => {
  if (value === null) return null;
  if (!Array.isArray(value)) return undefined;
  return value.length === 0 ? null : [...new Set(value)].sort();
};
const controlKeys: RiskField = {
  lasting: false,
  accepts: asKeys,
  read: (risk) => asKeys(risk.controlKeys) ?? null,
  write: (_risk, value) => ({ controlKeys: Array.isArray(value) ? value : [] }),
};

const fields = new Map<string, RiskField>([
  ...riskStages.map((stage): [string, RiskField] => [`${stage}.likelihood`, likelihoodOf(stage)]),
  ...riskStages.flatMap((stage) =>
    views.flatMap((view) =>
      dimensions.map((dimension): [string, RiskField] => [
        `${stage}.consequence.${view}.${dimension}`,
        consequenceOf(stage, view, dimension),
      ]),
    ),
  ),
  ...(['vulnerability', 'existing', 'treatmentNote'] as const).map((name): [string, RiskField] => [name, textOf(name)]),
  ['notRelevant', notRelevant],
  ['treatment', treatment],
  ['controlKeys', controlKeys],
]);

/** All fields by name, as in `FieldChange`. */
export const riskFields: ReadonlyMap<string, RiskField> = fields;

export const sameValue = (one: FieldValue, other: FieldValue): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether a threat has any answer: such threats are not removed with their catalogue. */
export const isAnswered = (risk: RiskContent): boolean => [...fields.values()].some(({ read }) => read(risk) !== null);
