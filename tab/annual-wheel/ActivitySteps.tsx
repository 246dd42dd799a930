import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useFieldArray } from 'react-hook-form';
import { t } from '../shared/texts/texts.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import type { ActivityFormState } from './useActivityForm.ts';
import styles from './ActivityPage.module.css';

const most = 20;

/** Ordered steps. An empty one is not saved. */
export function ActivitySteps({ form }: { form: ActivityFormState['form'] }) {
  const steps = useFieldArray({ control: form.control, name: 'steps', keyName: 'rowKey' });
  return (
    <fieldset className="choices">
      <legend>
        {t('wheel.activity.steps')} ({t('common.form.optional')})
      </legend>
      {steps.fields.map((step, position) => (
        <div key={step.rowKey} className={styles.activityStep}>
          <FormField
            control={form.control}
            name={`steps.${position}.title`}
            label={t('wheel.activity.step', { number: String(position + 1) })}
          />
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={t('wheel.activity.removeStep', { number: String(position + 1) })}
            onClick={() => steps.remove(position)}
          />
        </div>
      ))}
      {steps.fields.length < most && (
        <div>
          <Button
            icon={<AddRegular />}
            onClick={() => steps.append({ id: crypto.randomUUID().slice(0, 8), title: '' })}
          >
            {t('wheel.activity.addStep')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
