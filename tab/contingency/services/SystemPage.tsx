import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ContinuityView, FigureView } from '../../../api/critical-services/contract.ts';
import { useView } from '../../shared/api/queries.ts';
import { useMe } from '../../shared/me.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { continuityPath, servicePath } from '../shared/contingency-paths.ts';
import { asHours } from '../shared/hours.ts';
import { restorePlan } from '../plans/parts/restore-plan.ts';
import { RecoveryDialog } from './RecoveryDialog.tsx';
import { SystemGaps } from './SystemGaps.tsx';
import { useSystem } from './useSystem.ts';
import { VitalPart } from './VitalPart.tsx';
import { figures } from './words.ts';
import styles from './Services.module.css';

/** One system: required recovery and its decider, its capability, and the services that need it. */
export function SystemPage() {
  const system = useSystem();
  return <Viewed view={system}>{(view) => <System view={view} key={view.asset.key} />}</Viewed>;
}

function System({ view }: { view: ContinuityView }) {
  const [editing, setEditing] = useState(false);
  const me = useMe();
  const seesAll = me.data?.abilities.seeRisks === true;
  const { asset } = view;
  const assetPage = `/risks/assets/${encodeURIComponent(asset.key)}`;
  return (
    <Page
      title={answerOf(view)}
      above={t(`risks.kind.${asset.kind}`)}
      back={{ to: assetPage, page: asset.title }}
      actions={
        view.abilities.edit && (
          <Button appearance="primary" onClick={() => setEditing(true)}>
            {t('criticalServices.system.edit')}
          </Button>
        )
      }
    >
      {seesAll && <ContingencyNav />}
      <SystemGaps view={view} overview={seesAll} onEdit={() => setEditing(true)} />
      <Figures view={view} />
      <div className={styles.serviceParts}>
        <NeededBy view={view} />
        <VitalPart view={view} />
        {asset.kind === 'system' && <Restore assetKey={asset.key} />}
      </div>
      {editing && <RecoveryDialog view={view} onClose={() => setEditing(false)} />}
      <div>
        {view.recovery.changedAt && view.recovery.changedBy && (
          <p className="quiet">
            {t('criticalServices.one.changed', {
              moment: asMoment(view.recovery.changedAt),
              name: view.recovery.changedBy.name,
            })}
          </p>
        )}
        <AsOf freshness={view.freshness} />
      </div>
    </Page>
  );
}

function answerOf({ asset: { title, retired }, mtd }: ContinuityView): string {
  if (retired) return t('criticalServices.system.retired', { title });
  return mtd
    ? t('criticalServices.one.answer', { title, time: asHours(mtd.hours) })
    : t('criticalServices.system.noFigure', { title });
}

/** Its restore plan; only systems in use have one. */
function Restore({ assetKey }: { assetKey: string }) {
  const { data } = useView('GET /api/assets/:assetKey', { params: { assetKey } });
  if (!data || data.state === 'retired') return null;
  return <restorePlan.Part system={{ key: assetKey, ownerId: data.owner?.id }} />;
}

/** Requirement and capability. */
function Figures({ view }: { view: ContinuityView }) {
  const { recovery } = view;
  const can = {
    mtd: t(`contingency.redundancy.${recovery.redundancy}`),
    rto:
      recovery.promise === undefined
        ? undefined
        : t('criticalServices.system.promise', { time: asHours(recovery.promise) }),
    rpo:
      recovery.backup === undefined
        ? undefined
        : t('criticalServices.system.backup', { time: asHours(recovery.backup) }),
  };
  return (
    <section className="card" aria-labelledby="system-figures">
      <h2 className="section-title" id="system-figures">
        {t('criticalServices.system.figures')}
      </h2>
      <dl className={styles.figureCards}>
        {figures.map((name) => {
          const figure = view[name];
          return (
            <div key={name} className={styles.figureCard}>
              <dt>{t(`contingency.figure.${name}`)}</dt>
              <dd className={styles.figureValue}>{figure ? asHours(figure.hours) : t('criticalServices.unknown')}</dd>
              <dd className="quiet">{figure && <From figure={figure} self={view.asset.key} />}</dd>
              <dd>
                <strong>{t('criticalServices.system.can')}:</strong> {can[name] ?? t('criticalServices.unknown')}
              </dd>
            </div>
          );
        })}
      </dl>
      {recovery.note && <p className={styles.serviceText}>{recovery.note}</p>}
    </section>
  );
}

/** Origin of an inherited figure, and its path. */
function From({ figure: { decidedBy, through }, self }: { figure: FigureView; self: string }) {
  if (decidedBy.kind === 'asset' && decidedBy.asset.key === self) return t('criticalServices.system.own');
  return (
    <>
      {t('criticalServices.system.from')}{' '}
      {decidedBy.kind === 'service' ? (
        <Link href={servicePath(decidedBy.service.key)}>{decidedBy.service.title}</Link>
      ) : (
        <Link href={continuityPath(decidedBy.asset.key)}>{decidedBy.asset.title}</Link>
      )}
      {through.map(({ key, title }) => (
        <span key={key}>
          {' → '}
          <Link href={continuityPath(key)}>{title}</Link>
        </span>
      ))}
    </>
  );
}

const NeededBy = ({ view: { services } }: { view: ContinuityView }) => (
  <section className="card" aria-labelledby="system-services">
    <h2 className="section-title" id="system-services">
      {t('criticalServices.system.services')}
    </h2>
    {services.length === 0 ? (
      <p className="quiet">{t('criticalServices.system.noServices')}</p>
    ) : (
      <ul className={styles.serviceNeeded}>
        {services.map(({ key, title, mtd, direct, centre }) => (
          <li key={key}>
            <Link href={servicePath(key)}>{title}</Link>
            <p className="quiet">
              {[
                mtd === undefined
                  ? t('criticalServices.unknown')
                  : t('criticalServices.needs.figure', { time: asHours(mtd) }),
                centre ?? t('common.word.wholeMunicipality'),
                ...(direct ? [] : [t('criticalServices.system.indirect')]),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    )}
  </section>
);
