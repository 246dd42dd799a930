import type { UseFormReturn } from 'react-hook-form';
import { useFieldArray } from 'react-hook-form';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { atMost } from '../../shared/forms/field-rules.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { ContactPhone } from './ContactPhone.tsx';
import { PersonField } from './PersonField.tsx';
import { longest, newContact, type ContactValues, type PlanValues } from './plan-values.ts';
import { RepeatedItems } from './RepeatedItems.tsx';
import { useDirectoryPhone } from './useDirectoryPhone.ts';
import styles from './PlanForm.module.css';

/** Contacts. A selected person's directory number is filled in. */
export function ContactItems({ plan, form }: { plan: PlanView; form: UseFormReturn<PlanValues> }) {
  const { control } = form;
  const items = useFieldArray({ control, name: 'contacts', keyName: 'rowKey' });
  const bringPhone = useDirectoryPhone(form, plan.key);
  return (
    <RepeatedItems<ContactValues>
      name="contacts"
      items={items}
      valueAt={(position) => form.getValues(`contacts.${position}`)}
      fresh={newContact}
    >
      {(position) => (
        <>
          <div className={styles.planPair}>
            <FormField
              control={control}
              name={`contacts.${position}.role`}
              label={t('contingencyPlans.form.contactRole')}
              rules={atMost(longest.role)}
              optional
            />
            <ContactPhone plan={plan} form={form} position={position} />
          </div>
          <PersonField
            form={form}
            name={`contacts.${position}.person`}
            onChosen={(person) => void bringPhone(position, person)}
          />
          <div className={styles.planPair}>
            <FormField
              control={control}
              name={`contacts.${position}.name`}
              label={t('contingencyPlans.form.name')}
              rules={atMost(longest.short)}
              optional
            />
            <FormField
              control={control}
              name={`contacts.${position}.note`}
              label={t('common.word.note')}
              rules={atMost(longest.line)}
              optional
            />
          </div>
        </>
      )}
    </RepeatedItems>
  );
}
