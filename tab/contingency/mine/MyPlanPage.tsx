import { useParams } from 'wouter';
import { asDate, asMoment, t } from '../../shared/texts/texts.ts';
import type { PocketPlan } from '../../../api/contingency/contract.ts';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { asHours } from '../shared/hours.ts';
import { AsOfPocket } from './KeptNotice.tsx';
import { OwnPart } from './OwnPart.tsx';
import { PlanSheet } from './PlanSheet.tsx';
import { minePath } from './plan-path.ts';
import { usePocket, type Pocket } from './usePocket.ts';

/** One plan, the first hour first: read in a hurry, on a phone, possibly offline. */
export function MyPlanPage() {
  const { planKey } = useParams<{ planKey: string }>();
  const mine = usePocket();
  if (!mine.pocket) return <Viewed view={mine.view}>{() => null}</Viewed>;
  const plan = mine.pocket.plans.find(({ key }) => key === decodeURIComponent(planKey));
  return plan ? <OwnPlan plan={plan} mine={mine} /> : <Gone mine={mine} />;
}

const back = () => ({ to: minePath, page: t('pocket.title') });

function OwnPlan({ plan, mine }: { plan: PocketPlan; mine: Pocket }) {
  const { title, asset, mtd, down, number, validFrom, expired } = plan;
  const about = [
    title === asset.title ? '' : title,
    mtd === undefined ? '' : t('pocket.mtd', { hours: asHours(mtd) }),
    validFrom ? t('pocket.version', { number, date: asDate(validFrom) }) : '',
  ];
  return (
    <Page title={asset.title} back={back()} lead={<p>{about.filter(Boolean).join(' · ')}</p>}>
      <AsOfPocket {...mine} />
      {down && <Notice tone="warning" title={t('pocket.down', { moment: asMoment(down.since) })} />}
      {expired && (
        <Notice tone="info">
          <p>{t('pocket.expired')}</p>
        </Notice>
      )}
      <OwnPart plan={plan} canConfirm={mine.keptAt === undefined} />
      <PlanSheet plan={plan} />
    </Page>
  );
}

const Gone = ({ mine }: { mine: Pocket }) => (
  <Page title={t('pocket.title')} back={back()}>
    <AsOfPocket {...mine} />
    <Blank
      title={t('pocket.gone.title')}
      text={t('pocket.gone.text')}
      actions={<ButtonLink to={minePath}>{t('pocket.all')}</ButtonLink>}
    />
  </Page>
);
