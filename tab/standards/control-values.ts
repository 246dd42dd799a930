import type { PersonRef } from '../../api/http/contract.ts';
import type { ControlBody, ControlView } from '../../api/standards/contract.ts';
import type { Meaning } from '../shared/forms/merge-fields.ts';
import type { Picked } from './PickMany.tsx';

/** Input of a control. */
export interface ControlFields {
  title: string;
  description: string;
  state: 'planned' | 'running';
  /** Shown by name. */
  ownerId: PersonRef | null;
  /** Empty: the whole organisation. */
  centreId: string;
  reviewMonths: string;
  evidence: { title: string; url: string }[];
  requirementKeys: Picked[];
  procedureKeys: Picked[];
  wheelActivityKeys: Picked[];
}
/** Review intervals to choose, in months. */
export const reviewChoices = ['0', '1', '3', '6', '12', '24', '36'] as const;

const picked = (things: readonly { key: string; title: string }[]): Picked[] =>
  things.map(({ key, title }) => ({ key, title }));
/** `NIS 2-loven 6.1` and its title. */
export const requirementPick = (requirement: {
  key: string;
  standard: string;
  ref: string;
  title: string;
}): Picked => ({
  key: requirement.key,
  title: `${requirement.ref} ${requirement.title}`,
  about: requirement.standard,
});

export const fieldsOf = (control: ControlView | undefined, centreId = ''): ControlFields => ({
  title: control?.title ?? '',
  description: control?.description ?? '',
  state: control?.state === 'planned' ? 'planned' : 'running',
  ownerId: control?.owner ?? null,
  centreId: control ? (control.centre?.id ?? '') : centreId,
  reviewMonths: String(control?.reviewMonths ?? 12),
  evidence: control?.evidence ?? [],
  requirementKeys: (control?.requirementList ?? []).map(requirementPick),
  procedureKeys: picked(control?.procedures ?? []),
  wheelActivityKeys: picked(control?.wheelActivities ?? []),
});

/** People and linked records are equal by id, in any order. */
export const controlMeaning: Meaning<ControlFields> = (values, field) => {
  const keys = (picks: readonly Picked[]) => picks.map(({ key }) => key).toSorted();
  return {
    ...values,
    ownerId: values.ownerId?.id,
    requirementKeys: keys(values.requirementKeys),
    procedureKeys: keys(values.procedureKeys),
    wheelActivityKeys: keys(values.wheelActivityKeys),
  }[field];
};

export function bodyOf(values: ControlFields): ControlBody {
  const { title, description, state, ownerId, centreId, reviewMonths, evidence } = values;
  const keys = (picks: readonly Picked[]) => picks.map(({ key }) => key);
  return {
    title,
    description,
    state,
    evidence,
    reviewMonths: Number(reviewMonths),
    ...(ownerId ? { ownerId: ownerId.id } : {}),
    ...(centreId ? { centreId } : {}),
    requirementKeys: keys(values.requirementKeys),
    procedureKeys: keys(values.procedureKeys),
    wheelActivityKeys: keys(values.wheelActivityKeys),
  };
}
