import { Button } from '@fluentui/react-components';
import type { ReactNode, SyntheticEvent } from 'react';
import { asTime, t } from '../texts/texts.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { ActFailed } from '../ui/Failed.tsx';
import { Notice } from '../ui/Notice.tsx';

/** The part of `useForm`'s state shown by its page or dialog. */
export interface FormLooks {
  save: (event?: SyntheticEvent) => Promise<void>;
  busy: boolean;
  error: unknown;
  wrong: number;
  draft: { savedAt: string | undefined; restored: boolean; discard: () => void };
  conflict: { found: unknown };
  meanwhile?: ReactNode;
}

/** States that the form was restored from a draft, with a button to start over. */
export const Restored = ({ onDiscard, children }: { onDiscard: () => void; children?: ReactNode }) => (
  <Notice tone="info" actions={<Button onClick={onDiscard}>{t('common.form.discard')}</Button>}>
    {t('common.form.restored')} {children}
  </Notice>
);

/** A form as a page: the restored draft, the fields, and the foot with the button. */
export function Form(props: {
  state: FormLooks;
  className?: string | undefined;
  button: string;
  busyText?: string | undefined;
  /** Further actions. */
  more?: ReactNode;
  /** Under the button. */
  below?: ReactNode;
  children: ReactNode;
}) {
  const { state } = props;
  return (
    <form className={props.className} noValidate onSubmit={(event) => void state.save(event)}>
      {state.draft.restored && <Restored onDiscard={state.draft.discard} />}
      {props.children}
      {state.meanwhile}
      <FormFoot state={state} busyText={props.busyText} more={props.more}>
        {state.conflict.found ? t('common.form.saveAgain') : props.button}
      </FormFoot>
      {props.below}
    </form>
  );
}

/** The error, the number of invalid fields, the button, and when the draft was saved. */
export function FormFoot(props: {
  state: Omit<FormLooks, 'save'>;
  busyText?: string | undefined;
  more?: ReactNode;
  children: string;
}) {
  const { error, wrong, busy, draft } = props.state;
  return (
    <>
      <ActFailed error={error} />
      {wrong > 0 && (
        <Notice tone="error" live>
          {t('common.form.errors', { count: wrong })}
        </Notice>
      )}
      <div className="filters" data-part="form-foot">
        <ActButton
          type="submit"
          appearance="primary"
          size="large"
          busy={busy}
          busyText={props.busyText ?? t('common.word.saving')}
        >
          {props.children}
        </ActButton>
        {props.more}
        {draft.savedAt && <span className="quiet">{t('common.form.saved', { time: asTime(draft.savedAt) })}</span>}
      </div>
    </>
  );
}
