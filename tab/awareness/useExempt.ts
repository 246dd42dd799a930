import { useState } from 'react';
import type { PersonRef } from '../../api/http/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';

const shortestReason = 5;

interface Wanted {
  person: PersonRef | undefined;
  courseKey: string;
  reason: string;
  from: string;
  until: string;
}
type Wrong = Partial<Record<'personId' | 'courseKey' | 'reason' | 'from' | 'until', string>>;

/** What is wrong with the form as it stands, by field. */
function wrongIn({ person, courseKey, reason, from, until }: Wanted): Wrong {
  const required = t('common.form.required');
  return {
    ...(person ? {} : { personId: required }),
    ...(courseKey ? {} : { courseKey: required }),
    ...(reason.trim().length < shortestReason ? { reason: t('awareness.exempt.reasonShort') } : {}),
    ...(from ? {} : { from: required }),
    ...(until && until < from ? { until: t('awareness.exempt.order') } : {}),
  };
}

/** The form that exempts a person from a course; person and course may be given. */
export function useExempt(given: { person?: PersonRef; course?: { key: string }; open: boolean; onClose: () => void }) {
  const today = useMe().data?.today ?? '';
  const courses = useView('GET /api/learning/courses', {}, { enabled: given.open && given.course === undefined });
  const known = courses.data?.courses ?? [];
  const [changed, setChanged] = useState<Partial<Wanted>>({});
  const [tried, setTried] = useState(false);
  const act = useAct('POST /api/learning/exemptions');
  const wanted: Wanted = {
    person: given.person,
    // With one course there is nothing to choose.
    courseKey: given.course?.key ?? (known.length === 1 ? (known[0]?.key ?? '') : ''),
    reason: '',
    from: today,
    until: '',
    ...changed,
  };
  const wrong = wrongIn(wanted);
  const refused: Wrong = Object.fromEntries(
    (act.error instanceof ApiError ? act.error.fields : []).map(({ path, message }) => [path, message]),
  );
  const exempt = (): Wrong => {
    setTried(true);
    const { person, courseKey, reason, from, until } = wanted;
    if (Object.keys(wrong).length > 0 || !person) return wrong;
    act.mutate(
      { body: { personId: person.id, courseKey, reason, from, ...(until ? { until } : {}) } },
      {
        onSuccess: () => {
          notify(t('awareness.exempt.done', { name: person.name }));
          setChanged({});
          setTried(false);
          given.onClose();
        },
      },
    );
    return {};
  };
  return {
    wanted,
    courses: known,
    errors: { ...(tried ? wrong : {}), ...refused },
    error: Object.keys(refused).length > 0 ? null : act.error,
    busy: act.isPending,
    change: (part: Partial<Wanted>) => setChanged((now) => ({ ...now, ...part })),
    exempt,
  };
}
