import type { ApprovalView } from '../../api/approvals/contract.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { ApprovalReasons } from '../shared/ui/ApprovalWay.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Link } from 'wouter';
import { reasonsOf } from './way-of.ts';
import { agendaPath, approvalPath } from './words.ts';

/** Notices for the reader, with their remedies. */
export function RequestNotices({ view, isMine }: { view: ApprovalView; isMine: boolean }) {
  const newest = [...view.rounds].sort((one, other) => other.round - one.round)[0];
  const newer = newest && newest.round > view.round ? newest : undefined;
  return (
    <>
      {view.contentChanged && view.state === 'open' && (
        <Notice tone="warning" title={t('approvals.detail.changedTitle')}>
          <p>
            {isMine
              ? t('approvals.detail.changedMine')
              : t('approvals.detail.changedOthers', { name: view.submittedBy.name })}
          </p>
        </Notice>
      )}
      {newer && (
        <Notice
          tone="info"
          actions={<ButtonLink to={approvalPath(newer.key)}>{t('approvals.detail.newerRoundLink')}</ButtonLink>}
        >
          {t('approvals.detail.newerRound')}
        </Notice>
      )}
      <Ended view={view} mayFix={isMine && !newer} />
      {view.agenda && view.state === 'open' && (
        <p>
          {t('approvals.detail.agenda')} <Link href={agendaPath(view.agenda.key)}>{view.agenda.title}</Link>
        </p>
      )}
    </>
  );
}

/** Why it was rejected, and the submitter's next step. */
function Ended({ view, mayFix }: { view: ApprovalView; mayFix: boolean }) {
  if (view.state !== 'returned' && view.state !== 'rejected' && view.state !== 'withdrawn') return null;
  const withdrawn = view.events.find(({ what }) => what === 'withdrawn');
  const fixes = mayFix && view.state === 'returned' && view.abilities.seeSubject;
  return (
    <Notice
      tone={view.state === 'withdrawn' ? 'info' : 'warning'}
      title={t(`approvals.event.ended.${view.state}`)}
      actions={
        fixes && (
          <ButtonLink to={view.path} appearance="primary">
            {t('approvals.detail.fix')}
          </ButtonLink>
        )
      }
    >
      {withdrawn?.person && (
        <p>{t('approvals.detail.withdrawnBy', { name: withdrawn.person.name, moment: asMoment(withdrawn.at) })}</p>
      )}
      {withdrawn?.text && <p>{withdrawn.text}</p>}
      {view.state !== 'withdrawn' && <ApprovalReasons reasons={reasonsOf(view)} />}
      {fixes && <p>{t('approvals.detail.returnedMine')}</p>}
    </Notice>
  );
}
