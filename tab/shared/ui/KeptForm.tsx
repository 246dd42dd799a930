import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { asTime, t } from '../texts/texts.ts';
import { ActButton } from './ActButton.tsx';
import { ActFailed } from './Failed.tsx';
import { Notice } from './Notice.tsx';

/** Says that the form brought back what was written last, with the way to begin anew. */
export const Restored = ({ onDiscard, children }: { onDiscard: () => void; children?: ReactNode }) => (
  <Notice tone="info" actions={<Button onClick={onDiscard}>{t('common.form.discard')}</Button>}>
    {t('common.form.restored')} {children}
  </Notice>
);

/** How many fields are wrong, once somebody has tried to save. */
export const wrongFields = ({ errors, submitCount }: { errors: object; submitCount: number }): number =>
  submitCount > 0 ? Object.keys(errors).length : 0;

/** The end of a kept form: what was refused, how many fields are wrong, the button, and when it was kept. */
export function KeptFoot(props: {
  error: Error | null;
  wrong: number;
  busy: boolean;
  busyText: string;
  keptAt: string | undefined;
  /** Another way on, beside the button. */
  more?: ReactNode;
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
        {props.more}
        {props.keptAt && <span className="quiet">{t('common.form.saved', { time: asTime(props.keptAt) })}</span>}
      </div>
    </>
  );
}
