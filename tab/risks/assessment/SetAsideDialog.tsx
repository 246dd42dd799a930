import { Field, Input } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import type { Typing } from './useTypedTable.ts';
import { limited } from '../../shared/ui/limited.ts';

/** Characters of a reason at least. */
const fewest = 3;

/** Why one or several threats are not relevant: written once for all of them, and suggested next time. */
export function SetAsideDialog({ typing }: { typing: Typing }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { setting } = typing;
  const isReasoned = reason.trim().length >= fewest;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReasoned) return setTried(true);
    setTried(false);
    typing.aside(reason.trim());
  };
  return (
    <FormDialog
      open={setting !== undefined}
      title={t('riskAssessment.typed.aside', { count: setting?.length ?? 0 })}
      onClose={typing.back}
      state={{
        save: submit,
        busy: false,
        error: undefined,
        isWritten: () => reason.trim() !== '',
        discard: () => setReason(''),
      }}
      button={t('riskAssessment.typed.asideButton')}
      busyText={t('riskAssessment.typed.asideButton')}
    >
      <Field
        label={t('riskAssessment.threat.notRelevantWhy')}
        required
        {...(tried && !isReasoned ? { validationMessage: t('riskAssessment.threat.notRelevantHint') } : {})}
      >
        <Input {...limited(1_000)} value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </FormDialog>
  );
}
