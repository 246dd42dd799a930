import { Button } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { t } from '../../shared/texts/texts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';

/** Rows further down that failed to load, with a retry. */
export function RowsFailed({ failed }: { failed: UseQueryResult | undefined }) {
  if (!failed) return null;
  return (
    <Notice tone="warning" live actions={<Button onClick={() => void failed.refetch()}>{t('common.retry')}</Button>}>
      {t('riskOverview.register.failed')}
    </Notice>
  );
}
