import { Button } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { t } from '../texts/texts.ts';
import styles from './Pages.module.css';

/** Pagination of a long list, with the current position. */
export function Pages(props: { offset: number; limit: number; total: number; onMove: (offset: number) => void }) {
  const { offset, limit, total } = props;
  if (total <= limit) return null;
  return (
    <div className={styles.pages}>
      <Button
        icon={<ChevronLeftRegular />}
        disabledFocusable={offset === 0}
        aria-label={t('common.table.previous')}
        onClick={() => props.onMove(Math.max(0, offset - limit))}
      />
      <span role="status">
        {t('common.table.page', { from: offset + 1, to: Math.min(total, offset + limit), total })}
      </span>
      <Button
        icon={<ChevronRightRegular />}
        disabledFocusable={offset + limit >= total}
        aria-label={t('common.table.next')}
        onClick={() => props.onMove(offset + limit)}
      />
    </div>
  );
}
