import type { CentreRef } from '../../api/http/contract.ts';
import type {
  AreaView,
  MakeProcedureBody,
  ProcedureDraftBody,
  ProcedureRow,
  ProcedureVersionView,
  TemplateView,
} from '../../api/procedures/contract.ts';

export type ProcedureKind = MakeProcedureBody['kind'];

/** What the form holds: everything as it is typed. */
export interface ProcedureValues {
  title: string;
  centreId: string;
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
  /** Of a file that is chosen and not sent: the file itself cannot be kept on the device. */
  fileName: string;
}
export const fields = [
  'title',
  'centreId',
  'area',
  'guidelineKey',
  'control',
  'jobTitles',
  'reviewMonths',
  'summary',
  'text',
] as const satisfies readonly (keyof ProcedureValues)[];

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
) {
  const area = areas.find(({ key, closed }) => key === template?.area && !closed);
  return {
    ...{ title: title ?? template?.title ?? '', text: template?.text ?? '' },
    ...{ centreId: centreId ?? '', guidelineKey: guidelineKey ?? '', area: area?.key ?? '' },
    ...{ control: '', summary: '', fileName, audience: 'everybody', jobTitles: [] },
    ...{ mustAcknowledge: true, needsLocal: false, reviewMonths: String(area?.reviewMonths ?? usualMonths) },
  } satisfies ProcedureValues;
}

/** A version to write on: the draft, or what is in force when a new one is begun, and then what is new is still to say. */
export function valuesOf(version: ProcedureVersionView, isDraft: boolean): ProcedureValues {
  const { title, area, guideline, control, jobTitles, mustAcknowledge, needsLocal, reviewMonths, text } = version;
  return {
    ...{ title, text, jobTitles, mustAcknowledge, needsLocal, centreId: '', area: area.key },
    ...{ guidelineKey: guideline?.key ?? '', control: control ?? '', reviewMonths: String(reviewMonths) },
    audience: jobTitles.length > 0 ? 'titles' : 'everybody',
    summary: isDraft ? version.summary : '',
    fileName: '',
  };
}

export function bodyOf(values: ProcedureValues, kind: ProcedureKind): ProcedureDraftBody {
  const { title, area, guidelineKey, control, audience, jobTitles, mustAcknowledge, needsLocal, summary, text } =
    values;
  return {
    ...{ title, area, mustAcknowledge, summary, text },
    ...(guidelineKey && kind === 'procedure' ? { guidelineKey } : {}),
    ...(control.trim() ? { control } : {}),
    jobTitles: audience === 'titles' ? jobTitles : [],
    needsLocal: kind === 'guideline' && needsLocal,
    reviewMonths: Number(values.reviewMonths),
  };
}
