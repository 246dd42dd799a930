import type { PolicyVersionView } from '../../api/policy/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';

/** Effects of a submission, fetched while the dialog is open. */
export function useSubmit(version: PolicyVersionView, open: boolean, onDone: () => void) {
  const params = { versionKey: version.key };
  const audience = useView('GET /api/policy/versions/:versionKey/audience', { params }, { enabled: open });
  const comments = useView('GET /api/policy/versions/:versionKey/comments', { params }, { enabled: open });
  const act = useAct('POST /api/policy/versions/:versionKey/submit');
  return {
    audience,
    openComments: comments.data?.open ?? 0,
    busy: act.isPending,
    error: act.error,
    submit: () =>
      act.mutate(
        { params },
        {
          onSuccess: () => {
            notify(t('policy.submit.done', { number: version.number }));
            onDone();
          },
        },
      ),
  };
}
