import type { PolicyVersionView } from '../../api/policy/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The reader's receipt for a version, and its act. */
export function useAcknowledge(version: PolicyVersionView, myDue: string | undefined) {
  const me = useMe();
  const act = useAct('POST /api/policy/versions/:versionKey/acknowledge');
  const due = myDue ?? version.acknowledgeBy;
  return {
    receipt: version.receipt ?? act.data?.receipt,
    /** The receipt was given in this view. */
    justGiven: act.data !== undefined,
    firstName: me.data?.person.name.split(' ')[0] ?? '',
    due: due && me.data ? { day: due, daysLeft: day(due) - day(me.data.today) } : undefined,
    busy: act.isPending,
    error: act.error,
    acknowledge: () => act.mutate({ params: { versionKey: version.key } }),
  };
}
