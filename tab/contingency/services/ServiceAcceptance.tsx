import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { AskDialog } from '../../shared/ui/AskDialog.tsx';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { FigureCards } from './FigureCards.tsx';
import { useAskAcceptance } from './useService.ts';
import styles from './Services.module.css';

/** Who has accepted the downtime and why, or the request's outcome, with a button. */
export function ServiceAcceptance({ service }: { service: ServiceView }) {
  const [asking, setAsking] = useState(false);
  const { accepted, abilities, mtdReason } = service;
  const names = (accepted.by ?? []).map(({ name }) => name).join(', ');
  return (
    <section className="card" aria-labelledby="service-acceptance">
      <div className="section-head">
        <h2 className="section-title" id="service-acceptance" tabIndex={-1}>
          {t('criticalServices.acceptance.title')}
        </h2>
        {abilities.askAcceptance && (
          <Button appearance="primary" onClick={() => setAsking(true)}>
            {t(accepted.state === 'none' ? 'criticalServices.acceptance.ask' : 'criticalServices.acceptance.askAgain')}
          </Button>
        )}
      </div>
      <p>
        <strong>{t(`criticalServices.acceptance.state.${accepted.state}`)}</strong>
        {names && accepted.on && ` · ${t('criticalServices.acceptance.by', { names, date: asDate(accepted.on) })}`}
      </p>
      <p className="section-text">{t(`criticalServices.acceptance.about.${accepted.state}`)}</p>
      {accepted.outdated && <p>{t('criticalServices.acceptance.outdated')}</p>}
      {mtdReason && (
        <div>
          <h3 className="card-title">{t('criticalServices.field.mtdReason')}</h3>
          <p className={styles.serviceText}>{mtdReason}</p>
        </div>
      )}
      {accepted.requestKey && (
        <Link href={`/approvals/${encodeURIComponent(accepted.requestKey)}`}>
          {t('criticalServices.acceptance.see')}
        </Link>
      )}
      {abilities.askAcceptance && <Ask service={service} open={asking} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Ask({ service, open, onClose }: { service: ServiceView; open: boolean; onClose: () => void }) {
  const act = useAskAcceptance(service, onClose);
  return (
    <AskDialog
      open={open}
      title={t('criticalServices.acceptance.ask')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <ActButton
            appearance="primary"
            busy={act.busy}
            busyText={t('criticalServices.acceptance.sending')}
            onClick={act.press}
          >
            {t('criticalServices.acceptance.send')}
          </ActButton>
        </>
      }
    >
      <Consequence first={wayOf(service)}>
        <p>{t('criticalServices.acceptance.rule')}</p>
      </Consequence>
      <FigureCards of={service} />
      <ActFailed error={act.error} />
    </AskDialog>
  );
}

/** The approver, in words; the API has the final say. */
function wayOf({ centre, mtd, settings }: ServiceView): string {
  if (!centre) return t('criticalServices.acceptance.way.committee');
  const isVital = mtd !== undefined && mtd <= settings.vitalWithin;
  return t(isVital ? 'criticalServices.acceptance.way.both' : 'criticalServices.acceptance.way.manager', {
    centre: centre.title,
  });
}
