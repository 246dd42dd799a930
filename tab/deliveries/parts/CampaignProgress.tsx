import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CampaignView } from '../../../api/deliveries/contract.ts';
import { asDuration } from '../../shared/duration.ts';
import { useMe } from '../../shared/me.ts';
import { asCards, asMoment, asNumber, asPercent, t, textOf } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { AskDialog } from '../../shared/ui/AskDialog.tsx';
import { Bar } from '../../shared/ui/Bar.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { countsInOrder, dealtWith, notYet, type StateCount } from './recipient-states.ts';
import { useCampaign } from '../useCampaign.ts';
import styles from './CampaignProgress.module.css';
import writtenVersionStyles from '../../shared/ui/WrittenVersion.module.css';

/** Progress of a version's campaign: answer, pace, recipients by state, and for those permitted the controls. */
export function CampaignProgress({ versionKey }: { versionKey: string }) {
  const campaign = useCampaign(versionKey);
  const shown = campaign.view.data?.campaign;
  if (!shown) return null;
  const done = dealtWith(shown.counts);
  const percent = shown.audience === 0 ? 100 : (done / shown.audience) * 100;
  return (
    <section className="card" aria-labelledby="campaign">
      <div className="section-head">
        <h2 className="card-title" id="campaign">
          {t('deliveries.progress.title')}: {t(`deliveries.progress.${shown.state}`)}
        </h2>
        <Brakes campaign={shown} steer={campaign} />
      </div>
      <p className="card-number">
        {t('deliveries.progress.answer', { done, audience: shown.audience })}{' '}
        <span className={styles.campaignPace}>{paceOf(shown)}</span>
      </p>
      <div
        role="progressbar"
        aria-label={t('deliveries.progress.bar', { percent: asPercent(Math.floor(percent)) })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(percent)}
      >
        <Bar percent={percent} />
      </div>
      <Counts counts={countsInOrder(shown.counts)} versionKey={versionKey} />
      <p className="quiet">
        {t('deliveries.progress.started', { moment: asMoment(shown.startedAt) })}
        {shown.startedBy ? ` · ${shown.startedBy.name}` : ''}. {whatNow(shown)}
      </p>
      <ActFailed error={campaign.error} />
    </section>
  );
}

function paceOf({ ratePerSecond, secondsLeft }: CampaignView): string {
  if (ratePerSecond === undefined || secondsLeft === undefined) return '';
  const rate = t('deliveries.progress.rate', { rate: ratePerSecond });
  return `${rate}, ${t('deliveries.progress.left', { duration: asDuration(secondsLeft) })}.`;
}

function whatNow({ state, stopCode, cardsAt }: CampaignView): string {
  if (cardsAt !== undefined) return asCards(cardsAt);
  switch (state) {
    case 'sending':
      return t('deliveries.progress.leave');
    case 'paused':
      return t('deliveries.progress.pausedText');
    case 'cancelled':
      return t('deliveries.progress.cancelledText');
    case 'stopped':
      return stopText(stopCode);
    case 'finished':
      return '';
  }
}

/** Most codes are Teams' own; the list is not complete. */
const stopText = (code = 'other'): string =>
  textOf(`deliveries.progress.stoppedWhy.${code}`) ?? t('deliveries.progress.stoppedWhy.other');

function Counts({ counts, versionKey }: { counts: readonly StateCount[]; versionKey: string }) {
  const seesPeople = useMe().data?.abilities.seePeople;
  const listOf = (count: StateCount) =>
    count.needsSomebody && seesPeople
      ? '/policy/unreachable'
      : `/policy/coverage?version=${versionKey}&show=missing&sort=delivery`;
  return (
    <ul className={styles.campaignCounts} aria-label={t('deliveries.progress.counts')}>
      {counts.map((count) => (
        <li key={count.state} className={count.needsSomebody ? styles.needsSomebody : undefined}>
          <Link href={listOf(count)}>
            <strong>{asNumber(count.count)}</strong> {textOf(`deliveries.state.${count.state}`) ?? count.state}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Brakes({ campaign, steer }: { campaign: CampaignView; steer: ReturnType<typeof useCampaign> }) {
  const [asking, setAsking] = useState(false);
  const { abilities } = campaign;
  const close = () => setAsking(false);
  return (
    <div className={writtenVersionStyles.versionActions}>
      {abilities.pause && (
        <ActButton busy={steer.busy} busyText={t('deliveries.progress.pause')} onClick={steer.pause}>
          {t('deliveries.progress.pause')}
        </ActButton>
      )}
      {abilities.resume && (
        <ActButton
          appearance="primary"
          busy={steer.busy}
          busyText={t('deliveries.progress.resume')}
          onClick={steer.resume}
        >
          {t('deliveries.progress.resume')}
        </ActButton>
      )}
      {abilities.cancel && (
        <Button appearance="subtle" onClick={() => setAsking(true)}>
          {t('deliveries.progress.cancel')}
        </Button>
      )}
      <AskDialog
        open={asking}
        title={t('deliveries.progress.cancelTitle')}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('deliveries.progress.keep')}</Button>
            <ActButton
              appearance="primary"
              busy={steer.busy}
              busyText={t('deliveries.progress.cancel')}
              onClick={() => steer.cancel(close)}
            >
              {t('deliveries.progress.cancel')}
            </ActButton>
          </>
        }
      >
        <p>{t('deliveries.progress.cancelText', { count: notYet(campaign.counts) })}</p>
      </AskDialog>
    </div>
  );
}
