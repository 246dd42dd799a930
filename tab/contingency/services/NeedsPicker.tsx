import { Button, Field } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { useAssetNames, type AssetName } from '../../shared/useAssetNames.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { asHours } from '../shared/hours.ts';
import { hoursOf } from './service-values.ts';
import type { ServiceForm } from './useServiceForm.ts';
import foundListStyles from '../../shared/ui/FoundList.module.css';
import personStyles from '../../shared/ui/Person.module.css';
import styles from './Services.module.css';

/** The systems and work processes that the service depends on, and the effect of choosing one. */
export function NeedsPicker({ form }: { form: ServiceForm }) {
  const { field, fieldState } = useController({ control: form.control, name: 'needs' });
  const mtd = hoursOf(useWatch({ control: form.control, name: 'mtd' }));
  const [text, setText] = useState('');
  const { found, error } = useAssetNames(text, undefined, text !== '');
  const shown = (found ?? []).filter(({ key }) => !field.value.some((one) => one.key === key));
  const add = ({ key, title, kind }: AssetName) => {
    field.onChange([...field.value, { key, title, kind }]);
    setText('');
  };
  return (
    <div>
      <Field
        label={t('criticalServices.needs.find')}
        hint={t('criticalServices.needs.hint')}
        {...(fieldState.error?.message ? { validationMessage: fieldState.error.message } : {})}
      >
        <SearchField label={t('criticalServices.needs.find')} value={text} onSearch={setText} />
      </Field>
      <p role="status" className="quiet">
        {text !== '' && found && t('common.table.found', { count: shown.length })}
      </p>
      {text !== '' && shown.length > 0 && (
        <ul className={foundListStyles.foundList} data-part="found-list">
          {shown.map((one) => (
            <li key={one.key}>
              <button type="button" onClick={() => add(one)}>
                <p className={personStyles.personName}>{one.title}</p>
                <p className="quiet">{[t(`risks.kind.${one.kind}`), one.centre].filter(Boolean).join(' · ')}</p>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ActFailed error={error} />
      {field.value.length > 0 && (
        <>
          <ul className={styles.serviceChosen} aria-label={t('criticalServices.field.needs')}>
            {field.value.map(({ key, title }) => (
              <li key={key}>
                <span>{title}</span>
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<DismissRegular />}
                  aria-label={t('criticalServices.needs.remove', { title })}
                  onClick={() => field.onChange(field.value.filter((one) => one.key !== key))}
                />
              </li>
            ))}
          </ul>
          {typeof mtd === 'number' && (
            <p className="quiet">{t('criticalServices.needs.consequence', { time: asHours(mtd) })}</p>
          )}
        </>
      )}
    </div>
  );
}
