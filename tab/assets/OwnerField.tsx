import { useController } from 'react-hook-form';
import { t } from '../shared/texts/texts.ts';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import type { AssetFormState } from './useAssetForm.ts';
import styles from './Assets.module.css';

/** The person who answers for it; it may be found later. */
export function OwnerField({ form }: { form: AssetFormState['form'] }) {
  const { field, fieldState } = useController({ control: form.control, name: 'ownerId' });
  const message = fieldState.error?.message;
  return (
    <div>
      <PersonPicker
        label={`${t('assets.form.owner')} (${t('common.form.optional')})`}
        person={field.value ?? undefined}
        error={message}
        optional
        onChoose={(person) => field.onChange(person ?? null)}
      />
      {field.value && message && (
        <p className={styles.assetError} role="alert">
          {message}
        </p>
      )}
    </div>
  );
}
