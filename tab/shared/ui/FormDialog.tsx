import { Button } from '@fluentui/react-button';
import { useId, type FormEvent, type ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { ActButton } from './ActButton.tsx';
import { AskDialog } from './AskDialog.tsx';
import { ActFailed } from './Failed.tsx';
import './FormDialog.css';

/** A form in a dialog: its button submits it, also by Enter. */
export function FormDialog(props: {
  open: boolean;
  title: string;
  onClose: () => void;
  onSubmit: (event: FormEvent) => Promise<void>;
  button: string;
  busyText: string;
  busy: boolean;
  error: unknown;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <AskDialog
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <ActButton
            appearance="primary"
            busy={props.busy}
            busyText={props.busyText}
            onClick={() => {
              const form = document.getElementById(id);
              if (form instanceof HTMLFormElement) form.requestSubmit();
            }}
          >
            {props.button}
          </ActButton>
        </>
      }
    >
      <form id={id} className="dialog-form" noValidate onSubmit={(event) => void props.onSubmit(event)}>
        {props.children}
        <ActFailed error={props.error} />
        <button type="submit" hidden />
      </form>
    </AskDialog>
  );
}
