import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { RequirementRow } from '../../api/standards/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { AskDialog } from '../shared/ui/AskDialog.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { ControlTag } from './ControlTag.tsx';
import styles from '../shared/ui/FoundList.module.css';

/** Links an existing control to a requirement: those suggested by the crosswalk, and a search for others. */
export function LinkControlDialog({ row, onClose }: { row: RequirementRow | undefined; onClose: () => void }) {
  return (
    <AskDialog
      open={row !== undefined}
      title={row ? t('standards.crosswalk.linkTo', { ref: row.ref, title: row.title }) : ''}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      {row && <Choose row={row} onClose={onClose} />}
    </AskDialog>
  );
}

function Choose({ row, onClose }: { row: RequirementRow; onClose: () => void }) {
  const [q, setQ] = useState('');
  const proposed = useView('GET /api/controls-for-requirement', { query: { requirementKey: row.key } });
  const names = useView('GET /api/control-names', { query: { q } }, { enabled: q !== '', keepPrevious: true });
  const act = useAct('POST /api/controls/:controlKey/requirements');
  const tied = new Set(row.controls.map(({ key }) => key));
  const found = (q === '' ? proposed.data : names.data)?.controls.filter(({ key }) => !tied.has(key));
  const link = (controlKey: string, title: string) =>
    act.mutate(
      { params: { controlKey }, body: { requirementKey: row.key } },
      {
        onSuccess: () => {
          notify(t('standards.crosswalk.linked', { title, ref: row.ref }));
          onClose();
        },
      },
    );
  return (
    <>
      <SearchField label={t('standards.crosswalk.search')} value={q} onSearch={setQ} />
      <p role="status">
        {found?.length === 0 ? t('standards.crosswalk.none') : q === '' && t('standards.crosswalk.proposed')}
      </p>
      {found && found.length > 0 && (
        <ul className={styles.foundList} data-part="found-list">
          {found.map((control) => (
            <li key={control.key}>
              <button type="button" disabled={act.isPending} onClick={() => link(control.key, control.title)}>
                {control.title} <ControlTag control={control} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ActFailed error={act.error ?? proposed.error ?? names.error} />
    </>
  );
}
