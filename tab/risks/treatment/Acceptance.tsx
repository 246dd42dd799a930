import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RiskDetail } from '../../../api/risks/contract.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { ApprovalReasons, ApprovalWay } from '../../shared/ui/ApprovalWay.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { LevelTag } from '../parts/LevelTag.tsx';
import { AcceptanceDialog } from './AcceptanceDialog.tsx';
import styles from './Risk.module.css';

type Asked = RiskDetail['acceptances'][number];
/** States that need action. */
const wants = ['stale', 'expired', 'returned', 'rejected'] as const;

/** Whether the remaining risk is accepted, by whom and until when, with a button to request it. */
export function Acceptance({ risk }: { risk: RiskDetail }) {
  const [asking, setAsking] = useState(false);
  const { state, until } = risk.acceptance;
  const [latest, ...earlier] = risk.acceptances;
  const bad = wants.find((one) => one === state);
  return (
    <section className={`card ${styles.riskPart}`} aria-labelledby="risk-acceptance">
      <div className="section-head">
        <h2 className="section-title" id="risk-acceptance">
          {t('riskTreatment.acceptance.title')}
        </h2>
        {risk.abilities.accept && (
          <Button {...(bad ? { appearance: 'primary' as const } : {})} onClick={() => setAsking(true)}>
            {t(state === 'none' ? 'riskTreatment.acceptance.ask' : 'riskTreatment.acceptance.askAgain')}
          </Button>
        )}
      </div>
      {bad ? (
        <Notice tone="warning" title={t(`risks.acceptance.${bad}`)}>
          <p>{t(`riskTreatment.acceptance.about.${bad}`)}</p>
        </Notice>
      ) : (
        <p>
          <strong>{t(`risks.acceptance.${state}`)}</strong>
          {until && ` · ${t('riskTreatment.acceptance.until', { date: asDate(until) })}`}
        </p>
      )}
      {state === 'none' && <p className="section-text">{t('riskTreatment.acceptance.about.none')}</p>}
      {latest && <Request asked={latest} />}
      {earlier.length > 0 && (
        <details className={styles.riskMore}>
          <summary>{t('riskTreatment.acceptance.earlier', { count: earlier.length })}</summary>
          <div className={styles.riskPart}>
            {earlier.map((asked) => (
              <Request key={asked.approval.requestKey} asked={asked} />
            ))}
          </div>
        </details>
      )}
      {asking && <AcceptanceDialog risk={risk} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Request({ asked: { approval, until, level, reason } }: { asked: Asked }) {
  return (
    <div className={styles.riskRequest}>
      <dl className={`${styles.riskFacts} ${styles.riskFactsBeside}`}>
        {level && (
          <div>
            <dt>{t('riskTreatment.acceptance.level')}</dt>
            <dd>
              <LevelTag level={level} />
            </dd>
          </div>
        )}
        {until && (
          <div>
            <dt>{t('riskTreatment.acceptance.lastDay')}</dt>
            <dd>{asDate(until)}</dd>
          </div>
        )}
        {reason && (
          <div>
            <dt>{t('riskTreatment.acceptance.reason')}</dt>
            <dd>{reason}</dd>
          </div>
        )}
      </dl>
      <ApprovalReasons reasons={approval.reasons} />
      <ApprovalWay way={approval} />
      <Link href={`/approvals/${encodeURIComponent(approval.requestKey)}`}>
        {t('riskTreatment.acceptance.seeApproval')}
      </Link>
    </div>
  );
}
