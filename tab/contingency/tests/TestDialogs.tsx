import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { Textarea } from '@fluentui/react-textarea';
import { useState, type FormEvent } from 'react';
import type { TestView } from '../../../api/contingency/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { AskDialog } from '../../shared/ui/AskDialog.tsx';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { FormDialog } from '../../shared/ui/FormDialog.tsx';
import { notify } from '../../shared/ui/notify.ts';

interface Asked {
  test: TestView;
  open: boolean;
  onClose: () => void;
}
const fewestLetters = 3;
const longestReason = 500;

/** Starts the stopwatch, with what that sets going. */
export function StartDialog({ test, open, onClose }: Asked) {
  const act = useAct('POST /api/contingency/tests/:testKey/start');
  const start = () => act.mutate({ params: { testKey: test.key } }, { onSuccess: onClose });
  const { length } = test.injects;
  return (
    <AskDialog
      open={open}
      title={t('contingencyTests.start.ask')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <ActButton
            appearance="primary"
            busy={act.isPending}
            busyText={t('contingencyTests.start.busy')}
            onClick={start}
          >
            {t('contingencyTests.start.act')}
          </ActButton>
        </>
      }
    >
      <Consequence first={t('contingencyTests.start.first')}>
        {length > 0 && (
          <p>{t('contingencyTests.start.injects', { count: length, minute: test.injects[0]?.minute ?? 0 })}</p>
        )}
        <p>{t('contingencyTests.start.tell')}</p>
      </Consequence>
      <ActFailed error={act.error} />
    </AskDialog>
  );
}

/** Ends it; the leader evaluates afterwards. */
export function EndDialog({ test, open, onClose }: Asked) {
  const act = useAct('POST /api/contingency/tests/:testKey/end');
  const end = () => act.mutate({ params: { testKey: test.key } }, { onSuccess: onClose });
  const left = test.injects.filter(({ sent }) => !sent).length;
  return (
    <AskDialog
      open={open}
      title={t('contingencyTests.end.ask')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <ActButton appearance="primary" busy={act.isPending} busyText={t('contingencyTests.end.busy')} onClick={end}>
            {t('contingencyTests.end.act')}
          </ActButton>
        </>
      }
    >
      <Consequence first={t('contingencyTests.end.first')}>
        {left > 0 && <p>{t('contingencyTests.end.left', { count: left })}</p>}
        <p>{t('contingencyTests.end.evaluate')}</p>
      </Consequence>
      <ActFailed error={act.error} />
    </AskDialog>
  );
}

/** Calls it off, with the reason. */
export function CancelDialog({ test, open, onClose }: Asked) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct('POST /api/contingency/tests/:testKey/cancel');
  const short = reason.trim().length < fewestLetters;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short) return;
    const saved = await act.mutateAsync({ params: { testKey: test.key }, body: { reason } }).catch(() => undefined);
    if (!saved) return;
    notify(t('contingencyTests.cancel.done'));
    onClose();
  };
  return (
    <FormDialog
      open={open}
      title={t('contingencyTests.cancel.ask')}
      onClose={onClose}
      onSubmit={submit}
      button={t('contingencyTests.cancel.act')}
      busyText={t('contingencyTests.saving')}
      busy={act.isPending}
      error={act.error}
    >
      <Consequence first={t('contingencyTests.cancel.first', { count: test.participants })}>
        <p>{t('contingencyTests.cancel.due')}</p>
      </Consequence>
      <Field
        label={t('contingencyTests.reason')}
        required
        {...(tried && short ? { validationMessage: t('contingencyTests.reasonMissing') } : {})}
      >
        <Textarea rows={3} maxLength={longestReason} value={reason} onChange={(_, data) => setReason(data.value)} />
      </Field>
    </FormDialog>
  );
}
