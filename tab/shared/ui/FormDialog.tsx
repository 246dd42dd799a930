import { useId, type FormEvent, type ReactNode } from 'react';
import { ActDialog } from './ActDialog.tsx';
import { ActFailed } from './Failed.tsx';
import styles from './FormDialog.module.css';

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
    <ActDialog
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      act={{
        text: props.button,
        busyText: props.busyText,
        busy: props.busy,
        press: () => {
          const form = document.getElementById(id);
          if (form instanceof HTMLFormElement) form.requestSubmit();
        },
      }}
    >
      <form id={id} className={styles.dialogForm} noValidate onSubmit={(event) => void props.onSubmit(event)}>
        {props.children}
        <ActFailed error={props.error} />
        <button type="submit" hidden />
      </form>
    </ActDialog>
  );
}
