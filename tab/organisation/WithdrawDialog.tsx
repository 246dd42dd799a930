import type { AssignmentView } from '../../api/organisation/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';

/** Withdraws an appointment that has not begun, with the consequence in words. */
export function WithdrawDialog(props: { assignment: AssignmentView; open: boolean; onClose: () => void }) {
  const { assignment, onClose } = props;
  const { key, person, role, startsOn } = assignment;
  const endsOn = useMe().data?.today ?? '';
  const act = useAct('POST /api/organisation/assignments/:key/end');
  const words = { name: person.name, role: t(`roles.${role}`), date: asDate(startsOn) };
  const press = () =>
    act.mutate(
      { params: { key }, body: { endsOn } },
      {
        onSuccess: () => {
          notify(t('organisation.withdrawal.done', words));
          onClose();
        },
      },
    );
  return (
    <ActDialog
      open={props.open}
      title={t('organisation.withdrawal.title')}
      onClose={onClose}
      act={{
        text: t('organisation.withdrawal.button'),
        busyText: t('organisation.withdrawal.working'),
        busy: act.isPending,
        press,
      }}
    >
      <Consequence first={t('organisation.withdrawal.first', words)}>
        <p>{t('organisation.withdrawal.second')}</p>
        {assignment.decided && <p>{t('organisation.withdrawal.decided')}</p>}
      </Consequence>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}
