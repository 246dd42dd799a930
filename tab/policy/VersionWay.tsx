import { Link } from 'wouter';
import type { ApprovalSummary, WayView } from '../../api/approvals/contract.ts';
import type { PolicyVersionView } from '../../api/policy/contract.ts';
import { useMe } from '../shared/me.ts';
import { asDate, dayAndTime, t } from '../shared/texts/texts.ts';
import { ApprovalReasons, ApprovalWay } from '../shared/ui/ApprovalWay.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { waitingText } from './approval-texts.ts';

/** Link to the request with its votes and timeline, for readers of approvals. */
export function CaseLink({ requestKey }: { requestKey: string }) {
  const me = useMe();
  if (!me.data?.abilities.seeApprovals) return null;
  return <Link href={`/approvals/${requestKey}`}>{t('policy.way.open')}</Link>;
}

/** A version's state for its reader. */
export function StateNotice({ version }: { version: PolicyVersionView }) {
  const { state, number, approval } = version;
  if (state === 'superseded')
    return (
      <Notice tone="info">
        {t('policy.notInForce')} <Link href="/policy">{t('policy.readCurrent')}</Link>
      </Notice>
    );
  if (state === 'coming') return <Coming version={version} />;
  if (state === 'published') return null;
  if (approval?.state === 'open')
    return (
      <Notice tone="info">
        {t('policy.waitingNotice', { number })} {waitingText(approval)}
      </Notice>
    );
  if (approval && approval.state !== 'approved')
    return (
      <>
        <Notice tone="warning">{t(`policy.stoppedNotice.${approval.state}`, { number })}</Notice>
        <Held version={version} />
      </>
    );
  return (
    <>
      <Notice tone="info">{t('policy.draftNotice')}</Notice>
      <Held version={version} />
    </>
  );
}

/** Published with a later day: the version until then, and when cards are sent. */
const Coming = ({ version: { number, effectiveOn, cardsAt } }: { version: PolicyVersionView }) => (
  <Notice tone="info">
    {t('policy.coming.first', { number, date: asDate(effectiveOn) })} {t('policy.coming.ask')}{' '}
    {cardsAt && t('policy.coming.cards', dayAndTime(cardsAt))} <Link href="/policy">{t('policy.readCurrent')}</Link>
  </Notice>
);

/** Why a draft cannot be submitted: the pending approval. Urgent publishing remains. */
function Held({ version: { heldBy, abilities } }: { version: PolicyVersionView }) {
  if (!heldBy) return null;
  const { number, purpose, requestKey } = heldBy;
  return (
    <Notice tone="info" actions={<CaseLink requestKey={requestKey} />}>
      {t(purpose === undefined ? 'policy.heldBy.version' : 'policy.heldBy.reapproval', { number })}{' '}
      {waitingText(heldBy)} {abilities.publish && t('policy.heldBy.urgent')}
    </Notice>
  );
}

/** Progress of its approval by Byrådet, or its approvers, and reasons for a rejection. */
export function VersionWay({ version }: { version: PolicyVersionView }) {
  const { approval, way } = version;
  const shown: ApprovalSummary | WayView | undefined = approval ?? way;
  if (!shown) return null;
  return (
    <section className="section" aria-labelledby="way-title">
      <div className="section-head">
        <h2 className="section-title" id="way-title">
          {t('policy.way.title')}
        </h2>
        {approval && <CaseLink requestKey={approval.requestKey} />}
      </div>
      <div className="card">
        <ApprovalWay way={shown} />
        {approval && approval.reasons.length > 0 && (
          <>
            <h3 className="card-title">{t('policy.way.why')}</h3>
            <ApprovalReasons reasons={approval.reasons} />
          </>
        )}
      </div>
    </section>
  );
}
