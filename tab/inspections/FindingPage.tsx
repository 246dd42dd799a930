import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { FindingView } from '../../api/inspections/contract.ts';
import { dayOf } from '../../api/texts/format.ts';
import { ImprovementsPart } from '../contingency/exercises/parts/ImprovementsPart.tsx';
import { Collect } from '../governance/parts/Collect.tsx';
import { useView } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { CauseDialog, RecheckDialog, RiskDialog } from './FindingActs.tsx';
import { FindingDialog } from './FindingDialog.tsx';
import { FindingTags } from './FindingsPart.tsx';
import { visitPath } from './words.ts';
import styles from './Inspections.module.css';

/** One finding: observation and criterion, measures, and their effect. */
export function FindingPage() {
  const { findingKey = '' } = useParams<{ findingKey: string }>();
  const view = useView('GET /api/inspection-findings/:findingKey', { params: { findingKey } });
  return <Viewed view={view}>{(finding) => <Finding finding={finding} key={finding.key} />}</Viewed>;
}

function Finding({ finding }: { finding: FindingView }) {
  const { key, actions, abilities, inspection } = finding;
  const [asked, setAsked] = useState<'change' | 'cause' | 'recheck' | 'risk'>();
  const close = () => setAsked(undefined);
  return (
    <Page
      title={finding.title}
      above={<FindingTags finding={finding} />}
      lead={finding.seen}
      back={{ to: visitPath(inspection.key), page: inspection.title }}
      actions={
        <>
          <Collect
            what={{ path: `/inspections/findings/${encodeURIComponent(key)}`, title: finding.title }}
            title={finding.title}
          />
          {abilities.raiseRisk && <Button onClick={() => setAsked('risk')}>{t('inspectionPages.risk.act')}</Button>}
          {abilities.edit && <Button onClick={() => setAsked('change')}>{t('inspectionPages.findings.change')}</Button>}
          {abilities.explain && !abilities.edit && (
            <Button onClick={() => setAsked('cause')}>{t('inspectionPages.cause.act')}</Button>
          )}
          {abilities.recheck && (
            <Button appearance="primary" onClick={() => setAsked('recheck')}>
              {t('inspectionPages.recheck.act')}
            </Button>
          )}
        </>
      }
    >
      {finding.notYou && <Notice tone="info">{t(`inspectionPages.recheck.${finding.notYou}`)}</Notice>}
      <Facts finding={finding} />
      <ImprovementsPart
        of={{ key, improvementList: actions, abilities: { improve: abilities.act } }}
        title={t('inspectionPages.actions')}
      />
      <Rechecks finding={finding} />
      {asked === 'change' && <ChangeDialog finding={finding} onClose={close} />}
      {asked === 'cause' && <CauseDialog finding={finding} onClose={close} />}
      {asked === 'recheck' && <RecheckDialog finding={finding} onClose={close} />}
      {asked === 'risk' && <RiskDialog finding={finding} onClose={close} />}
    </Page>
  );
}

/** With the visit's items, one of which it may refer to. */
function ChangeDialog({ finding, onClose }: { finding: FindingView; onClose: () => void }) {
  const { key } = finding.inspection;
  const visit = useView('GET /api/inspections/:inspectionKey', { params: { inspectionKey: key } });
  return (
    <Viewed view={visit}>
      {({ items }) => <FindingDialog visit={{ key, items }} finding={finding} onClose={onClose} />}
    </Viewed>
  );
}

function Facts({ finding }: { finding: FindingView }) {
  const lines = [
    [t('inspections.report.unit'), finding.centre.title],
    [t('inspections.report.criterion'), finding.criterion],
    [t('inspectionPages.seen.sample'), finding.sample],
    [t('inspections.report.how'), t(`inspections.method.${finding.method}`)],
    [t('inspections.report.cause'), finding.cause || t('inspectionPages.cause.none')],
  ] as const;
  return (
    <section className="card" aria-label={t('inspections.report.about')}>
      <dl className={styles.particulars}>
        {lines.map(([label, text]) =>
          text === '' ? null : (
            <div key={label} className={styles.particular}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
        {finding.risk && (
          <div className={styles.particular}>
            <dt>{t('inspectionPages.risk.raised')}</dt>
            <dd>
              <Link href={finding.risk.path}>{finding.risk.title}</Link>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Rechecks({ finding: { rechecks, closedAt, closedBy } }: { finding: FindingView }) {
  if (rechecks.length === 0) return null;
  return (
    <section className="card" aria-labelledby="finding-rechecks">
      <h2 className="section-title" id="finding-rechecks">
        {t('inspections.report.recheck')}
      </h2>
      <ul className={styles.items}>
        {rechecks.map(({ at, by, effect, note }) => (
          <li key={at} className={styles.item}>
            <h3 className="card-title">{t(`inspections.effect.${effect}`)}</h3>
            <p>{note}</p>
            <p className="quiet">{t('inspectionPages.recheck.by', { name: by.name, date: asDate(dayOf(at)) })}</p>
          </li>
        ))}
      </ul>
      {closedAt && closedBy && (
        <p>{t('inspectionPages.recheck.closed', { name: closedBy.name, date: asDate(dayOf(closedAt)) })}</p>
      )}
    </section>
  );
}
