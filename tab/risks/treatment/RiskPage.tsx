import { Link, useParams } from 'wouter';
import type { RiskDetail } from '../../../api/risks/contract.ts';
import { Collect } from '../../governance/parts/Collect.tsx';
import { useView } from '../../shared/api/queries.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { recordHistory } from '../../trail/parts/record-history.ts';
import { LevelTag } from '../parts/LevelTag.tsx';
import { assetPath } from '../parts/risk-paths.ts';
import { Acceptance } from './Acceptance.tsx';
import { Actions } from './Actions.tsx';
import { Status } from './Status.tsx';
import { Treatment } from './Treatment.tsx';
import styles from './Risk.module.css';

/** One risk: its level and why, actions, and acceptance of the rest. */
export function RiskPage() {
  const { riskKey = '' } = useParams<{ riskKey: string }>();
  const risk = useView('GET /api/risks/register/:riskKey', { params: { riskKey } });
  return <Viewed view={risk}>{(view) => <Risk key={view.key} risk={view} />}</Viewed>;
}

function Risk({ risk }: { risk: RiskDetail }) {
  return (
    <Page
      title={risk.title}
      above={<Link href={assetPath(risk.asset.key)}>{risk.asset.title}</Link>}
      lead={
        <>
          <p>{answerOf(risk)}</p>
          {risk.description && <p className="quiet">{risk.description}</p>}
        </>
      }
      back={{ to: '/risks/register', page: t('riskTreatment.backTo') }}
      actions={
        risk.stages.current?.level.severity === 1 && (
          <Collect
            what={{ path: `/risks/register/${encodeURIComponent(risk.key)}`, title: risk.title }}
            title={risk.title}
          />
        )
      }
    >
      <div className={styles.riskParts}>
        <Status risk={risk} />
        <Treatment risk={risk} />
        <Actions risk={risk} />
        <Acceptance risk={risk} />
        <History risk={risk} />
        <recordHistory.Part recordKey={risk.key} />
        <AsOf freshness={risk.freshness} />
      </div>
    </Page>
  );
}

/** `Niveauet er Høj nu. Uden kontroller var det Meget høj, og planen skal bringe det til Middel.` */
function answerOf({ stages: { inherent, current, target }, actions, acceptance }: RiskDetail): string {
  if (!current) return t('riskTreatment.answer.none');
  const parts = [t('riskTreatment.answer.now', { level: current.level.word })];
  if (inherent && inherent.level.word !== current.level.word)
    parts.push(t('riskTreatment.answer.before', { level: inherent.level.word }));
  if (target && target.level.word !== current.level.word)
    parts.push(t('riskTreatment.answer.target', { level: target.level.word }));
  if (actions.overdue > 0) parts.push(t('riskTreatment.answer.overdue', { count: actions.overdue }));
  else if (actions.open > 0) parts.push(t('riskTreatment.answer.open', { count: actions.open }));
  if (acceptance.state !== 'none') parts.push(t(`riskTreatment.answer.acceptance.${acceptance.state}`));
  return parts.join(' ');
}

function History({ risk: { history } }: { risk: RiskDetail }) {
  if (history.length === 0) return null;
  return (
    <section className="card" aria-labelledby="risk-history">
      <h2 className="section-title" id="risk-history">
        {t('riskTreatment.history.title')}
      </h2>
      <ol className={styles.riskHistory}>
        {history.map(({ assessmentKey, number, heldOn, stages }) => (
          <li key={assessmentKey}>
            <Link href={`/risks/assessments/${encodeURIComponent(assessmentKey)}`}>
              {t('riskTreatment.history.one', { number })}
            </Link>
            {heldOn && <span className="quiet">{asDate(heldOn)}</span>}
            {stages.current && <LevelTag level={stages.current.level} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
