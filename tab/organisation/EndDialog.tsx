import type { AssignmentView } from '../../api/organisation/contract.ts';
import { required } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';

/** Ends an appointment on a day, with the consequence in words. */
export function EndDialog(props: { assignment: AssignmentView; open: boolean; onClose: () => void }) {
  const { assignment, onClose } = props;
  const today = useMe().data?.today ?? '';
  const words = { name: assignment.person.name, role: t(`roles.${assignment.role}`) };
  const state = useForm({
    start: { endsOn: assignment.endsOn ?? today },
    follows: true,
    send: (body, api) => api('POST /api/organisation/assignments/:key/end', { params: { key: assignment.key }, body }),
    saved: (_, { endsOn }) => t('organisation.ending.done', { ...words, date: asDate(endsOn) }),
    close: onClose,
  });
  return (
    <FormDialog
      open={props.open}
      title={t('organisation.ending.title')}
      onClose={onClose}
      state={state}
      button={t('organisation.ending.button')}
      busyText={t('organisation.ending.working')}
    >
      <p>{t('organisation.ending.text', words)}</p>
      <FormField
        control={state.control}
        name="endsOn"
        label={t('organisation.appoint.endsOn')}
        type="date"
        min={assignment.startsOn}
        rules={required()}
      />
    </FormDialog>
  );
}
