import { Conflict } from '../shared/forms/Conflict.tsx';
import { t } from '../shared/texts/texts.ts';
import { everybody } from './AudienceFields.tsx';
import type { Choosable, ProcedureFields, ProcedureValues } from './procedure-values.ts';
import type { ProcedureFormState } from './useProcedureForm.ts';

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
export const ProcedureConflict = ({ state, choosable }: { state: ProcedureFormState; choosable: Choosable }) => (
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
