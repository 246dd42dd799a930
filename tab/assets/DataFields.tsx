import { useController, useWatch, type FieldPath } from 'react-hook-form';
import { t } from '../shared/texts/texts.ts';
import type { AssetFields } from './asset-values.ts';
import type { AssetFormState } from './useAssetForm.ts';
import { Check } from '../shared/ui/Check.tsx';
import styles from './Assets.module.css';

type Form = AssetFormState['form'];
const personalData = ['ordinary', 'confidential', 'sensitive', 'criminal', 'unknown'] as const;
const dataSubjects = ['citizens', 'children', 'vulnerable', 'employees', 'relatives', 'partners'] as const;

/** Personal data in it; and if any, of whom. */
export function DataFields({ form }: { form: Form }) {
  const chosen = useWatch({ control: form.control, name: 'personalData' });
  return (
    <section className="card" aria-labelledby="asset-data">
      <h2 className="section-title" id="asset-data">
        {t('assets.form.data')}
      </h2>
      <Checks
        form={form}
        name="personalData"
        label={t('assets.import.field.personalData')}
        hint={t('assets.form.personalDataHint')}
        options={personalData.map((value) => ({ value, text: t(`risks.personalData.${value}`) }))}
      />
      {chosen.some((kind) => kind !== 'unknown') && (
        <Checks
          form={form}
          name="dataSubjects"
          label={t('assets.form.dataSubjects')}
          options={dataSubjects.map((value) => ({ value, text: t(`risks.dataSubject.${value}`) }))}
        />
      )}
    </section>
  );
}

function Checks<Name extends Extract<FieldPath<AssetFields>, 'personalData' | 'dataSubjects'>>(props: {
  form: Form;
  name: Name;
  label: string;
  hint?: string;
  options: readonly { value: AssetFields[Name][number]; text: string }[];
}) {
  const { field } = useController({ control: props.form.control, name: props.name });
  const chosen: readonly string[] = field.value;
  const toggle = (value: string, isChosen: boolean) =>
    field.onChange(
      // In display order, whatever the order of the presses.
      props.options.map((option) => option.value).filter((one) => (one === value ? isChosen : chosen.includes(one))),
    );
  return (
    <fieldset className="choices">
      <legend>{props.label}</legend>
      {props.hint && <p className="quiet">{props.hint}</p>}
      <div className={styles.assetChecks}>
        {props.options.map(({ value, text }, position) => (
          <Check
            key={value}
            {...(position === 0 ? { ref: field.ref } : {})}
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          >
            {text}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}
