import { Field, Textarea } from '@fluentui/react-components';
import type { PolicyVersionRow } from '../../api/policy/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { useReapprove } from './useReapprove.ts';
import styles from './PublishDialog.module.css';

const longestNote = 600;

/** Before it is sent: that nothing changes and nobody else is asked. */
export function ReapproveDialog(props: { version: PolicyVersionRow; open: boolean; onClose: () => void }) {
  const { version, open, onClose } = props;
  const { note, changeNote, busy, error, send } = useReapprove(version.key, onClose);
  return (
    <ActDialog
      open={open}
      title={t('policy.yearly.dialogTitle', { number: version.number })}
      onClose={onClose}
      act={{ text: t('policy.submit.button'), busyText: t('policy.yearly.working'), busy, press: send }}
    >
      <div className={styles.publish}>
        <Consequence first={t('policy.yearly.consequence')}>
          <p>{t('policy.yearly.nobodyAsked')}</p>
        </Consequence>
        <Field label={`${t('policy.yearly.note')} (${t('common.form.optional')})`} hint={t('policy.yearly.noteHint')}>
          <Textarea
            rows={3}
            resize="vertical"
            maxLength={longestNote}
            value={note}
            onChange={(_, data) => changeNote(data.value)}
          />
        </Field>
        <ActFailed error={error} />
      </div>
    </ActDialog>
  );
}
