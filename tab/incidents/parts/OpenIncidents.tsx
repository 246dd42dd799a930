import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';

const freshMilliseconds = 15_000;

/** Open incidents of the reader's centres, above all else while unassigned. Nothing for those not notified. */
export function OpenIncidents() {
  const view = useView('GET /api/incidents', { query: { limit: 1 } }, { every: () => freshMilliseconds });
  if (!view.data?.follows) return null;
  const { open, untaken } = view.data.counts;
  const link = <ButtonLink to="/incidents">{t('incidentPages.title')}</ButtonLink>;
  if (open === 0) return <div>{link}</div>;
  return (
    <Notice tone={untaken > 0 ? 'warning' : 'info'} actions={link}>
      {untaken > 0
        ? t('incidentPages.answerUntaken', { count: untaken })
        : t('incidentPages.answerOpen', { count: open })}
    </Notice>
  );
}
