import { useWatch, type Control } from 'react-hook-form';
import type { CentreRef, PersonRef } from '../../api/http/contract.ts';
import type { AssignmentView } from '../../api/organisation/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { required } from '../shared/forms/field-rules.ts';
import { FormCheck } from '../shared/forms/FormCheck.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormPerson } from '../shared/forms/FormPerson.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';

type Role = AssignmentView['role'];
/** Every assignable role, in the order of the organisation. */
const assignable: readonly Role[] = [
  'executiveBoard',
  'corporateManagement',
  'securityCommittee',
  'ciso',
  'securityTeam',
  'centreManager',
  'coordinator',
  'cityCouncil',
  'councilSecretary',
  'auditor',
];
const needsCentre = (role: Role | ''): boolean => role === 'centreManager' || role === 'coordinator';

interface Wanted {
  personId: PersonRef | null;
  role: Role | '';
  centreId: string;
  startsOn: string;
  endsOn: string;
  chair: boolean;
}

function useAppoint(close: () => void) {
  const startsOn = useMe().data?.today ?? '';
  const start: Wanted = { personId: null, role: '', centreId: '', startsOn, endsOn: '', chair: false };
  return useForm({
    start,
    follows: true,
    send: ({ personId: person, role, centreId, endsOn, ...wanted }, api) =>
      person && role !== ''
        ? api('POST /api/organisation/assignments', {
            body: {
              ...wanted,
              personId: person.id,
              role,
              ...(needsCentre(role) ? { centreId } : {}),
              ...(endsOn ? { endsOn } : {}),
            },
          })
        : undefined,
    saved: (_, { personId, role }) =>
      t('organisation.appoint.done', { name: personId?.name ?? '', role: role && t(`roles.${role}`) }),
    close,
  });
}

/** Appoints a person to a role: who, which, where, from when; then the effect in words. */
export function AppointDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const state = useAppoint(onClose);
  const { control } = state;
  const role = useWatch({ control, name: 'role' });
  const centres = useView('GET /api/organisation', {}).data?.centres ?? [];
  return (
    <FormDialog
      open={open}
      title={t('organisation.roles.appoint')}
      onClose={onClose}
      state={state}
      button={t('organisation.appoint.button')}
      busyText={t('organisation.appoint.working')}
    >
      <FormPerson control={control} name="personId" label={t('organisation.appoint.person')} />
      <FormSelect
        control={control}
        name="role"
        label={t('organisation.roles.role')}
        none={t('organisation.appoint.chooseRole')}
        options={assignable.map((value) => ({ value, text: t(`roles.${value}`) }))}
      />
      {needsCentre(role) && (
        <FormSelect
          control={control}
          name="centreId"
          label={t('common.word.centre')}
          none={t('common.word.chooseCentre')}
          options={centres.map(({ id, title }) => ({ value: id, text: title }))}
        />
      )}
      <FormField
        control={control}
        name="startsOn"
        label={t('organisation.appoint.startsOn')}
        type="date"
        rules={required()}
      />
      <FormField
        control={control}
        name="endsOn"
        label={`${t('organisation.appoint.endsOn')} (${t('common.form.optional')})`}
        type="date"
        optional
        rules={{
          validate: (_, { endsOn, startsOn }) => endsOn === '' || endsOn >= startsOn || t('organisation.appoint.order'),
        }}
      />
      {!needsCentre(role) && (
        <FormCheck control={control} name="chair">
          {t('organisation.appoint.chair')}
        </FormCheck>
      )}
      <Consequence control={control} centres={centres} />
    </FormDialog>
  );
}

function Consequence({ control, centres }: { control: Control<Wanted>; centres: readonly CentreRef[] }) {
  const { personId: person, role, centreId, startsOn } = useWatch({ control, compute: (values: Wanted) => values });
  if (!person || role === '' || !startsOn) return null;
  const words = { name: person.name, role: t(`roles.${role}`), date: asDate(startsOn) };
  const centre = centres.find((known) => known.id === centreId);
  return (
    <p>
      {needsCentre(role) && centre
        ? t('organisation.appoint.consequenceCentre', { ...words, centre: centre.title })
        : t('organisation.appoint.consequence', words)}
    </p>
  );
}
