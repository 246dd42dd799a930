import { Button } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { OwnPlans } from '../contingency/mine/parts/OwnPlans.tsx';
import { asMoment, t } from '../shared/texts/texts.ts';
import { Page } from '../shared/ui/Page.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { cachedPocket, type CachedPocket } from '../shared/offline/cached-pocket.ts';

/** Shown offline: a calm message, and the plans on the device; without any, the page itself. */
export function OfflinePage({ retry, children }: { retry: () => void; children: ReactNode }) {
  const [kept, setKept] = useState<CachedPocket | 'none'>();
  useEffect(() => {
    void cachedPocket().then((found) => setKept(found ?? 'none'));
  }, []);
  if (!kept) return <Skeleton title />;
  if (kept === 'none') return children;
  return (
    <Page
      title={t('pocket.apart.title')}
      lead={<p>{`${t('pocket.apart.text')} ${t('pocket.kept.at', { moment: asMoment(kept.at) })}`}</p>}
      actions={
        <Button appearance="primary" onClick={retry}>
          {t('common.retry')}
        </Button>
      }
    >
      <OwnPlans pocket={kept.pocket} />
    </Page>
  );
}
