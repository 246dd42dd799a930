import type { CentreRef } from '../../api/http/contract.ts';
import { Conflict } from '../shared/forms/Conflict.tsx';
import { t } from '../shared/texts/texts.ts';
import type { ControlFields } from './control-values.ts';
import type { Picked } from './PickMany.tsx';
import { reviewText } from './review-text.ts';
import type { ControlFormState } from './useControlForm.ts';

const labels = {
  title: 'standards.form.title',
  description: 'standards.form.description',
  state: 'common.word.status',
  ownerId: 'standards.form.owner',
  centreId: 'standards.form.centre',
  reviewMonths: 'standards.form.review',
  evidence: 'standards.form.evidence',
  requirementKeys: 'standards.form.requirements',
  procedureKeys: 'standards.form.procedures',
  wheelActivityKeys: 'standards.form.activities',
} as const satisfies Record<keyof ControlFields, string>;

/** Another's changes to the control, in words. */
export function ControlConflict({ state, centres }: { state: ControlFormState; centres: readonly CentreRef[] }) {
  const centre = (id: string) => centres.find((one) => one.id === id)?.title ?? id;
  return (
    <Conflict
      state={state}
      name={(field) => t(labels[field])}
      said={(values, field) => saidBy(values, field, centre)}
    />
  );
}

function saidBy(values: ControlFields, field: keyof ControlFields, centre: (id: string) => string): string {
  switch (field) {
    case 'state':
      return t(`standards.form.${values.state}`);
    case 'ownerId':
      return values.ownerId?.name ?? '';
    case 'centreId':
      return values.centreId ? centre(values.centreId) : t('common.word.wholeMunicipality');
    case 'reviewMonths':
      return reviewText(values.reviewMonths);
    case 'evidence':
      return values.evidence.map(({ title, url }) => `${title} (${url})`).join('\n');
    case 'requirementKeys':
    case 'procedureKeys':
    case 'wheelActivityKeys':
      return values[field].map(pickInWords).join('\n');
    case 'title':
    case 'description':
      return values[field];
  }
}

const pickInWords = ({ title, about }: Picked): string => [title, about].filter(Boolean).join(' · ');
