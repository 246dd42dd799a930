import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';
import type { Exemption } from './views.ts';

/** Ends an exemption today, with the consequence in words. */
export function EndExemptionDialog(props: { exemption: Exemption; open: boolean; onClose: () => void }) {
  const { exemption, onClose } = props;
  const act = useAct('POST /api/learning/exemptions/:key/end');
  const { name } = exemption.person;
  const end = () =>
    act.mutate(
      { params: { key: exemption.key } },
      {
        onSuccess: () => {
          notify(t('awareness.exemptions.ending.done', { name }));
          onClose();
        },
      },
    );
  return (
    <ActDialog
      open={props.open}
      title={t('awareness.exemptions.ending.title')}
      onClose={onClose}
      act={{
        text: t('awareness.exemptions.ending.button'),
        busyText: t('awareness.exemptions.ending.working'),
        busy: act.isPending,
        press: end,
      }}
    >
      <p>{t('awareness.exemptions.ending.text', { name })}</p>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}
