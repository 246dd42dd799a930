import { Button } from '@fluentui/react-components';
import { t } from '../shared/texts/texts.ts';
import { AskDialog } from '../shared/ui/AskDialog.tsx';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import styles from './HandOverDialog.module.css';

/** Finds any employee, also without tasks: e.g. to record leave. */
export function FindPersonDialog(props: { open: boolean; onClose: () => void; onFound: (personId: string) => void }) {
  return (
    <AskDialog
      open={props.open}
      title={t('obligations.centre.find')}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{t('common.cancel')}</Button>}
    >
      <div className={styles.handOver}>
        <p>{t('obligations.centre.findText')}</p>
        <PersonPicker
          label={t('obligations.centre.findWho')}
          person={undefined}
          error={undefined}
          onChoose={(person) => {
            if (!person) return;
            props.onFound(person.id);
            props.onClose();
          }}
        />
      </div>
    </AskDialog>
  );
}
