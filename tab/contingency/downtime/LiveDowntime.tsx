import { Button } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import type { DowntimeView } from '../../../api/contingency/contract.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf } from '../../shared/ui/Viewed.tsx';
import { downtimePath } from '../shared/contingency-paths.ts';
import { Dependants } from './Dependants.tsx';
import type { Asking } from './Dialogs.tsx';
import { Ladder } from './Ladder.tsx';
import { LogBox } from './LogBox.tsx';
import { Procedures } from './Procedures.tsx';
import { Related } from './Related.tsx';
import { Stopwatch } from './Stopwatch.tsx';
import { useClock } from './useClock.ts';
import { WhomToCall } from './WhomToCall.tsx';
import { asLength, hitWords, minutesOf } from './words.ts';
import styles from './Downtime.module.css';

/** A running downtime: clock, time left for each service, contacts and steps. */
export function LiveDowntime({
  downtime,
  receivedAt,
  onAsk,
}: {
  downtime: DowntimeView;
  receivedAt: number;
  onAsk: (what: Asking) => void;
}) {
  const now = useClock(downtime.now, receivedAt);
  const { startedAt, reportedBy, services, centres, dependants, note, told, abilities } = downtime;
  return (
    <Page
      title={t('downtime.live.title', { title: downtime.title })}
      lead={<p>{answerOf(downtime, now)}</p>}
      back={{ to: '/contingency/downtime', page: t('downtime.title') }}
    >
      <div className={styles.downtimeParts}>
        <section className={`card ${styles.downtimeClock}`} aria-label={t('downtime.title')}>
          <Stopwatch startedAt={startedAt} now={now} />
          <p>{t('downtime.live.since', { moment: asMoment(startedAt), name: reportedBy.name })}</p>
          <p>{hitWords(services, centres.length)[0]}</p>
          <p className="quiet">{t('downtime.live.told', { count: told })}</p>
          {note && <p className={styles.downtimeText}>{note}</p>}
          {abilities.keep && <Acts downtime={downtime} onAsk={onAsk} />}
        </section>
        <Related related={downtime.related} />
        <section className="card" aria-labelledby="downtime-ladder">
          <h2 className="section-title" id="downtime-ladder">
            {t('downtime.live.ladder')}
          </h2>
          {services.length > 1 && <p className="section-text">{t('downtime.live.ladderText')}</p>}
          <Ladder services={services} now={now} />
          <Dependants
            title={t('downtime.live.dependants')}
            text={t('downtime.live.dependantsText', { count: dependants.length })}
            dependants={dependants}
          />
        </section>
        <WhomToCall downtime={downtime} />
        <Procedures downtime={downtime} />
        <LogBox downtime={downtime} />
        <AsOf freshness={downtime.freshness} />
      </div>
    </Page>
  );
}

/** `Ældreplejen skal køre igen om 2 timer.` */
function answerOf(downtime: DowntimeView, now: number): string {
  const least = leastLeft(downtime);
  if (!least) return t('downtime.live.answerNone');
  const minutes = minutesOf(now, Date.parse(least.until));
  const past = now > Date.parse(least.until);
  return t(past ? 'downtime.live.answerPast' : 'downtime.live.answerLeft', {
    title: least.title,
    length: asLength(Math.abs(minutes)),
  });
}

const Acts = ({ downtime, onAsk }: { downtime: DowntimeView; onAsk: (what: Asking) => void }) => (
  <div className="filters">
    <ButtonLink
      to={`${downtimePath(downtime.key)}?step=close`}
      appearance="primary"
      size="large"
      icon={<CheckmarkCircleRegular />}
    >
      {t('downtime.live.over')}
    </ButtonLink>
    <Button size="large" onClick={() => onAsk('correct')}>
      {t('downtime.live.correct')}
    </Button>
    <Button size="large" onClick={() => onAsk('alarm')}>
      {t('downtime.live.alarm')}
    </Button>
  </div>
);

/** What must be up first, and when: the service with least time, or the system itself if less. */
export function leastLeft({
  services: [first],
  title,
  limit,
}: Pick<DowntimeView, 'services' | 'title' | 'limit'>): { title: string; until: string } | undefined {
  if (first?.limit && (!limit || first.limit.hours <= limit.hours))
    return { title: first.title, until: first.limit.until };
  return limit && { title, until: limit.until };
}
