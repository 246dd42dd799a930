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

const memberInWords = (name: string, chair: boolean): string => (chair ? `${name} (${t('appointments.chair')})` : name);

/** The form of a proposal. */
export const useProposalForm = ({ role, changes, values }: ProposalStart) =>
  useForm({
    start: values,
    draft: `appointment:${changes?.key ?? role}`,
    shared: {
      etag: changes?.expected ?? '',
      code: 'appointments.changedMeanwhile',
      names: {
        members: t('appointments.form.members'),
        startsOn: t('appointments.form.startsOn'),
        endsOn: t('appointments.form.endsOn'),
        reason: t('appointments.proposal.reason'),
      },
      said: ({ members }, field) =>
        field === 'members'
          ? members.map(({ person, chair }) => memberInWords(person.name, chair)).join('\n')
          : undefined,
      latest: async (read) => {
        const now = await read('GET /api/appointments/proposals/:proposalKey', {
          params: { proposalKey: changes?.key ?? '' },
        });
        return { values: startOf(now).values, by: now.changedBy.name, at: now.changedAt };
      },
    },
    send: ({ members, ...dates }, api, { etag }) => {
      const body = {
        ...dates,
        role,
        members: members.map(({ person, chair }) => ({ personId: person.id, chair })),
      };
      return changes
        ? api('PUT /api/appointments/proposals/:proposalKey', {
            params: { proposalKey: changes.key },
            body: { ...body, expected: etag },
          })
        : api('POST /api/appointments/proposals', { body });
    },
    saved: t('appointments.form.saved'),
    goTo: ({ key }) => `/appointments/${encodeURIComponent(key)}`,
  });
