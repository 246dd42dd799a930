import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { AttachRegular } from '@fluentui/react-icons/svg/attach';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useState } from 'react';
import type { ApprovalView, DecisionView, FileView, StageView } from '../../api/approvals/contract.ts';
import { openLink } from '../shared/teams/host.ts';
import { asDate, asMoment, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { FileLine } from '../shared/ui/FileLine.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { useFileDownload } from './useApproval.ts';
import styles from './Approvals.module.css';
import personStyles from '../shared/ui/Person.module.css';

/** A body's decision in its meeting, with the minutes or a button to attach them. */
export function DecisionCard(props: {
  view: ApprovalView;
  stage: StageView;
  decision: DecisionView;
  onAttach: (stage: number) => void;
  /** Today, as the meeting must have been held. */
  today: string | undefined;
}) {
  const { view, stage, decision, today } = props;
  const { minutes, minutesUrl, appliesFrom } = decision;
  const [correcting, setCorrecting] = useState(false);
  return (
    <div className={styles.decision}>
      <p className={personStyles.personName}>
        {t('approvals.stage.decision', { date: asDate(decision.meetingOn), item: decision.itemNumber })}
      </p>
      {appliesFrom && <p>{t('approvals.stage.appliesFrom', { day: asDate(appliesFrom) })}</p>}
      {decision.note && <p className={styles.approvalReason}>{decision.note}</p>}
      <p className="quiet">
        {t('approvals.stage.recordedBy', { name: decision.recordedBy.name, moment: asMoment(decision.recordedAt) })}
      </p>
      {minutesUrl && (
        <p>
          <a
            href={minutesUrl}
            target="_blank"
            rel="noreferrer"
            onClick={(event) => {
              event.preventDefault();
              openLink(minutesUrl);
            }}
          >
            {t('approvals.stage.minutesLink')}
          </a>
        </p>
      )}
      {minutes && <FrozenFile requestKey={view.key} stage={stage.number} file={minutes} />}
      {!minutes && view.abilities.attachMinutes && (
        <Button icon={<AttachRegular />} onClick={() => props.onAttach(stage.number)}>
          {t('approvals.stage.attach')}
        </Button>
      )}
      <Corrections decision={decision} />
      {view.abilities.correct && today !== undefined && (
        <>
          <Button icon={<EditRegular />} onClick={() => setCorrecting(true)}>
            {t('approvals.correct.press')}
          </Button>
          <CorrectDialog
            view={view}
            stage={stage}
            decision={decision}
            today={today}
            open={correcting}
            onClose={() => setCorrecting(false)}
          />
        </>
      )}
    </div>
  );
}

/** What stood until it was corrected, the latest first: the meeting, and what else was another. */
function Corrections({ decision }: { decision: DecisionView }) {
  const { corrections } = decision;
  return corrections
    .map((was, place) => {
      const then = corrections[place + 1] ?? decision;
      return (
        <div key={was.at}>
          <p className="quiet">{t('approvals.correct.by', { name: was.by.name, moment: asMoment(was.at) })}</p>
          <p className={styles.approvalReason}>{was.reason}</p>
          <p className="quiet">{t('approvals.correct.was', { date: asDate(was.meetingOn), item: was.itemNumber })}</p>
          {was.note && was.note !== then.note && <p className={styles.approvalReason}>{was.note}</p>}
          {was.minutesUrl && was.minutesUrl !== then.minutesUrl && (
            <p className="quiet">{t('approvals.correct.wasLink', { link: was.minutesUrl })}</p>
          )}
          {was.minutes && was.minutes.hash !== then.minutes?.hash && (
            <p className="quiet">{t('approvals.correct.wasMinutes', { name: was.minutes.name })}</p>
          )}
        </div>
      );
    })
    .reverse();
}

/** A file with name, kind, size and download button. */
export function FrozenFile(props: { requestKey: string; stage?: number; file: FileView }) {
  const { file } = props;
  const fetched = useFileDownload(props.requestKey, props.stage);
  return (
    <>
      <FileLine file={file}>
        <ActButton
          icon={<ArrowDownloadRegular />}
          busy={fetched.isPending}
          busyText={t('common.word.downloading')}
          label={t('approvals.detail.downloadOf', { name: file.name })}
          onClick={() => fetched.mutate()}
        >
          {t('approvals.detail.download')}
        </ActButton>
      </FileLine>
      <ActFailed error={fetched.error} />
    </>
  );
}
