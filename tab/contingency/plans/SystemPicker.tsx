import { Button, Field } from '@fluentui/react-components';
import { useState } from 'react';
import type { AssetRef } from '../../../api/assets/contract.ts';
import { useAssetNames, type AssetName } from '../../shared/useAssetNames.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { keepingFocus } from '../../shared/ui/keeping-focus.ts';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import foundListStyles from '../../shared/ui/FoundList.module.css';
import personPickerStyles from '../../shared/ui/PersonPicker.module.css';
import styles from '../../shared/ui/Person.module.css';

/** Finds a system or work process by part of its name; shows the chosen one, with a button to change. */
export function SystemPicker(props: {
  system: AssetRef | undefined;
  error: string | undefined;
  onChoose: (system: AssetRef | undefined) => void;
}) {
  const [text, setText] = useState('');
  const { found, error } = useAssetNames(text, undefined, props.system === undefined);
  if (props.system)
    return (
      <div data-picker>
        <p className={personPickerStyles.foundLabel}>{t('contingencyPlans.begin.system')}</p>
        <div className="card-row">
          <div>
            <p className={styles.personName}>{props.system.title}</p>
            <p className="quiet">{t(`risks.kind.${props.system.kind}`)}</p>
          </div>
          <Button onClick={({ currentTarget }) => keepingFocus(currentTarget, () => props.onChoose(undefined))}>
            {t('contingencyPlans.begin.change')}
          </Button>
        </div>
      </div>
    );
  return (
    <div data-picker>
      <Field
        label={t('contingencyPlans.begin.system')}
        hint={t('contingencyPlans.begin.systemHint')}
        required
        {...(props.error ? { validationMessage: props.error } : {})}
      >
        <SearchField label={t('contingencyPlans.begin.system')} value={text} onSearch={setText} />
      </Field>
      <div role="status">
        {found?.length === 0 && <p>{t('contingencyPlans.begin.noSystems', { text })}</p>}
        {found && found.length > 0 && (
          <span className="hidden">{t('common.table.found', { count: found.length })}</span>
        )}
      </div>
      {found && found.length > 0 && (
        <ul className={foundListStyles.foundList} data-part="found-list">
          {found.map((one) => (
            <li key={one.key}>
              <button
                type="button"
                onClick={({ currentTarget }) => keepingFocus(currentTarget, () => props.onChoose(one))}
              >
                <p className={styles.personName}>{one.title}</p>
                <p className="quiet">{underOf(one)}</p>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ActFailed error={error} />
    </div>
  );
}

const underOf = ({ kind, centre }: AssetName) => [t(`risks.kind.${kind}`), centre].filter(Boolean).join(' · ');
