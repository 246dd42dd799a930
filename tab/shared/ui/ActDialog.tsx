import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { ActButton } from './ActButton.tsx';
import { AskDialog } from './AskDialog.tsx';

/** Information or input before an act, with the button that does it, and a way to cancel. */
export function ActDialog(props: {
  open: boolean;
  title: string;
  onClose: () => void;
  act: { text: string; busyText: string; busy: boolean; press: () => void };
  children: ReactNode;
}) {
  const { onClose, act } = props;
  return (
    <AskDialog
      open={props.open}
      title={props.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <ActButton appearance="primary" busy={act.busy} busyText={act.busyText} onClick={act.press}>
            {act.text}
          </ActButton>
        </>
      }
    >
      {props.children}
    </AskDialog>
  );
}
