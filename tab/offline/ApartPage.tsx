import { Button } from '@fluentui/react-button';
import { useEffect, useState } from 'react';
import { OwnPlans } from '../contingency/mine/MinePage.tsx';
import { asMoment, t } from '../shared/texts/texts.ts';
import { Page } from '../shared/ui/Page.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { keptPocket, type KeptPocket } from './kept-pocket.ts';

/** While the API does not answer at all: calmly that it does not, and the plans that lie on the device. */
export function ApartPage({ retry }: { retry: () => void }) {
  const [kept, setKept] = useState<KeptPocket>();
  useEffect(() => {
    void keptPocket().then(setKept);
  }, []);
  if (!kept) return <Skeleton title />;
  const again = (
    <Button appearance="primary" onClick={retry}>
      {t('pocket.apart.retry')}
    </Button>
  );
  const lead = `${t('pocket.apart.text')} ${t('pocket.kept.at', { moment: asMoment(kept.at) })}`;
  return (
    <Page title={t('pocket.apart.title')} lead={<p>{lead}</p>} actions={again}>
      <OwnPlans pocket={kept.pocket} />
    </Page>
  );
}
