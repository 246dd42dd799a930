import { mergeClasses } from '@fluentui/react-components';
import type { RequirementStatus } from '../../api/standards/contract.ts';
import { t } from '../shared/texts/texts.ts';
import styles from './Standards.module.css';

/** The icon of a status: fuller is better; distinct without colour. */
export const StatusMark = ({ status }: { status: RequirementStatus }) => (
  <svg className={mergeClasses(styles.standingMark, styles[`standing-${status}`])} viewBox="0 0 16 16" aria-hidden>
    {status === 'deselected' ? <path d="M3 8h10" /> : <circle cx="8" cy="8" r="6" />}
    {status === 'met' && <path className={styles.standingTick} d="M5 8.2 7.2 10.4 11 6" />}
    {status === 'partly' && <path className={styles.standingFill} d="M8 2a6 6 0 0 1 0 12z" />}
    {status === 'planned' && <circle className={styles.standingFill} cx="8" cy="8" r="2.4" />}
    {status === 'gap' && <path d="M5.6 5.6 10.4 10.4M10.4 5.6 5.6 10.4" />}
  </svg>
);

/** A requirement's status, as an icon and in words. */
export const StatusTag = ({ status }: { status: RequirementStatus }) => (
  <span className={styles.standingTag}>
    <StatusMark status={status} />
    {t(`standards.standing.${status}`)}
  </span>
);
