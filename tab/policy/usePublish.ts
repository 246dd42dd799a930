import { useState } from 'react';
import type { PolicyVersionView } from '../../api/policy/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { useKept } from '../shared/ui/kept.ts';
import { notify } from '../shared/ui/notify.ts';

export const shortestReason = 10;

/** What a publication would do, asked for while the question is open; the reason is kept if the reader leaves to look. */
export function usePublish(version: PolicyVersionView, open: boolean, onDone: () => void) {
  const audience = useView(
    'GET /api/policy/versions/:versionKey/audience',
    { params: { versionKey: version.key } },
    { enabled: open },
  );
  const act = useAct('POST /api/policy/versions/:versionKey/publish');
  const { found, keep, forget } = useKept<string>(`publish.${version.key}`);
  const [reason, setReason] = useState(found ?? '');
  const [seen, setSeen] = useState(false);
  const [tried, setTried] = useState(false);
  const reasonRefused =
    act.error instanceof ApiError ? act.error.fields.find(({ path }) => path === 'reason')?.message : undefined;
  const tooShort = reason.trim().length < shortestReason;
  return {
    audience,
    reason,
    seen,
    setSeen,
    busy: act.isPending,
    error: reasonRefused ? null : act.error,
    reasonError: reasonRefused ?? (tried && tooShort ? t('policy.publish.reasonShort') : undefined),
    seenError: tried && !seen ? t('policy.publish.confirmNeeded') : undefined,
    changeReason: (text: string) => {
      setReason(text);
      keep(text);
    },
    publish: () => {
      setTried(true);
      if (tooShort || !seen) return;
      act.mutate(
        { params: { versionKey: version.key }, body: { reason } },
        {
          onSuccess: () => {
            forget();
            notify(t('policy.publish.done', { number: version.number }));
            onDone();
          },
        },
      );
    },
  };
}
