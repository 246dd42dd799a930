import { Button } from '@fluentui/react-components';
import { t } from '../shared/texts/texts.ts';
import { KeptFoot, Restored, wrongFields } from '../shared/ui/KeptForm.tsx';
import { AudienceFields } from './AudienceFields.tsx';
import { ContentFields } from './ContentFields.tsx';
import type { Choosable } from './procedure-values.ts';
import { ProcedureMeanwhile } from './ProcedureMeanwhile.tsx';
import type { ProcedureFormState } from './useProcedureForm.ts';
import { WhatFields } from './WhatFields.tsx';
import styles from './Procedures.module.css';

/** What, for whom and the content, with the way on. It keeps itself on this device until it is saved. */
export function ProcedureForm(props: { state: ProcedureFormState; choosable: Choosable; onDiscard: () => void }) {
  const { state, choosable } = props;
  const working = state.busy;
  return (
    <form className={styles.procedureForm} noValidate onSubmit={(event) => void state.saveThen('submit')(event)}>
      {state.restored && (
        <Restored onDiscard={props.onDiscard}>
          {state.lostFile && t('procedures.form.fileLost', { name: state.lostFile })}
        </Restored>
      )}
      <ContentFields state={state} />
      <WhatFields form={state.form} choosable={choosable} />
      <AudienceFields form={state.form} choosable={choosable} />
      <ProcedureMeanwhile state={state} choosable={choosable} />
      <KeptFoot
        error={state.error}
        wrong={wrongFields(state.form.formState)}
        busy={working}
        busyText={t('procedures.form.saving')}
        keptAt={state.keptAt}
        more={
          <Button size="large" disabledFocusable={working} onClick={() => !working && void state.saveThen('read')()}>
            {t('procedures.form.save')}
          </Button>
        }
      >
        {t('procedures.form.saveAndSubmit')}
      </KeptFoot>
    </form>
  );
}
