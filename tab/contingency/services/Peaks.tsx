import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';
import { monthName } from './months.ts';
import styles from './Services.module.css';

type Peak = ServiceView['peaks'][number];

/** Busy periods with a shorter limit, in words. */
export const Peaks = ({ peaks }: { peaks: readonly Peak[] }) => (
  <ul className={styles.serviceNeeded}>
    {peaks.map((peak) => (
      <li key={`${peak.title} ${peak.months.join(' ')} ${peak.days?.from ?? ''}`}>
        <p>{peak.title}</p>
        <p className="quiet">{peakInWords(peak)}</p>
      </li>
    ))}
  </ul>
);

export const peakInWords = ({ months, days, mtd }: Omit<Peak, 'title'>): string =>
  [
    months.length === 0 ? t('criticalServices.peak.everyMonth') : months.map(monthName).join(', '),
    ...(days ? [t('criticalServices.peak.days', days)] : []),
    ...(mtd === undefined ? [] : [t('criticalServices.peak.atMost', { time: asHours(mtd) })]),
  ].join(' · ');
