import type { CentreRef } from '../../api/http/contract.ts';
import type {
  AreaView,
  MakeProcedureBody,
  ProcedureDraftBody,
  ProcedureRow,
  ProcedureVersionView,
  TemplateView,
} from '../../api/procedures/contract.ts';
import type { Meaning } from '../shared/forms/merge-fields.ts';
import type { SavedNow } from '../shared/forms/useConflict.ts';

export type ProcedureKind = MakeProcedureBody['kind'];

/** What is written, as it is typed. */
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
/** What the form holds. */
export interface ProcedureValues extends ProcedureFields {
  centreId: string;
  /** Of a file that is chosen and not sent: the file itself cannot be kept on the device. */
  fileName: string;
}
/** What two may change at once. */
export const mergedFields = [
  ...(['title', 'summary', 'text', 'area', 'guidelineKey', 'control', 'reviewMonths'] as const),
  ...(['audience', 'jobTitles', 'mustAcknowledge', 'needsLocal'] as const),
] as const satisfies readonly (keyof ProcedureFields)[];

export const procedureMeaning: Meaning<ProcedureValues> = (values, field) =>
  ({ ...values, jobTitles: values.audience === 'titles' ? values.jobTitles.toSorted() : [] })[field];

export const longest = { title: 200, control: 60, summary: 600, text: 50_000 } as const;
export const reviewChoices = [6, 12, 18, 24, 36] as const;
const usualMonths = 12;

/** What the fields choose among. */
export interface Choosable {
  kind: ProcedureKind;
  areas: readonly AreaView[];
  guidelines: readonly ProcedureRow[];
  /** Empty where the centre is given already. */
  centres: readonly CentreRef[];
  /** The centre when it is given. */
  centre: CentreRef | undefined;
}

/** How a new one begins: from a template, a title (of a file), a guideline to carry out, or nothing. */
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

/** A version to write on: the draft, or what is in force when a new one is begun, and then what is new is still to say. */
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

/** The version that is written on: the draft, or what is in force where there is none. */
export const savedOf = (version: ProcedureVersionView, isDraft: boolean): SavedNow<ProcedureValues> => ({
  values: valuesOf(version, isDraft),
  by: version.madeBy.name,
  at: version.changedAt,
});

export function bodyOf(values: ProcedureValues, kind: ProcedureKind): ProcedureDraftBody {
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
