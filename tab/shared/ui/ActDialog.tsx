import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { leaveActs } from '../api/queries.ts';
import { holdFields } from './hold-fields.ts';
import { loadTexts, t } from '../texts/texts.ts';
import { ActButton } from './ActButton.tsx';
import { AskDialog } from './AskDialog.tsx';

/** What is written in a dialog and not saved. */
export interface Writing {
  /** Whether closing would lose it. */
  isWritten: () => boolean;
  discard: () => void;
}

/**
 * Information or input before an act, with the button that does it, and a way to cancel. Text that would be lost
 * (`writing`) stays at a click beside the dialog, and is asked about at Escape or *Fortryd*.
 */
export function ActDialog(props: {
  open: boolean;
  title: string;
  onClose: () => void;
  act: { text: string; busyText: string; busy: boolean; press: () => void };
  /** Needed where there are fields. */
  writing?: Writing | undefined;
  children: ReactNode;
}) {
  const { open, act } = props;
  /** Where the writer was. */
  const field = useRef<HTMLElement>(null);
  useHeld(act.busy);
  const leaving = useLeaving(props);
  const stay = () => {
    leaving.stay();
    field.current?.focus();
  };
  return (
    <AskDialog
      open={open}
      title={props.title}
      onClose={(how) => (leaving.isAsked || (how === 'beside' && leaving.loses()) ? stay() : leaving.leave())}
      onFocusContent={(element) => (field.current = element)}
      actions={
        leaving.isAsked ? (
          <LeaveAsked onStay={stay} onDiscard={leaving.discard} />
        ) : (
          <>
            <Button onClick={leaving.leave}>{t('common.cancel')}</Button>
            <ActButton appearance="primary" busy={act.busy} busyText={act.busyText} onClick={act.press}>
              {act.text}
            </ActButton>
          </>
        )
      }
    >
      {props.children}
    </AskDialog>
  );
}

/** The fields of the dialog, which is the topmost while it acts, are read-only meanwhile. */
function useHeld(isBusy: boolean) {
  useEffect(() => {
    const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
    return isBusy && dialog ? holdFields(dialog) : undefined;
  }, [isBusy]);
}

/**
 * Whether the dialog is left: at once while nothing is written, or being saved; otherwise only when the writer says so.
 */
function useLeaving({ open, onClose, act, writing }: Parameters<typeof ActDialog>[0]) {
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  if (isAsked && !open) setAsked(false);
  const mayAsk = open && writing !== undefined;
  useEffect(() => {
    if (mayAsk) void loadTexts('meanwhile').catch(() => undefined);
  }, [mayAsk]);
  const loses = () => !act.busy && writing?.isWritten() === true;
  const leave = () => {
    if (act.busy) leaveActs(queries);
    onClose();
  };
  return {
    isAsked,
    loses,
    stay: () => setAsked(false),
    leave: () => (loses() ? setAsked(true) : leave()),
    discard: () => {
      setAsked(false);
      writing?.discard();
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
