import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { t } from '../../shared/texts/texts.ts';
import styles from './Downtime.module.css';

/** Whether the accepted downtime was met, by icon and words; nothing without a limit. */
export function KeptTag({ kept }: { kept: boolean | undefined }) {
  if (kept === undefined) return null;
  const Icon = kept ? CheckmarkCircleRegular : ErrorCircleRegular;
  return (
    <span className={kept ? `${styles.keptTag} ${styles.keptYes}` : `${styles.keptTag} ${styles.keptNo}`}>
      <Icon aria-hidden /> {t(kept ? 'downtime.record.keptWords' : 'downtime.record.brokenWords')}
    </span>
  );
}
