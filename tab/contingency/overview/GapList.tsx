import type { GapView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import styles from './ContingencyOverviewPage.module.css';

/** Gaps, each with its next step. */
export function GapList(props: { gaps: readonly GapView[]; title: string; ofService?: boolean }) {
  const { gaps, title, ofService = false } = props;
  const none = ofService ? 'contingencyOverview.panel.serviceNoGaps' : 'contingencyOverview.panel.noGaps';
  if (gaps.length === 0) return <p className="card-text">{t(none)}</p>;
  return (
    <>
      <p className={styles.gapsTitle} aria-hidden>
        {t('contingencyOverview.panel.gaps')}
      </p>
      <ul className={styles.gaps} aria-label={t('contingencyOverview.panel.gaps')}>
        {gaps.map((one) => (
          <li key={one.gap}>
            <span>{t(`contingency.gap.${one.gap}`)}</span>
            <Step {...one} title={title} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The next step for a gap. */
export function Step({ gap, path, title, onlySees = false }: GapView & { title: string }) {
  const step = onlySees ? t('contingencyOverview.table.see') : t(`contingencyOverview.step.${gap}`);
  return (
    <ButtonLink to={path} size="small" label={t('contingencyOverview.table.stepOf', { step, title })}>
      {step}
    </ButtonLink>
  );
}
