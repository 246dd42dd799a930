import { Button } from '@fluentui/react-components';
import type { PackHistory } from '../../../api/contingency/contract.ts';
import { dayOf } from '../../../api/texts/format.ts';
import { useView } from '../../shared/api/queries.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { AskDialog } from '../../shared/ui/AskDialog.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import styles from './Packs.module.css';

/** Every pack of a centre with its changes, and its places. */
export function HistoryDialog({ centreId, onClose }: { centreId: string; onClose: () => void }) {
  const view = useView('GET /api/contingency/packs/:centreId/history', { params: { centreId } });
  return (
    <AskDialog
      open
      title={t('offlinePacks.history.title', { centre: view.data?.centre.title ?? '' })}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <Viewed view={view} part>
        {(history) => <History history={history} />}
      </Viewed>
    </AskDialog>
  );
}

function History({ history: { packs, placements } }: { history: PackHistory }) {
  return (
    <>
      <h3>{t('offlinePacks.history.packs')}</h3>
      <ul className={styles.packHistory}>
        {packs.map(({ key, number, madeAt, code, changes }) => (
          <li key={key}>
            <strong>{t('offlinePacks.row.pack', { number, date: asDate(dayOf(madeAt)) })}</strong>{' '}
            <span className="quiet">{t('offlinePacks.row.code', { code })}</span>
            <ul>
              {changes.map(({ title, what }) => (
                <li key={`${what} ${title}`}>{t(`offlinePacks.change.${what}`, { title })}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <h3>{t('offlinePacks.history.placements')}</h3>
      {placements.length === 0 && <p>{t('offlinePacks.history.noPlacements')}</p>}
      <ul className={styles.packHistory}>
        {placements.map(({ place, placedOn, number, by, at }) => (
          <li key={at}>
            {t('offlinePacks.history.line', { place, date: asDate(placedOn), number: number ?? '', name: by.name })}
          </li>
        ))}
      </ul>
    </>
  );
}
