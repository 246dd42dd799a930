import { useFieldArray } from 'react-hook-form';
import { t } from '../shared/texts/texts.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import type { AssetFormState } from './useAssetForm.ts';
import { isWebAddress, written } from '../shared/forms/field-rules.ts';
import styles from './Assets.module.css';
import { AddRow, RemoveRow } from '../shared/forms/RowButtons.tsx';

const most = 30;

const address = () => ({
  validate: (text: unknown) => (typeof text === 'string' && isWebAddress(text.trim())) || t('assets.form.wrongLink'),
});

/** Links to contracts, agreements and guides. */
export function LinkRows({ form }: { form: AssetFormState['form'] }) {
  const links = useFieldArray({ control: form.control, name: 'links', keyName: 'rowKey' });
  return (
    <fieldset className="choices">
      <legend>{`${t('assets.field.links')} (${t('common.form.optional')})`}</legend>
      <p className="quiet">{t('assets.form.linksHint')}</p>
      {links.fields.map((link, position) => {
        const number = String(position + 1);
        return (
          <div key={link.rowKey} className={styles.assetLink}>
            <FormField
              control={form.control}
              name={`links.${position}.title`}
              label={t('assets.form.linkTitle', { number })}
              rules={written(200)}
            />
            <FormField
              control={form.control}
              name={`links.${position}.url`}
              label={t('assets.form.linkUrl', { number })}
              inputMode="url"
              rules={address()}
            />
            <RemoveRow
              rows="links"
              label={t('assets.form.removeLink', { number })}
              onRemove={() => links.remove(position)}
            />
          </div>
        );
      })}
      {links.fields.length < most && (
        <div>
          <AddRow rows="links" onAdd={() => links.append({ title: '', url: '' })}>
            {t('assets.form.addLink')}
          </AddRow>
        </div>
      )}
    </fieldset>
  );
}
