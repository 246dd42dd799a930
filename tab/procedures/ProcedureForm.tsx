import { Button } from '@fluentui/react-components';
import { t } from '../shared/texts/texts.ts';
import { FormFoot, Restored } from '../shared/forms/Form.tsx';
import { AudienceFields, everybody } from './AudienceFields.tsx';
import { ContentFields } from './ContentFields.tsx';
import type { Choosable, ProcedureFields, ProcedureValues } from './procedure-values.ts';
import type { ProcedureFormState } from './useProcedureForm.ts';
import { WhatFields } from './WhatFields.tsx';
import styles from './Procedures.module.css';
import { Conflict } from '../shared/forms/Conflict.tsx';

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

const labels = {
  title: 'common.word.title',
  summary: 'procedures.form.summary',
  text: 'procedures.form.text',
  area: 'common.word.area',
  guidelineKey: 'procedures.read.guideline',
  control: 'procedures.read.control',
  reviewMonths: 'procedures.form.howOften',
  audience: 'procedures.form.who',
  jobTitles: 'procedures.form.titles',
  mustAcknowledge: 'procedures.form.mustAcknowledge',
  needsLocal: 'procedures.form.needsLocal',
} as const satisfies Record<keyof ProcedureFields, string>;

/** Another's changes to the draft, in words. */
const ProcedureConflict = ({ state, choosable }: { state: ProcedureFormState; choosable: Choosable }) => (
  <Conflict
    state={state}
    name={(field) => (isWritten(field) ? t(labels[field]) : field)}
    said={(values, field) => (isWritten(field) ? saidBy(values, field, choosable) : '')}
  />
);

const isWritten = (field: keyof ProcedureValues): field is keyof ProcedureFields => field in labels;

function saidBy(values: ProcedureFields, field: keyof ProcedureFields, choosable: Choosable): string {
  const { kind, areas, guidelines, centre } = choosable;
  switch (field) {
    case 'area':
      return areas.find(({ key }) => key === values.area)?.title ?? values.area;
    case 'guidelineKey':
      return guidelines.find(({ key }) => key === values.guidelineKey)?.title ?? values.guidelineKey;
    case 'reviewMonths':
      return t('procedures.months', { count: Number(values.reviewMonths) });
    case 'audience':
      return values.audience === 'titles' ? t('procedures.form.part') : everybody(kind, centre);
    case 'jobTitles':
      return values.jobTitles.join('\n');
    case 'mustAcknowledge':
    case 'needsLocal':
      return t(values[field] ? 'meanwhile.yes' : 'meanwhile.no');
    case 'title':
    case 'summary':
    case 'control':
    case 'text':
      return values[field];
  }
}
