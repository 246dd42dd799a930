import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { t } from '../../shared/texts/texts.ts';

/** Whether the accepted downtime was kept, by icon and words; nothing when there was none to keep. */
export function KeptTag({ kept }: { kept: boolean | undefined }) {
  if (kept === undefined) return null;
  const Icon = kept ? CheckmarkCircleRegular : ErrorCircleRegular;
  return (
    <span className={kept ? 'kept-tag kept-yes' : 'kept-tag kept-no'}>
      <Icon aria-hidden /> {t(kept ? 'downtime.record.keptWords' : 'downtime.record.brokenWords')}
    </span>
  );
}
