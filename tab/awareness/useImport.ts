import type { ImportCheck } from '../../api/awareness/contract.ts';
import { call, type ApiAnswer, type ApiRequest } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import type { ChosenFile } from '../shared/read-file.ts';
import { t } from '../shared/texts/texts.ts';
import { importDraft, patientMilliseconds, useSheetImport } from '../shared/ui/useSheetImport.ts';

type ReadAnswer = ApiAnswer<'POST /api/learning/imports/read'>;
export interface Mapped {
  courseKey: string;
  person: string;
  completedOn: string;
  /** Heading of the state column; empty: every row counts. */
  stateColumn: string;
  completed: string;
  /** Heading of the course column; empty: every row is about it. */
  courseColumn: string;
  /** Its value in rows about the course. */
  courseValue: string;
}
export type MappedField = keyof Mapped;

const nothing: Mapped = {
  courseKey: '',
  person: '',
  completedOn: '',
  stateColumn: '',
  completed: '',
  courseColumn: '',
  courseValue: '',
};
const draft = importDraft<ReadAnswer, Mapped, ImportCheck, ApiAnswer<'POST /api/learning/imports'>>(nothing);

/** Missing before the file can be checked, by field. */
export function missingIn(mapped: Mapped): Partial<Record<MappedField, string>> {
  const required = t('common.form.required');
  return {
    ...(mapped.courseKey ? {} : { courseKey: required }),
    ...(mapped.person ? {} : { person: required }),
    ...(mapped.completedOn ? {} : { completedOn: required }),
    ...(mapped.stateColumn && !mapped.completed.trim() ? { completed: required } : {}),
    ...(mapped.courseColumn && !mapped.courseValue.trim() ? { courseValue: required } : {}),
  };
}

function bodyOf(file: ChosenFile, mapped: Mapped): NonNullable<ApiRequest<'POST /api/learning/imports/check'>['body']> {
  const { courseKey, person, completedOn, stateColumn, completed, courseColumn, courseValue } = mapped;
  const state = stateColumn ? { state: { column: stateColumn, completed: completed.trim() } } : {};
  const course = courseColumn ? { course: { column: courseColumn, value: courseValue.trim() } } : {};
  return { ...file, courseKey, mapping: { person, completedOn, ...state, ...course } };
}

/** `chosen` preselects a single course. */
const learningImport = (chosen: (mapped: Mapped) => Mapped) => ({
  draft,
  nothing: ({ courseKey }: Mapped) => ({ ...nothing, courseKey }),
  read: (file: ChosenFile) => call('POST /api/learning/imports/read', { body: file }, undefined, patientMilliseconds),
  guess: ({ guess, courses }: ReadAnswer, { courseKey }: Mapped) => ({
    courseKey,
    person: guess.person ?? '',
    completedOn: guess.completedOn ?? '',
    stateColumn: guess.state?.column ?? '',
    completed: guess.state?.completed ?? '',
    courseColumn: courses?.column ?? '',
    // One of several is the reader's choice: rows of the others would count as taken.
    courseValue: courses?.values.length === 1 ? (courses.values[0] ?? '') : '',
  }),
  check: (file: ChosenFile, mapped: Mapped) =>
    call('POST /api/learning/imports/check', { body: bodyOf(file, chosen(mapped)) }, undefined, patientMilliseconds),
  write: (file: ChosenFile, mapped: Mapped) =>
    call('POST /api/learning/imports', { body: bodyOf(file, chosen(mapped)) }, undefined, patientMilliseconds),
});

/** The import of completions: choose a file, map its columns, validate, record. */
export function useImport() {
  const courses = useView('GET /api/learning/courses', {});
  const only = courses.data?.courses.length === 1 ? courses.data.courses[0]?.key : undefined;
  const chosen = (mapped: Mapped) => ({ ...mapped, courseKey: mapped.courseKey || (only ?? '') });
  const form = useSheetImport(learningImport(chosen));
  return { ...form, courses, mapped: chosen(form.mapped) };
}
export type Import = ReturnType<typeof useImport>;
