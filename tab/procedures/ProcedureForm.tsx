import { Button } from '@fluentui/react-components';
import { t } from '../shared/texts/texts.ts';
import { FormFoot, Restored } from '../shared/forms/Form.tsx';
import { AudienceFields } from './AudienceFields.tsx';
import { ContentFields } from './ContentFields.tsx';
import type { Choosable } from './procedure-values.ts';
import { ProcedureConflict } from './ProcedureConflict.tsx';
import type { ProcedureFormState } from './useProcedureForm.ts';
import { WhatFields } from './WhatFields.tsx';
import styles from './Procedures.module.css';

/** Metadata, audience and content, with buttons. Its draft is on this device until the API has it. */
export function ProcedureForm(props: { state: ProcedureFormState; choosable: Choosable; onDiscard: () => void }) {
  const { state, choosable } = props;
  const working = state.busy;
  return (
    <form className={styles.procedureForm} noValidate onSubmit={(event) => void state.saveThen('submit')(event)}>
      {state.draft.restored && (
        <Restored onDiscard={props.onDiscard}>
          {state.lostFile && t('procedures.form.fileLost', { name: state.lostFile })}
        </Restored>
      )}
      <ContentFields state={state} />
      <WhatFields form={state.form} choosable={choosable} />
      <AudienceFields form={state.form} choosable={choosable} />
      <ProcedureConflict state={state} choosable={choosable} />
      <FormFoot
        state={state}
        busyText={t('procedures.form.saving')}
        more={
          <Button size="large" disabledFocusable={working} onClick={() => !working && void state.saveThen('read')()}>
            {t('procedures.form.save')}
          </Button>
        }
      >
        {t('procedures.form.saveAndSubmit')}
      </FormFoot>
    </form>
  );
}
