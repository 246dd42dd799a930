import { useEffect } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { t } from '../shared/texts/texts.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { longest, reviewChoices, type Choosable, type ProcedureValues } from './procedure-values.ts';
import { atMost } from '../shared/forms/field-rules.ts';
import styles from './Procedures.module.css';

type Form = UseFormReturn<ProcedureValues>;

/** Centre, area, guideline and review interval. */
export function WhatFields({ form, choosable }: { form: Form; choosable: Choosable }) {
  const { control } = form;
  const { kind, areas, guidelines, centres } = choosable;
  const area = useWatch({ control, name: 'area' });
  const chosen = areas.find(({ key }) => key === area);
  useMonthsOfArea(form, chosen?.reviewMonths);
  const open = areas.filter(({ key, closed }) => !closed || key === area);
  return (
    <section className="card" aria-labelledby="what">
      <h2 className="card-title" id="what">
        {t('procedures.form.what')}
      </h2>
      {kind === 'procedure' && centres.length > 1 && (
        <FormSelect
          control={control}
          name="centreId"
          label={t('common.word.centre')}
          none={t('procedures.form.chooseCentre')}
          options={centres.map(({ id, title }) => ({ value: id, text: title }))}
        />
      )}
      <div className={styles.procedurePair}>
        <FormSelect
          control={control}
          name="area"
          label={t('common.word.area')}
          none={t('procedures.form.chooseArea')}
          options={open.map(({ key, title }) => ({ value: key, text: title }))}
        >
          {chosen && kind === 'procedure' && (
            <p className="quiet">
              {t('procedures.form.decides', { who: t(`procedures.decidedBy.${chosen.decidedBy}`) })}
            </p>
          )}
        </FormSelect>
        <FormSelect
          control={control}
          name="reviewMonths"
          label={t('procedures.form.howOften')}
          options={monthsToChoose(form.getValues('reviewMonths'), chosen?.reviewMonths).map((months) => ({
            value: String(months),
            text: t('procedures.months', { count: months }),
          }))}
        />
      </div>
      {kind === 'procedure' && guidelines.length > 0 && (
        <FormSelect
          control={control}
          name="guidelineKey"
          label={`${t('procedures.read.guideline')} (${t('common.form.optional')})`}
          none={t('common.word.none')}
          optional
          options={guidelines.map(({ key, title }) => ({ value: key, text: title }))}
        />
      )}
      <FormField
        control={control}
        name="control"
        label={`${t('procedures.read.control')} (${t('common.form.optional')})`}
        hint={t('procedures.form.controlHint')}
        optional
        rules={atMost(longest.control)}
      />
    </section>
  );
}

const monthsToChoose = (now: string, ofArea: number | undefined): number[] =>
  [...new Set([...reviewChoices, Number(now), ...(ofArea === undefined ? [] : [ofArea])])]
    .filter((months) => months > 0)
    .sort((one, other) => one - other);

/** The area's default interval, until the writer changes it. */
function useMonthsOfArea(form: Form, months: number | undefined) {
  const { isDirty } = form.getFieldState('reviewMonths', form.formState);
  const { isDirty: areaChosen } = form.getFieldState('area', form.formState);
  useEffect(() => {
    if (months !== undefined && areaChosen && !isDirty)
      form.resetField('reviewMonths', { defaultValue: String(months) });
  }, [form, months, areaChosen, isDirty]);
}
