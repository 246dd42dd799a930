import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PolicyPageView, PolicyVersionRow } from '../../api/policy/contract.ts';
import { asDate, asDue, t } from '../shared/texts/texts.ts';
import { ApprovalReasons, ApprovalWay } from '../shared/ui/ApprovalWay.tsx';
import { waitingText } from './approval-texts.ts';
import { CaseLink } from './VersionWay.tsx';
import { atMost } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';

type Yearly = NonNullable<PolicyPageView['yearly']>;

/** Due from here on: three bodies have to meet about it. */
const soonDays = 90;

/** Latest and next approval, where it is now, and the button to submit it (R10). */
export function YearlyApproval({ view, yearly }: { view: PolicyPageView; yearly: Yearly }) {
  const [asking, setAsking] = useState(false);
  const { approval, daysLeft = soonDays } = yearly;
  const { current } = view;
  if (!yearly.nextDue && !approval) return null;
  return (
    <section className="section" aria-labelledby="yearly-title">
      <div className="section-head">
        <h2 className="section-title" id="yearly-title">
          {t('policy.yearly.title')}
        </h2>
        {yearly.reapprove && (
          <Button appearance={daysLeft < soonDays ? 'primary' : 'secondary'} onClick={() => setAsking(true)}>
            {t('policy.yearly.send')}
          </Button>
        )}
      </div>
      <p>{whenText(yearly)}</p>
      {current && yearly.approvedOn && !yearly.isCurrentApproved && (
        <p>{t('policy.yearly.bypassed', { number: current.number })}</p>
      )}
      {approval && <UnderWay view={view} approval={approval} />}
      {current && (yearly.reapprove || asking) && (
        <ReapproveDialog version={current} open={asking} onClose={() => setAsking(false)} />
      )}
    </section>
  );
}

function whenText({ approvedOn, approvedNumber = '', nextDue, daysLeft = 0 }: Yearly): string {
  const last = approvedOn
    ? t('policy.yearly.approved', { number: approvedNumber, date: asDate(approvedOn) })
    : t('policy.yearly.never');
  if (!nextDue) return last;
  const next = { date: asDate(nextDue), due: asDue(daysLeft) };
  const which = approvedOn ? 'next' : 'first';
  return `${last} ${t(daysLeft < 0 ? `policy.yearly.${which}Over` : `policy.yearly.${which}`, next)}`;
}

/** The pending or returned request. */
function UnderWay({ view, approval }: { view: PolicyPageView; approval: NonNullable<Yearly['approval']> }) {
  const draft = view.versions.find(
    ({ state, approval: own }) => state === 'draft' && own?.requestKey === approval.requestKey,
  );
  const { state } = approval;
  // A returned draft shows it itself, with a link.
  if (draft && state !== 'open') return null;
  return (
    <div className="card">
      <p className="card-title">
        {draft && (
          <Link href={`/policy/versions/${draft.key}`}>
            {t('policy.yearly.waitingVersion', { number: draft.number })}
          </Link>
        )}
        {!draft && headOf(state)} {waitingText(approval)}
      </p>
      <ApprovalWay way={approval} />
      <ApprovalReasons reasons={approval.reasons} />
      <p>
        <CaseLink requestKey={approval.requestKey} />
      </p>
    </div>
  );
}

const headOf = (state: NonNullable<Yearly['approval']>['state']): string =>
  state === 'returned' || state === 'rejected' ? t(`policy.yearly.stopped.${state}`) : t('policy.yearly.waiting');

const longestNote = 600;

/** Submits the version in force for its yearly approval, stating that nothing changes and nobody else is asked. */
function ReapproveDialog(props: { version: PolicyVersionRow; open: boolean; onClose: () => void }) {
  const { version, open, onClose } = props;
  const state = useForm({
    start: { note: '' },
    draft: `reapprove.${version.key}`,
    send: (body, api) => api('POST /api/policy/reapprove', { body }),
    saved: t('policy.yearly.done'),
    close: onClose,
  });
  return (
    <FormDialog
      open={open}
      title={t('policy.yearly.dialogTitle', { number: version.number })}
      onClose={onClose}
      state={state}
      button={t('policy.submit.button')}
      busyText={t('common.word.sending')}
    >
      <Consequence first={t('policy.yearly.consequence')}>
        <p>{t('policy.yearly.nobodyAsked')}</p>
      </Consequence>
      <FormField
        control={state.control}
        name="note"
        label={`${t('policy.yearly.note')} (${t('common.form.optional')})`}
        hint={t('policy.yearly.noteHint')}
        rows={3}
        rules={atMost(longestNote)}
        optional
      />
    </FormDialog>
  );
}
