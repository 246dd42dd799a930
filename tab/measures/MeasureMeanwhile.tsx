import { useWatch } from 'react-hook-form';
import { Meanwhile } from '../shared/meanwhile/Meanwhile.tsx';
import { asDate, t } from '../shared/texts/texts.ts';
import { measureMeaning, type MeasureFields, type MeasureFormState, type MeasureValues } from './useMeasureForm.ts';

/** What somebody else has made of the proposal meanwhile, in words. */
export function MeasureMeanwhile({ state }: { state: MeasureFormState }) {
  const mine = useWatch({ control: state.form.control, compute: (values: MeasureValues) => values });
  return (
    <Meanwhile<MeasureFields>
      state={state.others}
      mine={mine}
      meaning={measureMeaning}
      name={(field) => t(`measures.form.${field}`)}
      said={(values, field) => (field === 'steps' ? values.steps.map(stepInWords).join('\n') : values[field])}
    />
  );
}

const stepInWords = ({ title, role, due }: MeasureFields['steps'][number]): string =>
  [title, role && t(`roles.${role}`), due && asDate(due)].filter(Boolean).join(' · ');
