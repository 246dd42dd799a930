import type { RoundView } from '../../api/awareness/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';

/** Closing a round records absentees permanently: their number is stated beforehand. */
export function CloseRoundDialog(props: { round: RoundView; open: boolean; onClose: () => void }) {
  const { round, onClose } = props;
  const act = useAct('POST /api/learning/rounds/:roundKey/close');
  const { title, missing } = round;
  const close = () =>
    act.mutate(
      { params: { roundKey: round.key } },
      {
        onSuccess: () => {
          notify(t('awareness.rounds.closing.done', { title }));
          onClose();
        },
      },
    );
  return (
    <ActDialog
      open={props.open}
      title={t('awareness.rounds.closeOf', { title })}
      onClose={onClose}
      act={{
        text: t('awareness.rounds.closing.button'),
        busyText: t('awareness.rounds.closing.working'),
        busy: act.isPending,
        press: close,
      }}
    >
      <Consequence
        first={
          missing === 0 ? t('awareness.rounds.closing.nobody') : t('awareness.rounds.closing.first', { count: missing })
        }
      >
        <p>{t('awareness.rounds.closing.text')}</p>
      </Consequence>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}
