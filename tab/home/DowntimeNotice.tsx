import { useEffect, useState } from 'react';
import { useView } from '../shared/api/queries.ts';
import { asMoment, loadTexts, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Notice } from '../shared/ui/Notice.tsx';

const everyMilliseconds = 60_000;

/** What is down at my workplace, with the procedure to follow. Renders nothing when nothing is. */
export function DowntimeNotice() {
  const now = useView('GET /api/contingency/now', {}, { every: () => everyMilliseconds });
  const downtimes = now.data?.downtimes ?? [];
  const ready = useTexts(downtimes.length > 0);
  if (!ready || downtimes.length === 0) return null;
  return (
    <section className="section" aria-label={t('downtime.notice.label')}>
      {downtimes.map(({ key, title, since, planPath, path }) => (
        <Notice
          key={key}
          tone="error"
          live
          title={t('downtime.live.title', { title })}
          actions={
            <>
              {planPath && (
                <ButtonLink to={planPath} appearance="primary">
                  {t('downtime.live.openPlan')}
                </ButtonLink>
              )}
              {path && <ButtonLink to={path}>{t('downtime.notice.open')}</ButtonLink>}
            </>
          }
        >
          {t(planPath ? 'downtime.notice.since' : 'downtime.notice.sinceOnly', { moment: asMoment(since) })}
        </Notice>
      ))}
    </section>
  );
}

/** Texts are loaded only when needed. */
function useTexts(wanted: boolean): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    void loadTexts('downtime').then(
      () => !left && setReady(true),
      () => undefined,
    );
    return () => void (left = true);
  }, [wanted]);
  return ready;
}
