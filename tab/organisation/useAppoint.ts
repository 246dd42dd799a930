import { useState } from 'react';
import type { PersonRef } from '../../api/http/contract.ts';
import type { AssignmentView } from '../../api/organisation/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';

export type Role = AssignmentView['role'];
/** Every role that can be given, in the order of the organisation. */
export const assignable: readonly Role[] = [
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
export const needsCentre = (role: Role | ''): boolean => role === 'centreManager' || role === 'coordinator';

interface Wanted {
  person: PersonRef | undefined;
  role: Role | '';
  centreId: string;
  startsOn: string;
  endsOn: string;
  chair: boolean;
}
export type WantedField = 'personId' | 'role' | 'centreId' | 'startsOn' | 'endsOn';

/** What is wrong with the form as it stands, by field. */
export function wrongIn(wanted: Wanted): Partial<Record<WantedField, string>> {
  const required = t('common.form.required');
  return {
    ...(wanted.person ? {} : { personId: required }),
    ...(wanted.role ? {} : { role: required }),
    ...(needsCentre(wanted.role) && !wanted.centreId ? { centreId: required } : {}),
    ...(wanted.startsOn ? {} : { startsOn: required }),
    ...(wanted.endsOn && wanted.endsOn < wanted.startsOn ? { endsOn: t('organisation.appoint.order') } : {}),
  };
}

/** The form that appoints a person to a role. */
export function useAppoint(onDone: () => void) {
  const me = useMe();
  const organisation = useView('GET /api/organisation', {});
  const empty = (): Wanted => ({
    person: undefined,
    role: '',
    centreId: '',
    startsOn: me.data?.today ?? '',
    endsOn: '',
    chair: false,
  });
  const [wanted, setWanted] = useState(empty);
  const [tried, setTried] = useState(false);
  const act = useAct('POST /api/organisation/assignments');
  const refused = Object.fromEntries(
    (act.error instanceof ApiError ? act.error.fields : []).map(({ path, message }) => [path, message]),
  );
  const wrong = wrongIn(wanted);
  const appoint = (): Partial<Record<WantedField, string>> => {
    setTried(true);
    const { person, role, centreId, startsOn, endsOn, chair } = wanted;
    if (Object.keys(wrong).length > 0 || !person || role === '') return wrong;
    act.mutate(
      {
        body: {
          personId: person.id,
          role,
          startsOn,
          chair,
          ...(needsCentre(role) ? { centreId } : {}),
          ...(endsOn ? { endsOn } : {}),
        },
      },
      {
        onSuccess: () => {
          notify(t('organisation.appoint.done', { name: person.name, role: t(`roles.${role}`) }));
          setWanted(empty());
          setTried(false);
          onDone();
        },
      },
    );
    return {};
  };
  return {
    wanted,
    change: (part: Partial<Wanted>) => setWanted((now) => ({ ...now, ...part })),
    centres: organisation.data?.centres ?? [],
    errors: { ...(tried ? wrong : {}), ...refused } as Partial<Record<WantedField, string>>,
    busy: act.isPending,
    error: act.error instanceof ApiError && act.error.fields.length > 0 ? null : act.error,
    appoint,
  };
}
