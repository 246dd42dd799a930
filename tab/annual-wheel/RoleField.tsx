import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import type { ActivityView } from '../../api/annual-wheel/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { FormSelect } from '../shared/forms/FormSelect.tsx';

/** Roles responsible for tasks, in order of the organisation. The auditor is read-only. */
const roles = [
  'cityCouncil',
  'executiveBoard',
  'corporateManagement',
  'securityCommittee',
  'ciso',
  'securityTeam',
  'centreManager',
  'coordinator',
  'councilSecretary',
] as const satisfies readonly ActivityView['role'][];

/** Chooses the responsible body or role. */
export const RoleField = <Values extends FieldValues>(props: { control: Control<Values>; name: FieldPath<Values> }) => (
  <FormSelect
    control={props.control}
    name={props.name}
    label={t('wheel.activity.role')}
    none={t('wheel.activity.chooseRole')}
    options={roles.map((value) => ({ value, text: t(`roles.${value}`) }))}
  />
);
