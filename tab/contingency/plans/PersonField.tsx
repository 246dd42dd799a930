import { Button } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { useState } from 'react';
import { useController, type UseFormReturn } from 'react-hook-form';
import { t } from '../../shared/texts/texts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { PersonPicker } from '../../shared/ui/PersonPicker.tsx';
import type { PersonValue, PlanValues, StepList } from './plan-values.ts';
import styles from './PlanForm.module.css';

/** The person of a step or contact, if named. */
export function PersonField(props: {
  form: UseFormReturn<PlanValues>;
  name: `${StepList | 'contacts'}.${number}.person`;
  onChosen?: (person: PersonValue) => void;
}) {
  const { field } = useController({ control: props.form.control, name: props.name });
  const [open, setOpen] = useState(false);
  const person = field.value;
  if (!person && !open)
    return (
      <div>
        <Button appearance="subtle" icon={<PersonAddRegular />} onClick={() => setOpen(true)}>
          {t('contingencyPlans.form.addPerson')}
        </Button>
      </div>
    );
  const choose = (chosen: PersonValue) => {
    field.onChange(chosen);
    props.onChosen?.(chosen);
  };
  const close = () => {
    choose(null);
    setOpen(false);
  };
  return (
    <div className={styles.planPerson}>
      <PersonPicker
        label={t('common.word.person')}
        person={person ?? undefined}
        error={undefined}
        optional
        onChoose={(chosen) => {
          choose(chosen ? { ...chosen, left: false } : null);
          setOpen(true);
        }}
      />
      {person?.left && <Notice tone="warning">{t('contingencyPlans.form.personLeft', { name: person.name })}</Notice>}
      <div>
        <Button size="small" appearance="subtle" onClick={close}>
          {t('contingencyPlans.form.removePerson')}
        </Button>
      </div>
    </div>
  );
}
