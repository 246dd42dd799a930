import { useLocation } from 'wouter';
import type { AppointedBody, ProposalView } from '../../api/appointments/contract.ts';
import type { PersonRef } from '../../api/http/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';

export interface ProposalValues {
  members: { person: PersonRef; chair: boolean }[];
  startsOn: string;
  endsOn: string;
  reason: string;
}
const fields = ['members', 'startsOn', 'endsOn', 'reason'] as const;

export interface ProposalStart {
  role: AppointedBody['role'];
  /** The proposal that is changed, and as of when it was read. */
  changes?: { key: string; seen: string };
  values: ProposalValues;
}

/** The people of today, without those who are there by office. */
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
  changes: { key, seen: changedAt },
  values: { members, startsOn, endsOn, reason },
});

/** The form of a proposal; it keeps itself on this device until it is saved. */
export function useProposalForm({ role, changes, values: start }: ProposalStart) {
  const [, goTo] = useLocation();
  const kept = useKeptForm<ProposalValues>(`appointment:${changes?.key ?? role}`, start, fields);
  const propose = useAct('POST /api/appointments/proposals');
  const change = useAct('PUT /api/appointments/proposals/:proposalKey');
  const save = kept.form.handleSubmit(async ({ members, ...values }) => {
    const body = {
      ...values,
      role,
      members: members.map(({ person, chair }) => ({ personId: person.id, chair })),
      ...(changes ? { seen: changes.seen } : {}),
    };
    try {
      const saved = changes
        ? await change.mutateAsync({ params: { proposalKey: changes.key }, body })
        : await propose.mutateAsync({ body });
      kept.saved();
      notify(t('appointments.form.saved'));
      goTo(`/appointments/${encodeURIComponent(saved.key)}`);
    } catch (error) {
      kept.refuse(error);
    }
  });
  return {
    form: kept.form,
    save,
    busy: propose.isPending || change.isPending,
    error: kept.elsewhere(propose.error ?? change.error),
    keptAt: kept.keptAt,
    restored: kept.restored,
    discardKept: kept.discardKept,
  };
}
