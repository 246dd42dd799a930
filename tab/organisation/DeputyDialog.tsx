import { useWatch } from 'react-hook-form';
import type { PersonRef } from '../../api/http/contract.ts';
import type { AssignmentView } from '../../api/organisation/contract.ts';
import { FormPerson } from '../shared/forms/FormPerson.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';

/** The represented appointment. */
export interface Deputised {
  assignmentKey: string;
  holder: PersonRef;
  role: AssignmentView['role'];
  deputy?: AssignmentView['deputy'];
}

/** Sets the deputy of a role during its holder's leave, or none, with the consequence in words. */
export function DeputyDialog(props: { about: Deputised; open: boolean; onClose: () => void }) {
  const { assignmentKey, holder, role, deputy } = props.about;
  const values = { holder: holder.name, role: t(`roles.${role}`) };
  const start: { personId: PersonRef | null } = { personId: deputy ?? null };
  const state = useForm({
    start,
    send: ({ personId: chosen }, api) =>
      api('POST /api/organisation/assignments/:key/deputy', {
        params: { key: assignmentKey },
        body: chosen ? { personId: chosen.id } : {},
      }),
    saved: (_, { personId: chosen }) =>
      t(chosen ? 'organisation.deputy.done' : 'organisation.deputy.removed', { ...values, name: chosen?.name ?? '' }),
    close: props.onClose,
  });
  const person = useWatch({ control: state.control, name: 'personId' });
  return (
    <FormDialog open={props.open} title={t('organisation.deputy.name')} onClose={props.onClose} state={state}>
      <p>{t('organisation.deputy.text', values)}</p>
      <FormPerson
        control={state.control}
        name="personId"
        label={t('organisation.appoint.person')}
        missing={t('organisation.deputy.missing')}
        optional={deputy !== undefined}
      />
      <p role="status">{consequence(person ?? undefined, deputy, values)}</p>
    </FormDialog>
  );
}

function consequence(
  person: PersonRef | undefined,
  deputy: PersonRef | undefined,
  values: { holder: string; role: string },
): string {
  if (person) return t('organisation.deputy.consequence', { ...values, name: person.name });
  return deputy ? t('organisation.deputy.consequenceNobody', { ...values, name: deputy.name }) : '';
}
