import { useWatch } from 'react-hook-form';
import type { ActionView } from '../../../api/actions/contract.ts';
import { atMost } from '../../shared/forms/field-rules.ts';
import { FormCheck } from '../../shared/forms/FormCheck.tsx';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { ReasonDialog } from '../../shared/forms/ReasonDialog.tsx';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';

interface Asked {
  improvement: ActionView;
  onClose: () => void;
}
const longestNote = 1_000;
const longestReason = 500;

/** Reports an improvement's progress, or completion. */
export function ReportDialog({ improvement, onClose }: Asked) {
  const state = useForm({
    start: { done: improvement.state === 'done', note: improvement.note },
    send: (body, api) =>
      api('POST /api/contingency/improvements/:improvementKey/report', {
        params: { improvementKey: improvement.key },
        body,
      }),
    saved: (_, { done }) => t(done ? 'contingencyTests.improvements.isDone' : 'contingencyTests.improvements.told'),
    close: onClose,
  });
  const { control } = state;
  const done = useWatch({ control, name: 'done' });
  return (
    <FormDialog
      title={t('contingencyTests.improvements.tellOf', { title: improvement.title })}
      onClose={onClose}
      state={state}
      button={t(done ? 'contingencyTests.improvements.finish' : 'common.save')}
    >
      <FormCheck control={control} name="done">
        {t('contingencyTests.improvements.done')}
      </FormCheck>
      <FormField
        control={control}
        name="note"
        label={t('common.word.note')}
        rows={3}
        rules={atMost(longestNote)}
        optional
      />
    </FormDialog>
  );
}

/** Cancels an improvement, with the reason. */
export const GiveUpDialog = ({ improvement, onClose }: Asked) => (
  <ReasonDialog
    title={t('contingencyTests.improvements.giveUpAsk', { title: improvement.title })}
    words={{
      consequence: t('contingencyTests.improvements.giveUpText'),
      reason: t('common.word.reason'),
      missing: t('contingencyTests.reasonMissing'),
      button: t('contingencyTests.improvements.giveUp'),
      saved: t('contingencyTests.improvements.givenUp'),
    }}
    longest={longestReason}
    send={(body, api) =>
      api('POST /api/contingency/improvements/:improvementKey/cancel', {
        params: { improvementKey: improvement.key },
        body,
      })
    }
    onClose={onClose}
  />
);
