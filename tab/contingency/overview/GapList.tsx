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
        {gaps.map(({ gap, path }) => (
          <li key={gap}>
            <span>{t(`contingency.gap.${gap}`)}</span>
            <Step gap={gap} path={path} title={title} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The next step for a gap. */
export function Step({ gap, path, title }: GapView & { title: string }) {
  const step = t(`contingencyOverview.step.${gap}`);
  return (
    <ButtonLink to={path} size="small" label={t('contingencyOverview.table.stepOf', { step, title })}>
      {step}
    </ButtonLink>
  );
}
