import { Button } from '@fluentui/react-components';
import { useWatch } from 'react-hook-form';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { FieldWrong } from '../../shared/forms/FieldWrong.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { FormSelect } from '../../shared/forms/FormSelect.tsx';
import { asHours } from '../shared/hours.ts';
import { fallsAt, hoursOf, writtenOf } from './service-values.ts';
import type { ServiceForm } from './useServiceForm.ts';
import { levelOf, proposedFrom, said } from './words.ts';
import { atMost } from '../../shared/forms/field-rules.ts';
import styles from './Services.module.css';

type Settings = ServiceView['settings'];

/** Impact at each point in time: level, and text. Impact never decreases; violations are shown in place. */
export function ImpactFields({ form, settings }: { form: ServiceForm; settings: Settings }) {
  const impacts = useWatch({ control: form.control, name: 'impacts' });
  const falls = fallsAt(impacts);
  const wrong = form.formState.errors.impacts?.message;
  return (
    <>
      <p className="section-text">{t('criticalServices.form.impactsText')}</p>
      {impacts.map(({ hours, words }, index) => {
        const time = asHours(hours);
        return (
          <fieldset key={hours} className={styles.serviceSet}>
            <legend>{t('criticalServices.impact.after', { time })}</legend>
            <div className={styles.serviceImpact}>
              <FormSelect
                control={form.control}
                name={`impacts.${index}.level`}
                label={t('criticalServices.form.levelAfter', { time })}
                none={t('criticalServices.unknown')}
                optional={words.trim() === ''}
                options={settings.levels.map(({ meaning }, level) => ({
                  value: String(level),
                  text: `${levelOf(settings, level).word}: ${said(meaning)}`,
                }))}
              >
                {falls === index && <FieldWrong>{t('criticalServices.form.falls')}</FieldWrong>}
              </FormSelect>
              <FormField
                control={form.control}
                name={`impacts.${index}.words`}
                label={t('criticalServices.form.wordsAfter', { time })}
                rows={2}
                rules={atMost(1_000)}
                optional
              />
            </div>
          </fieldset>
        );
      })}
      <FieldWrong>{wrong}</FieldWrong>
    </>
  );
}

/** The downtime implied by the impacts, with a button that applies it. */
export function ProposedMtd({ form, settings }: { form: ServiceForm; settings: Settings }) {
  const [impacts, mtd] = useWatch({ control: form.control, name: ['impacts', 'mtd'] });
  const proposed = proposedFrom(
    impacts.map(({ hours, level }) => ({ hours, level: level === '' ? undefined : Number(level) })),
    settings,
  );
  if (proposed === undefined || proposed === hoursOf(mtd)) return null;
  const time = asHours(proposed);
  return (
    <div className="card-row">
      <p>{t('criticalServices.impact.proposed', { time })}</p>
      <Button onClick={() => form.setValue('mtd', writtenOf(proposed), { shouldDirty: true, shouldValidate: true })}>
        {t('criticalServices.form.useProposed', { time })}
      </Button>
    </div>
  );
}
