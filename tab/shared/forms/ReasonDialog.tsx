import type { ReactNode } from 'react';
import type { call } from '../api/client.ts';
import { Consequence } from '../ui/Consequence.tsx';
import { atLeast } from './field-rules.ts';
import { FormDialog } from './FormDialog.tsx';
import { FormField } from './FormField.tsx';
import { useForm } from './useForm.ts';

/** The API's minimum. */
const fewestLetters = 3;

/** Asks for the reason of a cancellation, after stating its consequence. */
export function ReasonDialog(props: {
  /** Without it the dialog is open while mounted. */
  open?: boolean;
  title: string;
  words: { consequence: string; reason: string; missing: string; button: string; busy?: string; saved: string };
  /** Characters. */
  longest: number;
  send: (body: { reason: string }, api: typeof call) => Promise<unknown>;
  onClose: () => void;
  /** Consequences. */
  children?: ReactNode;
}) {
  const { words, onClose } = props;
  const state = useForm({ start: { reason: '' }, send: props.send, saved: words.saved, close: onClose });
  return (
    <FormDialog
      open={props.open ?? true}
      title={props.title}
      onClose={onClose}
      state={state}
      button={words.button}
      {...(words.busy ? { busyText: words.busy } : {})}
    >
      <Consequence first={words.consequence}>{props.children}</Consequence>
      <FormField
        control={state.control}
        name="reason"
        label={words.reason}
        rows={3}
        rules={atLeast(fewestLetters, props.longest, words.missing)}
      />
    </FormDialog>
  );
}
