import { Button } from '@fluentui/react-button';
import { asTime, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';

/** Says that the form brought back what was written last, with the way to begin anew. */
export const Restored = ({ onDiscard }: { onDiscard: () => void }) => (
  <Notice tone="info" actions={<Button onClick={onDiscard}>{t('common.form.discard')}</Button>}>
    {t('common.form.restored')}
  </Notice>
);

/** The end of a kept form: what was refused, how many fields are wrong, the button, and when it was kept. */
export function KeptFoot(props: {
  error: Error | null;
  wrong: number;
  busy: boolean;
  busyText: string;
  keptAt: string | undefined;
  children: string;
}) {
  return (
    <>
      <ActFailed error={props.error} />
      {props.wrong > 0 && (
        <Notice tone="error" live>
          {t('common.form.errors', { count: props.wrong })}
        </Notice>
      )}
      <div className="filters">
        <ActButton type="submit" appearance="primary" size="large" busy={props.busy} busyText={props.busyText}>
          {props.children}
        </ActButton>
        {props.keptAt && <span className="quiet">{t('common.form.saved', { time: asTime(props.keptAt) })}</span>}
      </div>
    </>
  );
}
