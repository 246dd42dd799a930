import { useState } from 'react';
import type { PersonRef } from '../../api/http/contract.ts';
import type { AssignmentView } from '../../api/organisation/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { notify } from '../shared/ui/notify.ts';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';

/** The appointment that somebody stands in for. */
export interface Deputised {
  assignmentKey: string;
  holder: PersonRef;
  role: AssignmentView['role'];
  deputy?: PersonRef | undefined;
}

/** Names who acts in a role while its holder is on leave, or nobody, with what that means in words. */
export function DeputyDialog(props: { about: Deputised; open: boolean; onClose: () => void }) {
  const { assignmentKey, holder, role, deputy } = props.about;
  const [person, setPerson] = useState(deputy);
  const [isMissing, setMissing] = useState(false);
  const act = useAct('POST /api/organisation/assignments/:key/deputy');
  const refused = act.error instanceof ApiError ? act.error.fields.find(({ path }) => path === 'personId') : undefined;
  const error = isMissing ? t('organisation.deputy.missing') : refused?.message;
  const values = { holder: holder.name, role: t(`roles.${role}`) };
  const save = async () => {
    if (!person && !deputy) return setMissing(true);
    await act
      .mutateAsync({ params: { key: assignmentKey }, body: person ? { personId: person.id } : {} })
      .then(() => {
        const said = person ? 'organisation.deputy.done' : 'organisation.deputy.removed';
        notify(t(said, { ...values, name: person?.name ?? '' }));
        props.onClose();
      })
      // What was refused stands in the dialog.
      .catch(() => undefined);
  };
  return (
    <FormDialog
      open={props.open}
      title={t('organisation.deputy.name')}
      onClose={props.onClose}
      onSubmit={async (event) => {
        event.preventDefault();
        await save();
      }}
      button={t('common.save')}
      busyText={t('common.word.saving')}
      busy={act.isPending}
      error={refused ? undefined : act.error}
    >
      <p>{t('organisation.deputy.text', values)}</p>
      <PersonPicker
        label={t('organisation.deputy.who')}
        person={person}
        error={error}
        optional={deputy !== undefined}
        onChoose={(chosen) => {
          setMissing(false);
          setPerson(chosen);
        }}
      />
      <p role="status">{consequence(person, deputy, values)}</p>
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
