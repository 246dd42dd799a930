import { useState } from 'react';
import { useController, useWatch, type UseFormReturn } from 'react-hook-form';
import type { PlanView } from '../../../api/contingency/contract.ts';
import type { CentreRef } from '../../../api/http/contract.ts';
import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { FormSelect } from '../../shared/forms/FormSelect.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { longest, monthChoices, type PlanValues } from './plan-values.ts';
import { atMost } from '../../shared/forms/field-rules.ts';
import { Check } from '../../shared/ui/Check.tsx';
import { ChoiceLine } from '../../shared/ui/Choice.tsx';
import styles from './PlanForm.module.css';

type Form = UseFormReturn<PlanValues>;

/** Its centres, its review and test intervals, and the summary. */
export function ForWhomFields({ plan, form }: { plan: PlanView; form: Form }) {
  return (
    <>
      <Places plan={plan} form={form} />
      <div className={styles.planPair}>
        <Months form={form} name="reviewMonths" now={(plan.coming ?? plan.current)?.reviewMonths} />
        <Months form={form} name="testMonths" now={(plan.coming ?? plan.current)?.testMonths} />
      </div>
      <FormField
        control={form.control}
        name="summary"
        label={t('contingencyPlans.form.summary')}
        hint={t('contingencyPlans.form.summaryHint')}
        rows={2}
        rules={atMost(longest.summary)}
        optional
      />
    </>
  );
}

function Months({ form, name, now }: { form: Form; name: 'reviewMonths' | 'testMonths'; now: number | undefined }) {
  const choices = [...new Set([...monthChoices, ...(now === undefined ? [] : [now])])].sort(
    (one, other) => one - other,
  );
  return (
    <FormSelect
      control={form.control}
      name={name}
      label={t(`contingencyPlans.form.${name}`)}
      options={choices.map((count) => ({ value: String(count), text: t('contingencyPlans.months', { count }) }))}
    />
  );
}

/** A centre's staff choose among their centres; only editors for the whole choose everybody. */
function Places({ plan, form }: { plan: PlanView; form: Form }) {
  const plans = useView('GET /api/contingency/plans', { query: { limit: 1 } });
  const forWhom = useWatch({ control: form.control, name: 'forWhom' });
  const [version] = useState(plan.coming ?? plan.current);
  return (
    <Viewed part view={plans} skeleton={<Skeleton rows={3} />}>
      {({ writes }) => {
        const held = version?.centres ?? [];
        const mayBeAll = writes.whole || plan.kind === 'restorePlan' || held.length === 0;
        const centres = [...new Map([...held, ...writes.centres].map((centre) => [centre.id, centre])).values()];
        return (
          <>
            {mayBeAll && (
              <fieldset className="choices">
                <legend>{t('contingencyPlans.form.forWhom')}</legend>
                {(['all', 'some'] as const).map((value) => (
                  <ChoiceLine key={value} value={value} {...form.register('forWhom')}>
                    {t(`contingencyPlans.form.${value}`)}
                  </ChoiceLine>
                ))}
              </fieldset>
            )}
            {forWhom === 'some' && <Centres form={form} centres={centres} />}
          </>
        );
      }}
    </Viewed>
  );
}

function Centres({ form, centres }: { form: Form; centres: readonly CentreRef[] }) {
  const { field, fieldState } = useController({
    control: form.control,
    name: 'centreIds',
    rules: {
      validate: (chosen, { forWhom }) =>
        forWhom === 'all' || chosen.length > 0 || t('contingencyPlans.form.centresNeeded'),
    },
  });
  const toggle = (id: string, chosen: boolean) =>
    field.onChange(chosen ? [...field.value, id] : field.value.filter((known) => known !== id));
  return (
    <fieldset className="choices" aria-describedby="centres-error">
      <legend>{t('contingencyPlans.form.centres')}</legend>
      <p className={styles.planError} id="centres-error" role="alert">
        {fieldState.error?.message}
      </p>
      <div className={styles.planCentres}>
        {centres.map(({ id, title }, position) => (
          <Check
            key={id}
            {...(position === 0 ? { ref: field.ref } : {})}
            checked={field.value.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          >
            {title}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}
