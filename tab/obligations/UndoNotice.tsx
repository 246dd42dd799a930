import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../shared/api/client.ts';
import { refetchChanged } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { notify } from '../shared/ui/notify.ts';
import type { HandOverResult } from './useHandOver.ts';

/** The latest hand-over, with undo. */
export function UndoNotice({ result, onGone }: { result: HandOverResult; onGone: () => void }) {
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: async () => {
      for (const { key } of result.handOvers)
        await call('POST /api/obligations/hand-overs/:key/end', { params: { key } });
    },
    onSuccess: () => {
      notify(t('obligations.handOver.undone'));
      onGone();
    },
    onSettled: () => refetchChanged(queries),
  });
  return (
    <Notice
      tone="success"
      live
      actions={
        result.handOvers.length > 0 && (
          <ActButton busy={undo.isPending} busyText={t('obligations.handOver.undoing')} onClick={() => undo.mutate()}>
            {t('obligations.handOver.undo')}
          </ActButton>
        )
      }
    >
      <p>{result.text}</p>
      <ActFailed error={undo.error} />
    </Notice>
  );
}
