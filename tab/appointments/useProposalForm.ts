import type { AppointedBody, ProposalView } from '../../api/appointments/contract.ts';
import type { PersonRef } from '../../api/http/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { useForm } from '../shared/forms/useForm.ts';

export interface ProposalValues {
  members: { person: PersonRef; chair: boolean }[];
  startsOn: string;
  endsOn: string;
  reason: string;
}

export interface ProposalStart {
  role: AppointedBody['role'];
  /** The changed proposal, and when it was read. */
  changes?: { key: string; expected: string };
  values: ProposalValues;
}

/** The current people, without ex officio members. */
export const startWith = ({ role, members }: AppointedBody): ProposalStart => ({
  role,
  values: {
    members: members
      .filter(({ state, office }) => state === 'current' && office === undefined)
      .map(({ person, chair }) => ({ person, chair })),
    startsOn: '',
    endsOn: '',
    reason: '',
  },
});

export const startOf = ({ key, role, members, startsOn, endsOn, reason, changedAt }: ProposalView): ProposalStart => ({
  role,
  changes: { key, expected: changedAt },
  values: { members, startsOn, endsOn, reason },
});

/** The form of a proposal. */
export const useProposalForm = ({ role, changes, values }: ProposalStart) =>
  useForm({
    start: values,
    draft: `appointment:${changes?.key ?? role}`,
    send: ({ members, ...dates }, api) => {
      const body = {
        ...dates,
        role,
        members: members.map(({ person, chair }) => ({ personId: person.id, chair })),
        ...(changes ? { expected: changes.expected } : {}),
      };
      return changes
        ? api('PUT /api/appointments/proposals/:proposalKey', { params: { proposalKey: changes.key }, body })
        : api('POST /api/appointments/proposals', { body });
    },
    saved: t('appointments.form.saved'),
    goTo: ({ key }) => `/appointments/${encodeURIComponent(key)}`,
  });
