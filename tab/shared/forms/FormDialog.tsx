import { useId, type FormEvent, type ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { ActDialog, type Writing } from '../ui/ActDialog.tsx';
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
interface Sent extends Writing {
  save: (event: FormEvent) => Promise<void>;
  busy: boolean;
  error: unknown;
  conflict?: FormLooks['conflict'];
  meanwhile?: ReactNode;
}

/** A form in a dialog: submitted by button or Enter. */
export function FormDialog(props: Props & { state: Sent }) {
  const id = useId();
  const { state } = props;
  return (
    <ActDialog
      open={props.open ?? true}
      title={props.title}
      onClose={props.onClose}
      writing={state}
      act={{
        text: state.conflict?.found ? t('common.form.saveAgain') : (props.button ?? t('common.save')),
        busyText: props.busyText ?? t('common.word.saving'),
        busy: state.busy,
        press: () => {
          const form = document.getElementById(id);
          if (form instanceof HTMLFormElement) form.requestSubmit();
        },
      }}
    >
      <form id={id} className={styles.dialogForm} noValidate onSubmit={(event) => void state.save(event)}>
        {props.children}
        {state.meanwhile}
        <ActFailed error={state.error} />
        <button type="submit" hidden />
      </form>
    </ActDialog>
  );
}
