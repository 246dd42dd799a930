import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { AssessedRisk } from '../../../api/risks/contract.ts';
import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import styles from './Assessment.module.css';

type Control = AssessedRisk['controls'][number];
const most = 50;
const fewestLetters = 2;

/** How well a control works; one that is stopped does not, whatever was found before. */
export const effectText = ({ state, effect }: Control): string =>
  state === 'retired' ? t('riskAssessment.controls.stopped') : t(`riskAssessment.controls.effect.${effect}`);

/** The municipality's controls of the threat: selected ones, and a search. */
export function ControlPicker(props: { controls: readonly Control[]; onChange: (controls: Control[]) => void }) {
  const { controls, onChange } = props;
  const [q, setQ] = useState('');
  const enough = q.length >= fewestLetters;
  const names = useView('GET /api/control-names', { query: { q } }, { enabled: enough, keepPrevious: true });
  const found = enough ? names.data?.controls.filter((one) => controls.every(({ key }) => key !== one.key)) : undefined;
  return (
    <div className={styles.assessControls} role="group" aria-label={t('riskAssessment.controls.label')}>
      <p className={styles.assessLabel}>{t('riskAssessment.controls.label')}</p>
      {controls.length > 0 && (
        <ul className={styles.assessChips}>
          {controls.map((control) => (
            <li key={control.key}>
              <span>
                {control.title} <span className="quiet">({effectText(control)})</span>
              </span>
              <Button
                size="small"
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={t('riskAssessment.controls.remove', { title: control.title })}
                onClick={() => onChange(controls.filter(({ key }) => key !== control.key))}
              />
            </li>
          ))}
        </ul>
      )}
      {controls.length < most && <SearchField label={t('riskAssessment.controls.search')} value={q} onSearch={setQ} />}
      <p role="status" className={found?.length === 0 ? 'quiet' : 'hidden'}>
        {found?.length === 0 && t('riskAssessment.controls.nothing', { text: q })}
        {found && found.length > 0 && t('common.table.found', { count: found.length })}
      </p>
      {found && found.length > 0 && (
        <ul className={styles.assessFound} data-part="assess-found">
          {found.map((control) => (
            <li key={control.key}>
              <button
                type="button"
                onClick={() => {
                  setQ('');
                  onChange([...controls, control]);
                }}
              >
                {control.title} <span className="quiet">({effectText(control)})</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ActFailed error={names.error} />
    </div>
  );
}
