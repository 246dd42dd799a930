import { Button } from '@fluentui/react-components';
import { useEffect, useEffectEvent } from 'react';
import type { ApprovalView } from '../../api/approvals/contract.ts';
import { useUpload } from '../shared/api/upload.ts';
import { fileKinds } from '../shared/files.ts';
import { t } from '../shared/texts/texts.ts';
import { AskDialog } from '../shared/ui/AskDialog.tsx';
import { FileDrop } from '../shared/ui/FileDrop.tsx';
import { notify } from '../shared/ui/notify.ts';
import styles from './Approvals.module.css';

export const minutesKinds = fileKinds;
/** As contracted: 25 MB. */
export const largestMinutesBytes = 25 * 1024 * 1024;

/** Attaches the minutes to a decision; uploads at once a file chosen with the decision. */
export function AttachDialog(props: {
  view: ApprovalView;
  stage: number;
  file: File | undefined;
  open: boolean;
  onClose: () => void;
}) {
  const { view, stage, file, onClose } = props;
  const sending = useUpload('PUT /api/approvals/:requestKey/minutes/:stage');
  const send = async (minutes: File) => {
    try {
      await sending.upload({ params: { requestKey: view.key, stage: String(stage) } }, minutes);
      notify(t('approvals.attach.done', { name: minutes.name }));
      onClose();
    } catch {
      // The drop zone shows the error, and retries.
    }
  };
  const sendChosen = useEffectEvent(() => {
    if (file) void send(file);
  });
  useEffect(() => sendChosen(), []);
  return (
    <AskDialog
      open={props.open}
      title={t('approvals.stage.attach')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <div className={styles.attach}>
        <p>{t('approvals.attach.text')}</p>
        <FileDrop
          label={t('approvals.record.minutes')}
          kinds={minutesKinds}
          largest={largestMinutesBytes}
          upload={sending}
          onFile={(minutes) => void send(minutes)}
        />
      </div>
    </AskDialog>
  );
}
