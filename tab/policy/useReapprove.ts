import { useState } from 'react';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { useDraft } from '../shared/forms/useDraft.ts';
import { notify } from '../shared/ui/notify.ts';

/** Sends the version in force for its yearly approval; the note is kept if the reader leaves to look. */
export function useReapprove(versionKey: string, onDone: () => void) {
  const { found, keep, forget } = useDraft<string>(`reapprove.${versionKey}`);
  const [note, setNote] = useState(found ?? '');
  const act = useAct('POST /api/policy/reapprove');
  return {
    note,
    changeNote: (text: string) => {
      setNote(text);
      keep(text);
    },
    busy: act.isPending,
    error: act.error,
    send: () =>
      act.mutate(
        { body: { note } },
        {
          onSuccess: () => {
            forget();
            notify(t('policy.yearly.done'));
            onDone();
          },
        },
      ),
  };
}
