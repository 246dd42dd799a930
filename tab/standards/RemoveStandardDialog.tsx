import { useLocation } from 'wouter';
import type { StandardSummary } from '../../api/standards/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';

/** Removes an imported standard, with the consequence. */
export function RemoveStandardDialog(props: { standard: StandardSummary; open: boolean; onClose: () => void }) {
  const { standard, onClose } = props;
  const [, goTo] = useLocation();
  const act = useAct('DELETE /api/standards/:standardKey');
  const press = () =>
    act.mutate(
      { params: { standardKey: standard.key } },
      {
        onSuccess: () => {
          notify(t('standards.remove.done'));
          goTo('/standards');
        },
      },
    );
  return (
    <ActDialog
      open={props.open}
      title={t('standards.remove.title', { title: standard.title })}
      onClose={onClose}
      act={{ text: t('standards.one.remove'), busyText: t('standards.remove.busy'), busy: act.isPending, press }}
    >
      <Consequence first={t('standards.remove.text', { count: standard.coverage.total })}>
        <p>{t('standards.remove.keep')}</p>
      </Consequence>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}
