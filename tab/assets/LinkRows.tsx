import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useFieldArray } from 'react-hook-form';
import { t } from '../shared/texts/texts.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import type { AssetFormState } from './useAssetForm.ts';
import { written } from '../shared/forms/field-rules.ts';
import styles from './Assets.module.css';

const most = 30;

const address = () => ({
  validate: (text: unknown) => (typeof text === 'string' && isAddress(text.trim())) || t('assets.form.wrongLink'),
});
const isAddress = (text: string) => /^https?:\/\/[^/\s]+\.?\S*$/i.test(text) && URL.canParse(text);

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
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={t('assets.form.removeLink', { number })}
              onClick={() => links.remove(position)}
            />
          </div>
        );
      })}
      {links.fields.length < most && (
        <div>
          <Button icon={<AddRegular />} onClick={() => links.append({ title: '', url: '' })}>
            {t('assets.form.addLink')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
