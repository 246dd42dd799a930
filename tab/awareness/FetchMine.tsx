import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';

/** Asks Viva Learning now whether I have taken the course, and says what it answered. */
export function FetchMine() {
  const act = useAct('POST /api/learning/fetch-mine');
  const fetchNow = () =>
    act.mutate(
      {},
      {
        onSuccess: ({ recorded }) =>
          notify(t(recorded > 0 ? 'awareness.mine.fetched' : 'awareness.mine.fetchedNothing')),
      },
    );
  return (
    <>
      <ActButton busy={act.isPending} busyText={t('awareness.mine.fetching')} onClick={fetchNow}>
        {t('awareness.mine.fetch')}
      </ActButton>
      <ActFailed error={act.error} />
    </>
  );
}
