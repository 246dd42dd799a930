import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import type { PlanVersionView, PlanView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { DownloadButton } from '../../shared/ui/DownloadButton.tsx';
import { planPath } from '../shared/contingency-paths.ts';
import { useDocument } from './usePlan.ts';

export type Asking = 'submit' | 'renew' | 'retire';

/** Print first, for use during downtime; then the editors' actions. */
export function PlanActions(props: { plan: PlanView; version: PlanVersionView; onAsk: (asking: Asking) => void }) {
  const { plan, version, onAsk } = props;
  const { abilities, current, coming } = plan;
  const file = useDocument(plan.key, version.key);
  return (
    <>
      {abilities.retire && (
        <Button appearance="subtle" onClick={() => onAsk('retire')}>
          {t('contingencyPlans.retire.button')}
        </Button>
      )}
      {abilities.edit && !coming && (
        <ButtonLink to={`${planPath(plan.key)}/edit`}>{t('contingencyPlans.coming.again')}</ButtonLink>
      )}
      {abilities.renew && (
        <Button
          {...(current?.state === 'expired' ? { appearance: 'primary' as const } : {})}
          onClick={() => onAsk('renew')}
        >
          {t('contingencyPlans.renew.button')}
        </Button>
      )}
      <Button icon={<PrintRegular />} onClick={() => print()}>
        {t('common.word.print')}
      </Button>
      {abilities.print && (
        <DownloadButton file={file} busyText={t('contingencyPlans.read.pdfWorking')}>
          {t('common.word.pdf')}
        </DownloadButton>
      )}
    </>
  );
}
