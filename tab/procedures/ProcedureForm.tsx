import { Button } from '@fluentui/react-button';
import { asTime, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { AudienceFields } from './AudienceFields.tsx';
import { ContentFields } from './ContentFields.tsx';
import type { Choosable } from './procedure-values.ts';
import type { ProcedureFormState } from './useProcedureForm.ts';
import { WhatFields } from './WhatFields.tsx';

/** What, for whom and the content, with the way on. It keeps itself on this device until it is saved. */
export function ProcedureForm(props: { state: ProcedureFormState; choosable: Choosable; onDiscard: () => void }) {
  const { state, choosable } = props;
  const { errors, submitCount } = state.form.formState;
  const wrong = submitCount > 0 ? Object.keys(errors).length : 0;
  const working = state.busy;
  return (
    <form className="procedure-form" noValidate onSubmit={(event) => void state.saveThen('submit')(event)}>
      {state.restored && (
        <Notice tone="info" actions={<Button onClick={props.onDiscard}>{t('common.form.discard')}</Button>}>
          {t('common.form.restored')} {state.lostFile && t('procedures.form.fileLost', { name: state.lostFile })}
        </Notice>
      )}
      <ContentFields state={state} />
      <WhatFields form={state.form} choosable={choosable} />
      <AudienceFields form={state.form} choosable={choosable} />
      <ActFailed error={state.error} />
      {wrong > 0 && (
        <Notice tone="error" live>
          {t('common.form.errors', { count: wrong })}
        </Notice>
      )}
      <div className="procedure-foot">
        <ActButton
          type="submit"
          appearance="primary"
          size="large"
          busy={working}
          busyText={t('procedures.form.saving')}
        >
          {t('procedures.form.saveAndSubmit')}
        </ActButton>
        <Button size="large" disabledFocusable={working} onClick={() => !working && void state.saveThen('read')()}>
          {t('procedures.form.save')}
        </Button>
        {state.keptAt && <span className="quiet">{t('common.form.saved', { time: asTime(state.keptAt) })}</span>}
      </div>
    </form>
  );
}
