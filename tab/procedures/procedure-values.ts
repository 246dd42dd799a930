import type { CentreRef } from '../../api/http/contract.ts';
import type {
  AreaView,
  MakeProcedureBody,
  ProcedureDraftBody,
  ProcedureRow,
  ProcedureVersionView,
  TemplateView,
} from '../../api/procedures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import type { Meaning } from '../shared/forms/merge-fields.ts';
import type { SavedNow } from '../shared/forms/useConflict.ts';

export type ProcedureKind = MakeProcedureBody['kind'];

/** Input as typed. */
export interface ProcedureFields {
  title: string;
  area: string;
  guidelineKey: string;
  control: string;
  audience: 'everybody' | 'titles';
  jobTitles: string[];
  mustAcknowledge: boolean;
  needsLocal: boolean;
  reviewMonths: string;
  summary: string;
  text: string;
}
/** Values of the form. */
export interface ProcedureValues extends ProcedureFields {
  centreId: string;
  /** Of a selected, unsent file: the file itself cannot be stored on the device. */
  fileName: string;
}
/** Concurrently editable. */
export const mergedFields = [
  ...(['title', 'summary', 'text', 'area', 'guidelineKey', 'control', 'reviewMonths'] as const),
  ...(['audience', 'jobTitles', 'mustAcknowledge', 'needsLocal'] as const),
] as const satisfies readonly (keyof ProcedureFields)[];

export const procedureMeaning: Meaning<ProcedureValues> = (values, field) =>
  ({ ...values, jobTitles: values.audience === 'titles' ? values.jobTitles.toSorted() : [] })[field];

export const longest = { title: 200, control: 60, summary: 600, text: 50_000 } as const;
export const reviewChoices = [6, 12, 18, 24, 36] as const;
const usualMonths = 12;

/** Options of the fields. */
export interface Choosable {
  kind: ProcedureKind;
  areas: readonly AreaView[];
  guidelines: readonly Pick<ProcedureRow, 'key' | 'title'>[];
  /** Empty when the centre is given. */
  centres: readonly CentreRef[];
  /** The given centre. */
  centre: CentreRef | undefined;
}

/** A guideline by name; one that is out of use is said to be so. */
export const linkText = ({ title, retired }: NonNullable<ProcedureRow['guideline']>): string =>
  retired ? t('procedures.read.outOfUse', { title }) : title;

/** Guidelines to choose between; the one already chosen stays, also when it is out of use. */
export const withChosen = (
  guidelines: readonly ProcedureRow[],
  chosen: ProcedureRow['guideline'],
): Choosable['guidelines'] =>
  chosen === undefined || guidelines.some(({ key }) => key === chosen.key)
    ? guidelines
    : [...guidelines, { key: chosen.key, title: linkText(chosen) }];

/** Start of a new one: from a template, a title (of a file), a guideline to implement, or nothing. */
export interface Beginning {
  title?: string | undefined;
  template?: TemplateView | undefined;
  centreId?: string | undefined;
  guidelineKey?: string | undefined;
  fileName?: string | undefined;
}

export function newValues(
  { title, template, centreId, guidelineKey, fileName = '' }: Beginning,
  areas: readonly AreaView[],
): ProcedureValues {
  const area = areas.find(({ key, closed }) => key === template?.area && !closed);
  return {
    centreId: centreId ?? '',
    fileName,
    title: title ?? template?.title ?? '',
    text: template?.text ?? '',
    guidelineKey: guidelineKey ?? '',
    area: area?.key ?? '',
    control: '',
    summary: '',
    audience: 'everybody',
    jobTitles: [],
    mustAcknowledge: true,
    needsLocal: false,
    reviewMonths: String(area?.reviewMonths ?? usualMonths),
  };
}

/** Values to edit: the draft, or the version in force for a new one, then with an empty summary. */
export function valuesOf(version: ProcedureVersionView, isDraft: boolean): ProcedureValues {
  const { title, area, guideline, control, jobTitles, mustAcknowledge, needsLocal, reviewMonths, text } = version;
  return {
    centreId: '',
    fileName: '',
    title,
    text,
    jobTitles,
    mustAcknowledge,
    needsLocal,
    area: area.key,
    guidelineKey: guideline?.key ?? '',
    control: control ?? '',
    reviewMonths: String(reviewMonths),
    audience: jobTitles.length > 0 ? 'titles' : 'everybody',
    summary: isDraft ? version.summary : '',
  };
}

/** The version being edited: the draft, or the one in force if none. */
export const savedValues = (version: ProcedureVersionView, isDraft: boolean): SavedNow<ProcedureValues> => ({
  values: valuesOf(version, isDraft),
  by: version.madeBy.name,
  at: version.changedAt,
});

export function bodyOf(values: ProcedureValues, kind: ProcedureKind): Omit<ProcedureDraftBody, 'expected'> {
  const { title, area, guidelineKey, control, audience, jobTitles, mustAcknowledge, needsLocal, summary, text } =
    values;
  return {
    title,
    area,
    mustAcknowledge,
    summary,
    text,
    ...(guidelineKey && kind === 'procedure' ? { guidelineKey } : {}),
    ...(control.trim() ? { control } : {}),
    jobTitles: audience === 'titles' ? jobTitles : [],
    needsLocal: kind === 'guideline' && needsLocal,
    reviewMonths: Number(values.reviewMonths),
  };
}
