import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../shared/api/client.ts';
import { refetchChanged } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';

/** Fetches a course's completions from Viva Learning: one call queries some, and the next continues. */
export function useSync(courseKey: string) {
  const queries = useQueryClient();
  const [left, setLeft] = useState(0);
  const sync = useMutation({
    mutationFn: async () => {
      const sum = { asked: 0, recorded: 0 };
      for (;;) {
        const answer = await call('POST /api/learning/courses/:courseKey/sync', { params: { courseKey } });
        sum.asked += answer.asked;
        sum.recorded += answer.recorded;
        // None was queried although some are left: a further call would not progress either.
        if (answer.left === 0 || answer.asked === 0) return sum;
        setLeft(answer.left);
      }
    },
    onSuccess: ({ asked, recorded }) =>
      notify(
        recorded === 0
          ? t('awareness.courses.syncedNothing')
          : t('awareness.courses.synced', { count: recorded, asked }),
      ),
    onSettled: () => {
      setLeft(0);
      refetchChanged(queries);
    },
  });
  return { sync: () => sync.mutate(), left, busy: sync.isPending, error: sync.error };
}
