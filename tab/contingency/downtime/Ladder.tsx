import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DowntimeLimit, HitServiceView } from '../../../api/contingency/contract.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';
import { servicePath } from '../shared/contingency-paths.ts';
import { asLeft, minutesOf } from './words.ts';
import styles from './Downtime.module.css';

const hourLength = 3_600_000;
/** The last quarter of the time is shown as critical. */
const lateShare = 0.75;
const firstShown = 8;

type Tone = 'calm' | 'late' | 'past';
const icons = { calm: CheckmarkCircleRegular, late: WarningRegular, past: ErrorCircleRegular } as const;

const shareOf = ({ hours, until }: DowntimeLimit, now: number): number =>
  hours === 0 ? 1 : (now - (Date.parse(until) - hours * hourLength)) / (hours * hourLength);
function toneOf(limit: DowntimeLimit, now: number): Tone {
  if (now > Date.parse(limit.until)) return 'past';
  return shareOf(limit, now) >= lateShare ? 'late' : 'calm';
}

/** Time left for each service: the shortest first, as a bar and in words. */
export function Ladder({ services, now }: { services: readonly HitServiceView[]; now: number }) {
  const [all, setAll] = useState(false);
  if (services.length === 0) return <p>{t('downtime.live.noServices')}</p>;
  const shown = all ? services : services.slice(0, firstShown);
  const hidden = services.length - shown.length;
  return (
    <>
      <ol className={styles.ladderRows}>
        {shown.map((service) => (
          <Rung key={service.key} service={service} now={now} />
        ))}
      </ol>
      {hidden > 0 && <Button onClick={() => setAll(true)}>{t('downtime.live.more', { count: hidden })}</Button>}
    </>
  );
}

function Rung({ service: { key, title, centre, limit }, now }: { service: HitServiceView; now: number }) {
  const tone = limit ? toneOf(limit, now) : 'calm';
  const Icon = icons[tone];
  return (
    <li className={mergeClasses(styles.ladderRung, styles[`ladder-${tone}`])}>
      <div className={styles.ladderWhat}>
        <Link href={servicePath(key)}>{title}</Link>
        {centre && <span className="quiet">{centre}</span>}
      </div>
      {limit ? (
        <>
          <p className={styles.ladderLeft}>
            <Icon aria-hidden /> {asLeft(minutesOf(now, Date.parse(limit.until)))}
          </p>
          <svg className={styles.ladderBar} aria-hidden>
            <rect className={styles.ladderWhole} width="100%" height="10" rx="4" />
            <rect
              className={styles.ladderUsed}
              width={`${Math.min(100, Math.max(0, shareOf(limit, now) * 100))}%`}
              height="10"
              rx="4"
            />
          </svg>
          <p className="quiet">
            {limitWords(limit)} · {asMoment(limit.until)}
          </p>
        </>
      ) : (
        <p className="quiet">{t('downtime.live.noLimit')}</p>
      )}
    </li>
  );
}

const limitWords = ({ hours, peak }: DowntimeLimit): string =>
  peak === undefined
    ? t('downtime.live.limit', { hours: asHours(hours) })
    : t('downtime.live.limitPeak', { hours: asHours(hours), peak });
