import { Button } from '@fluentui/react-button';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { AskDialog } from '../shared/ui/AskDialog.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';
import type { Exemption } from './views.ts';

/** Ends an exemption today, with what that means in words. */
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
    <AskDialog
      open={props.open}
      title={t('awareness.exemptions.ending.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <ActButton
            appearance="primary"
            busy={act.isPending}
            busyText={t('awareness.exemptions.ending.working')}
            onClick={end}
          >
            {t('awareness.exemptions.ending.button')}
          </ActButton>
        </>
      }
    >
      <p>{t('awareness.exemptions.ending.text', { name })}</p>
      <ActFailed error={act.error} />
    </AskDialog>
  );
}
