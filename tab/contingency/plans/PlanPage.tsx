import type { PlanVersionView, PlanView } from '../../../api/contingency/contract.ts';
import { useAddress } from '../../shared/address.ts';
import { t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { recordHistory } from '../../trail/parts/record-history.ts';
import { DocumentVersions } from '../../documents/parts/DocumentVersions.tsx';
import { Renewing } from '../../documents/parts/Renewing.tsx';
import { planPath } from '../shared/contingency-paths.ts';
import { PlanStateTag } from './PlanTags.tsx';
import { ComingPlan } from './ComingPlan.tsx';
import { MyPart } from './MyPart.tsx';
import { RenewPlan, RetirePlan, SubmitPlan } from './PlanDialogs.tsx';
import { PlanFacts } from './PlanFacts.tsx';
import { AssetNotice, LeftNotice, PhonesNotice, StateNotice } from './PlanNotices.tsx';
import { PlanParts } from './PlanParts.tsx';
import { PlanTests } from './PlanTests.tsx';
import { ReadPlan } from './ReadPlan.tsx';
import { shownVersion } from '../../shared/shown-version.ts';
import { useOldVersion, usePlan, useDocument } from './usePlan.ts';
import styles from './ReadPlan.module.css';
import { asHours } from '../shared/hours.ts';
import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { DownloadButton } from '../../shared/ui/DownloadButton.tsx';
import { useAsking, type Asking } from '../../documents/parts/useAsking.ts';

/** One plan, to be read in an emergency; and for its editors, to maintain. */
export function PlanPage() {
  const plan = usePlan();
  const { valueOf } = useAddress<'version' | 'act'>();
  return (
    <Viewed view={plan}>
      {(view) => {
        const shown = shownVersion(view, valueOf('version'));
        if (!shown) return null;
        if ('version' in shown) return <Plan key={view.key} plan={view} version={shown.version} />;
        return <OldVersion key={shown.versionKey} plan={view} versionKey={shown.versionKey} />;
      }}
    </Viewed>
  );
}

function OldVersion({ plan, versionKey }: { plan: PlanView; versionKey: string }) {
  const version = useOldVersion(plan.key, versionKey);
  return (
    <Viewed part view={version}>
      {(view) => <Plan plan={plan} version={view} />}
    </Viewed>
  );
}

function Plan({ plan, version }: { plan: PlanView; version: PlanVersionView }) {
  const { kind, asset, centre, current, coming, abilities } = plan;
  const { asking, ask, close } = useAsking(abilities);
  const onItsWay = coming && (
    <ComingPlan plan={plan} coming={coming} reading={version.key === coming.key} onSubmit={() => ask('submit')} />
  );
  return (
    <Page
      title={version.title || asset.title}
      above={[t(`contingency.planKind.${kind}`), asset.title, centre?.title ?? t('contingencyPlans.whole')].join(' · ')}
      back={{ to: '/contingency/plans', page: t('contingencyPlans.sheet.plans') }}
      actions={<PlanActions plan={plan} version={version} onAsk={ask} />}
    >
      <StateNotice plan={plan} version={version} />
      <AssetNotice plan={plan} />
      <LeftNotice plan={plan} version={version} />
      <PlanFigures plan={plan} />
      {!current && onItsWay}
      <ReadPlan plan={plan} version={version}>
        <PhonesNotice plan={plan} version={version} />
        {version.key === current?.key && <MyPart plan={plan} />}
      </ReadPlan>
      <Renewing current={current} title={t('contingencyPlans.read.renewing')} className={styles.planKeeping} />
      {current && onItsWay}
      <div className={styles.planAbout}>
        <PlanFacts plan={plan} version={version} />
        {current && <PlanTests plan={plan} />}
        {current && <PlanParts plan={plan} />}
      </div>
      {plan.versions.length > 1 && (
        <DocumentVersions
          versions={plan.versions}
          path={planPath(plan.key)}
          words={{
            title: t('contingencyPlans.versions.title'),
            number: t('common.word.version'),
            validFrom: t('common.word.inForceFrom'),
          }}
          tag={(state) => <PlanStateTag state={state} />}
          className={styles.planKeeping}
        />
      )}
      <recordHistory.Part recordKey={plan.key} also={version.key} />
      <AsOf freshness={plan.freshness} />
      {coming && <SubmitPlan plan={plan} open={asking === 'submit'} onClose={close} />}
      <RenewPlan plan={plan} open={asking === 'renew'} onClose={close} />
      <RetirePlan plan={plan} open={asking === 'retire'} onClose={close} />
    </Page>
  );
}

const figures = ['mtd', 'rto', 'rpo'] as const;

/** Accepted downtime, recovery time, and data loss: in words, large. */
const PlanFigures = ({ plan }: { plan: PlanView }) => (
  <dl className={styles.planFigures} aria-label={t('contingencyPlans.read.figures')}>
    {figures.map((figure) => {
      const hours = plan.figures[figure];
      return (
        <div key={figure} className={styles.planFigure}>
          <dt>
            <span className={styles.planFigureWide}>{t(`contingency.figure.${figure}`)}</span>
            <span className={styles.planFigureNarrow}>{t(`contingency.figureShort.${figure}`)}</span>
          </dt>
          <dd>{hours === undefined ? t('contingencyPlans.read.unknown') : asHours(hours)}</dd>
        </div>
      );
    })}
  </dl>
);

/** Print first, for use during downtime; then the editors' actions. */
function PlanActions(props: { plan: PlanView; version: PlanVersionView; onAsk: (asking: Asking) => void }) {
  const { plan, version, onAsk } = props;
  const { abilities, current, coming } = plan;
  const file = useDocument(plan.key, version.key);
  return (
    <>
      {abilities.retire && (
        <Button appearance="subtle" onClick={() => onAsk('retire')}>
          {t('contingencyPlans.retire.button')}
        </Button>
      )}
      {abilities.edit && !coming && (
        <ButtonLink to={`${planPath(plan.key)}/edit`}>{t('contingencyPlans.coming.again')}</ButtonLink>
      )}
      {abilities.renew && (
        <Button
          {...(current?.state === 'expired' ? { appearance: 'primary' as const } : {})}
          onClick={() => onAsk('renew')}
        >
          {t('contingencyPlans.renew.button')}
        </Button>
      )}
      <Button icon={<PrintRegular />} onClick={() => print()}>
        {t('common.word.print')}
      </Button>
      {abilities.print && (
        <DownloadButton file={file} busyText={t('contingencyPlans.read.pdfWorking')}>
          {t('common.word.pdf')}
        </DownloadButton>
      )}
    </>
  );
}
