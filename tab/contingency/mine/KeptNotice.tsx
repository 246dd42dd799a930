import { Button } from '@fluentui/react-components';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import type { Pocket } from './usePocket.ts';

/** States that it is a copy and its age, or its freshness. */
export function AsOfPocket({ view, pocket, keptAt }: Pocket) {
  if (keptAt === undefined)
    return (
      <Viewed view={view}>
        {() => pocket && <p className="as-of">{t('pocket.asOf', { moment: asMoment(pocket.asOf) })}</p>}
      </Viewed>
    );
  return (
    <Notice
      tone="warning"
      title={t('pocket.kept.title')}
      live
      actions={<Button onClick={() => void view.refetch()}>{t('common.retry')}</Button>}
    >
      <p>
        {t('pocket.kept.at', { moment: asMoment(keptAt) })}{' '}
        {t(navigator.onLine ? 'pocket.kept.silent' : 'pocket.kept.offline')}
      </p>
    </Notice>
  );
}
