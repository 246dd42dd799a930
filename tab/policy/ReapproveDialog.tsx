import type { PolicyVersionRow } from '../../api/policy/contract.ts';
import { atMost } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';

const longestNote = 600;

/** Submits the version in force for its yearly approval, stating that nothing changes and nobody else is asked. */
export function ReapproveDialog(props: { version: PolicyVersionRow; open: boolean; onClose: () => void }) {
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
