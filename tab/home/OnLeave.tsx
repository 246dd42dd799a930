import type { MeView } from '../../api/organisation/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { notifyAfter } from '../shared/ui/notify.ts';

/** My present or coming leave, who registered it, and the button that ends it. Otherwise nothing. */
export function OnLeave({ me: { leave, person } }: { me: MeView }) {
  const act = useAct('DELETE /api/absences/:personId');
  if (!leave) return null;
  const { by } = leave;
  const values = { from: asDate(leave.from), to: asDate(leave.to), name: by?.name ?? '' };
  const end = () => notifyAfter(act.mutateAsync({ params: { personId: person.id } }), t('home.leave.ended'));
  return (
    <Notice
      tone={by ? 'warning' : 'info'}
      title={t('home.leave.title', values)}
      actions={
        <ActButton busy={act.isPending} busyText={t('home.leave.ending')} onClick={end}>
          {t('home.leave.end')}
        </ActButton>
      }
    >
      <p>
        {by && <>{t('home.leave.by', values)} </>}
        {t('home.leave.means')}
      </p>
      <ActFailed error={act.error} />
    </Notice>
  );
}
