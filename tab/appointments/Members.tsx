import { Button } from '@fluentui/react-components';
import { useController, type Control } from 'react-hook-form';
import type { AppointedBody } from '../../api/appointments/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { Person } from '../shared/ui/Person.tsx';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import { ChoiceLine } from '../shared/ui/Choice.tsx';
import looks from './Appointments.module.css';
import type { ProposalValues } from './useProposalForm.ts';

const most = 40;

/** The proposed: one person, or a body with a chair. */
export function Members({ control, role }: { control: Control<ProposalValues>; role: AppointedBody['role'] }) {
  const isBody = role === 'securityCommittee';
  const { field, fieldState } = useController({
    control,
    name: 'members',
    rules: {
      validate: (members) => {
        if (members.length === 0) return t('appointments.form.nobody');
        return !isBody || members.some(({ chair }) => chair) || t('appointments.form.oneChair');
      },
    },
  });
  const members = field.value;
  const error = fieldState.error?.message;
  const change = (next: ProposalValues['members']) => field.onChange(next);
  return (
    <fieldset className={looks.appointedMembers}>
      <legend className="card-title">{t('appointments.form.members')}</legend>
      <ul className={looks.appointedMembers}>
        {members.map(({ person, chair }) => (
          <li key={person.id} className={looks.appointedMember}>
            <Person person={person} />
            {isBody && (
              <ChoiceLine
                name="chair"
                aria-label={t('appointments.form.chairOf', { name: person.name })}
                checked={chair}
                onChange={() => change(members.map((one) => ({ ...one, chair: one.person.id === person.id })))}
              >
                {t('appointments.chair')}
              </ChoiceLine>
            )}
            <Button
              aria-label={t('common.word.removeOf', { name: person.name })}
              onClick={() => change(members.filter((one) => one.person.id !== person.id))}
            >
              {t('common.word.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {(isBody ? members.length < most : members.length === 0) && (
        <PersonPicker
          label={t(isBody ? 'appointments.form.add' : 'appointments.form.person')}
          person={undefined}
          optional={isBody}
          error={error}
          onChoose={(person) => {
            if (person && !members.some((one) => one.person.id === person.id))
              change([...members, { person, chair: false }]);
          }}
        />
      )}
    </fieldset>
  );
}
