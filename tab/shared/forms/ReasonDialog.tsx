import { Field, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Consequence } from '../ui/Consequence.tsx';
import { FormDialog } from './FormDialog.tsx';

/** The API's minimum. */
const fewestLetters = 3;

/** Asks for the reason of a cancellation, after stating its consequence. */
export function ReasonDialog(props: {
  /** Without it the dialog is open while mounted. */
  open?: boolean;
  title: string;
  words: { consequence: string; reason: string; missing: string; button: string; busy: string };
  /** Characters. */
  longest: number;
  act: { isPending: boolean; error: Error | null };
  onReason: (reason: string) => Promise<void>;
  onClose: () => void;
  /** Consequences. */
  children?: ReactNode;
}) {
  const { words, act, open = true } = props;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < fewestLetters;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short) return event.currentTarget.querySelector('textarea')?.focus();
    await props.onReason(reason);
  };
  return (
    <FormDialog
      open={open}
      title={props.title}
      onClose={props.onClose}
      onSubmit={submit}
      button={words.button}
      busyText={words.busy}
      busy={act.isPending}
      error={act.error}
    >
      <Consequence first={words.consequence}>{props.children}</Consequence>
      <Field label={words.reason} required {...(tried && short ? { validationMessage: words.missing } : {})}>
        <Textarea rows={3} maxLength={props.longest} value={reason} onChange={(_, data) => setReason(data.value)} />
      </Field>
    </FormDialog>
  );
}
