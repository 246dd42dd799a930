import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { useMe } from '../../shared/me.ts';
import { asDate, asMoment, t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { Person } from '../../shared/ui/Person.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { servicePath } from '../shared/contingency-paths.ts';
import { asHours } from '../shared/hours.ts';
import { FigureCards } from './FigureCards.tsx';
import { GapSteps } from './GapSteps.tsx';
import { ImpactCurve } from './ImpactCurve.tsx';
import { Needed } from './Needed.tsx';
import { Peaks } from './Peaks.tsx';
import { ServiceAcceptance } from './ServiceAcceptance.tsx';
import { useNamedPart } from './useNamedPart.ts';
import { useReinstate, useRetire, useReviewed, useService } from './useService.ts';
import { atMost } from '../../shared/forms/field-rules.ts';
import styles from './Services.module.css';

const fewest = 3;

/** One service: accepted downtime, impact, dependencies, and acceptance. */
export function ServicePage() {
  const service = useService();
  return <Viewed view={service}>{(view) => <Service service={view} key={view.key} />}</Viewed>;
}

function Service({ service }: { service: ServiceView }) {
  useNamedPart();
  const me = useMe();
  // An owner without a role sees the own service, and no links to the rest.
  const seesAll = me.data?.abilities.seeRisks === true;
  const { title, mtd, gaps, state } = service;
  return (
    <Page
      title={
        mtd === undefined
          ? t('criticalServices.one.unknown', { title })
          : t('criticalServices.one.answer', { title, time: asHours(mtd) })
      }
      above={<Above service={service} />}
      back={
        seesAll
          ? { to: '/contingency/services', page: t('criticalServices.title') }
          : { to: '/', page: t('common.nav.home') }
      }
      actions={<Actions service={service} />}
    >
      {seesAll && <ContingencyNav />}
      {state === 'retired' && (
        <Notice tone="info" title={t('criticalServices.one.isRetired')}>
          <p>{service.retiredReason}</p>
        </Notice>
      )}
      <FigureCards of={service} />
      {gaps.length > 0 && (
        <section className="card" aria-labelledby="service-lacks">
          <h2 className="section-title" id="service-lacks">
            {t('criticalServices.one.gaps', { count: gaps.length })}
          </h2>
          <GapSteps service={service} gaps={gaps} steps={service.abilities.edit} here />
        </section>
      )}
      <Impact service={service} />
      <div className={styles.serviceParts}>
        <Needed service={service} />
        <ServiceAcceptance service={service} />
      </div>
      <Meanwhile service={service} />
      <Review service={service} />
      <div>
        <p className="quiet">
          {t('criticalServices.one.changed', {
            moment: asMoment(service.changedAt),
            name: service.changedBy.name,
          })}
        </p>
        <AsOf freshness={service.freshness} />
      </div>
    </Page>
  );
}

const Above = ({ service: { audience, centre } }: { service: ServiceView }) => (
  <>
    {[
      t('criticalServices.one.above'),
      t(`contingency.audience.${audience}`),
      centre?.title ?? t('common.word.wholeMunicipality'),
    ].join(' · ')}
  </>
);

function Actions({ service }: { service: ServiceView }) {
  const [retiring, setRetiring] = useState(false);
  const reinstate = useReinstate(service);
  const { abilities, state } = service;
  return (
    <>
      {abilities.edit && (
        <ButtonLink to={`${servicePath(service.key)}/edit`}>{t('criticalServices.one.edit')}</ButtonLink>
      )}
      {abilities.retire && state === 'inUse' && (
        <Button onClick={() => setRetiring(true)}>{t('criticalServices.retire.button')}</Button>
      )}
      {abilities.retire && state === 'retired' && (
        <ActButton busy={reinstate.busy} busyText={t('criticalServices.retire.reinstating')} onClick={reinstate.press}>
          {t('criticalServices.retire.reinstate')}
        </ActButton>
      )}
      <ActFailed error={reinstate.error} />
      {abilities.retire && <Retire service={service} open={retiring} onClose={() => setRetiring(false)} />}
    </>
  );
}

function Retire({ service, open, onClose }: { service: ServiceView; open: boolean; onClose: () => void }) {
  const state = useRetire(service, onClose);
  return (
    <FormDialog
      open={open}
      title={t('criticalServices.retire.title', { title: service.title })}
      onClose={onClose}
      state={state}
      button={t('criticalServices.retire.button')}
      busyText={t('criticalServices.retire.working')}
    >
      <Consequence first={t('criticalServices.retire.consequence')} />
      <FormField
        control={state.control}
        name="reason"
        label={t('criticalServices.retire.reason')}
        rows={3}
        rules={{
          validate: (text) => text.trim().length >= fewest || t('criticalServices.retire.why'),
          ...atMost(500),
        }}
      />
    </FormDialog>
  );
}

const Impact = ({ service }: { service: ServiceView }) => (
  <section className="card" aria-labelledby="service-impact">
    <h2 className="section-title" id="service-impact">
      {t('criticalServices.field.impacts')}
    </h2>
    {service.impacts.length === 0 ? (
      <p className="quiet">{t('criticalServices.impact.none')}</p>
    ) : (
      <ImpactCurve service={service} />
    )}
    <Proposed service={service} />
  </section>
);

/** The downtime implied by the impacts, and its conflict with the requested one. */
function Proposed({ service: { proposedMtd, mtd } }: { service: ServiceView }) {
  if (proposedMtd === undefined || proposedMtd === mtd) return null;
  if (mtd === undefined || mtd < proposedMtd)
    return <p>{t('criticalServices.impact.proposed', { time: asHours(proposedMtd) })}</p>;
  const values = { borne: asHours(proposedMtd), asked: asHours(mtd) };
  return <Notice tone="warning" title={t('criticalServices.acceptance.document.contradicts', values)} />;
}

const Meanwhile = ({ service: { description, minimumOperation, peaks, owner } }: { service: ServiceView }) => (
  <section className="card" aria-labelledby="service-meanwhile">
    <h2 className="section-title" id="service-meanwhile">
      {t('criticalServices.one.about')}
    </h2>
    <dl className={styles.serviceFacts}>
      {description && (
        <div>
          <dt>{t('criticalServices.form.description')}</dt>
          <dd className={styles.serviceText}>{description}</dd>
        </div>
      )}
      <div>
        <dt>{t('criticalServices.field.minimumOperation')}</dt>
        <dd className={styles.serviceText}>{minimumOperation || t('criticalServices.unknown')}</dd>
      </div>
      <div>
        <dt>{t('criticalServices.field.peaks')}</dt>
        <dd>{peaks.length === 0 ? t('criticalServices.peak.none') : <Peaks peaks={peaks} />}</dd>
      </div>
      <div>
        <dt>{t('criticalServices.form.owner')}</dt>
        <dd>{owner ? <Person person={owner} /> : t('criticalServices.one.noOwner')}</dd>
      </div>
    </dl>
  </section>
);

/** The latest review, and the button that confirms all. */
function Review({ service }: { service: ServiceView }) {
  const act = useReviewed(service);
  if (service.reviewOn === undefined) return null;
  const dates = { last: asDate(service.reviewedOn), next: asDate(service.reviewOn) };
  return (
    <section className="card" aria-labelledby="service-review">
      <h2 className="section-title" id="service-review" tabIndex={-1}>
        {t('criticalServices.review.title')}
      </h2>
      <p>{t('criticalServices.review.dates', dates)}</p>
      {service.abilities.edit && service.mtd !== undefined && (
        <div className="filters">
          <ActButton busy={act.busy} busyText={t('criticalServices.review.working')} onClick={act.press}>
            {t('criticalServices.review.holds')}
          </ActButton>
          <Link href={`${servicePath(service.key)}/edit`}>{t('criticalServices.review.change')}</Link>
        </div>
      )}
      <ActFailed error={act.error} />
    </section>
  );
}
