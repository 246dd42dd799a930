import { Button } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { loadTexts, t } from '../texts/texts.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { AskDialog } from '../ui/AskDialog.tsx';
import { ActFailed } from '../ui/Failed.tsx';
import type { FormLooks } from './Form.tsx';
import styles from './FormDialog.module.css';

interface Props {
  /** Without it the dialog is open while mounted. */
  open?: boolean;
  title: string;
  onClose: () => void;
  button?: string;
  busyText?: string;
  children: ReactNode;
}
/** Used part of the form. */
interface Sent {
  save: (event: FormEvent) => Promise<void>;
  busy: boolean;
  error: unknown;
  conflict?: FormLooks['conflict'];
  meanwhile?: ReactNode;
  /** Whether closing would lose text. */
  isWritten: () => boolean;
  discard: () => void;
}

/**
 * A form in a dialog: submitted by button or Enter. Text that would be lost stays at a click beside the dialog, and is
 * asked about at Escape or *Fortryd*.
 */
export function FormDialog(props: Props & { state: Sent }) {
  const id = useId();
  const { state, open = true, onClose } = props;
  /** Where the writer was. */
  const field = useRef<HTMLElement>(null);
  const leaving = useLeaving(open, state, onClose);
  const formOf = () => {
    const form = document.getElementById(id);
    return form instanceof HTMLFormElement ? form : undefined;
  };
  const stay = () => {
    leaving.stay();
    field.current?.focus();
  };
  return (
    <AskDialog
      open={open}
      title={props.title}
      onClose={(how) => (leaving.isAsked || (how === 'beside' && leaving.loses()) ? stay() : leaving.leave())}
      actions={
        leaving.isAsked ? (
          <LeaveAsked onStay={stay} onDiscard={leaving.discard} />
        ) : (
          <>
            <Button onClick={leaving.leave}>{t('common.cancel')}</Button>
            <ActButton
              appearance="primary"
              busy={state.busy}
              busyText={props.busyText ?? t('common.word.saving')}
              onClick={() => formOf()?.requestSubmit()}
            >
              {state.conflict?.found ? t('common.form.saveAgain') : (props.button ?? t('common.save'))}
            </ActButton>
          </>
        )
      }
    >
      <form
        id={id}
        className={styles.dialogForm}
        noValidate
        onSubmit={(event) => void state.save(event)}
        onFocus={({ target }) => (field.current = target)}
      >
        {props.children}
        {state.meanwhile}
        <ActFailed error={state.error} />
        <button type="submit" hidden />
      </form>
    </AskDialog>
  );
}

/** Whether the dialog is left: at once while nothing is written, or being saved; otherwise only when the writer says so. */
function useLeaving(open: boolean, state: Sent, onClose: () => void) {
  const [isAsked, setAsked] = useState(false);
  if (isAsked && !open) setAsked(false);
  useEffect(() => {
    if (open) void loadTexts('meanwhile').catch(() => undefined);
  }, [open]);
  const loses = () => !state.busy && state.isWritten();
  return {
    isAsked,
    loses,
    stay: () => setAsked(false),
    leave: () => (loses() ? setAsked(true) : onClose()),
    discard: () => {
      setAsked(false);
      state.discard();
      onClose();
    },
  };
}

const takeFocus = (button: HTMLButtonElement | null) => button?.focus();
/** In place of the dialog's buttons; the harmless answer has the focus. */
function LeaveAsked(props: { onStay: () => void; onDiscard: () => void }) {
  return (
    <>
      <span role="alert">{t('meanwhile.leave.ask')}</span>
      <Button onClick={props.onDiscard}>{t('meanwhile.leave.discard')}</Button>
      <Button ref={takeFocus} appearance="primary" onClick={props.onStay}>
        {t('meanwhile.leave.stay')}
      </Button>
    </>
  );
}
