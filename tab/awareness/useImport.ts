import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportCheck } from '../../api/awareness/contract.ts';
import { call, type ApiAnswer, type ApiRequest } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { readFile, refusalOf, type ChosenFile } from './read-file.ts';

/** A large file takes its time. */
const patientMilliseconds = 300_000;

type ReadAnswer = ApiAnswer<'POST /api/learning/imports/read'>;
export interface Mapped {
  courseKey: string;
  person: string;
  completedOn: string;
  /** Heading of the column with the state; empty: every row is one. */
  stateColumn: string;
  completed: string;
}
export type MappedField = keyof Mapped;

interface Begun {
  file?: ChosenFile;
  read?: ReadAnswer;
  mapped: Mapped;
  checked?: ImportCheck;
  recorded?: number;
  /** Still being written when the answer came. */
  left?: number;
}
const nothing: Begun = { mapped: { courseKey: '', person: '', completedOn: '', stateColumn: '', completed: '' } };
/** What has been begun stays while the tab is open: one may look at another page and come back. */
let begun: Begun = nothing;

/** What is missing before the file can be tried, by field. */
export function missingIn(mapped: Mapped): Partial<Record<MappedField, string>> {
  const required = t('common.form.required');
  return {
    ...(mapped.courseKey ? {} : { courseKey: required }),
    ...(mapped.person ? {} : { person: required }),
    ...(mapped.completedOn ? {} : { completedOn: required }),
    ...(mapped.stateColumn && !mapped.completed.trim() ? { completed: required } : {}),
  };
}

function bodyOf(file: ChosenFile, mapped: Mapped): NonNullable<ApiRequest<'POST /api/learning/imports/check'>['body']> {
  const { courseKey, person, completedOn, stateColumn, completed } = mapped;
  const state = stateColumn ? { state: { column: stateColumn, completed: completed.trim() } } : {};
  return { ...file, courseKey, mapping: { person, completedOn, ...state } };
}

/** The import: choose a file, say what its columns are, try it, record it. Each step stays when one goes back. */
export function useImport() {
  const queries = useQueryClient();
  const courses = useView('GET /api/learning/courses', {});
  const [now, setNow] = useState(begun);
  const [fileProblem, setFileProblem] = useState<string>();
  /** The step that has just been reached; its heading takes the focus. */
  const [arrived, setArrived] = useState<'columns' | 'check' | 'done'>();
  const change = (next: Begun) => {
    begun = next;
    setNow(next);
  };
  const only = courses.data?.courses.length === 1 ? courses.data.courses[0]?.key : undefined;
  const mapped = { ...now.mapped, courseKey: now.mapped.courseKey || (only ?? '') };

  const read = useMutation({
    mutationFn: async (chosen: File) => {
      const file = await readFile(chosen).catch(() => undefined);
      if (!file) return { problem: t('awareness.import.file.unreadable', { name: chosen.name }) };
      const request = { body: file };
      return { file, read: await call('POST /api/learning/imports/read', request, undefined, patientMilliseconds) };
    },
    onSuccess: (found) => {
      if ('problem' in found) return setFileProblem(found.problem);
      if (found.read.rows === 0)
        return setFileProblem(t('awareness.import.file.noRows', { name: found.file.fileName }));
      const { guess } = found.read;
      change({
        file: found.file,
        read: found.read,
        mapped: {
          courseKey: mapped.courseKey,
          person: guess.person ?? '',
          completedOn: guess.completedOn ?? '',
          stateColumn: guess.state?.column ?? '',
          completed: guess.state?.completed ?? '',
        },
      });
      setArrived('columns');
    },
  });
  const check = useMutation({
    mutationFn: (file: ChosenFile) =>
      call('POST /api/learning/imports/check', { body: bodyOf(file, mapped) }, undefined, patientMilliseconds),
    onSuccess: (checked) => {
      change({ ...begun, mapped, checked });
      setArrived('check');
    },
  });
  const record = useMutation({
    mutationFn: (file: ChosenFile) =>
      call('POST /api/learning/imports', { body: bodyOf(file, mapped) }, undefined, patientMilliseconds),
    onSuccess: ({ recorded, left, ...checked }) => {
      change({ ...begun, mapped, checked, recorded, left });
      setArrived('done');
      void queries.invalidateQueries();
    },
  });
  return {
    courses,
    file: now.file,
    columns: now.read,
    mapped,
    checked: now.checked,
    recorded: now.recorded,
    left: now.left ?? 0,
    arrived,
    fileProblem,
    reading: read.isPending,
    readError: read.error,
    checking: check.isPending,
    checkError: check.error,
    recording: record.isPending,
    recordError: record.error,
    choose: (file: File) => {
      const refused = refusalOf(file);
      setFileProblem(refused);
      read.reset();
      if (!refused) read.mutate(file);
    },
    /** Another answer about a column: what was tried before no longer counts. */
    map: (part: Partial<Mapped>) => {
      const { file, read: columns } = begun;
      check.reset();
      record.reset();
      change({ ...(file ? { file } : {}), ...(columns ? { read: columns } : {}), mapped: { ...mapped, ...part } });
    },
    check: () => now.file && check.mutate(now.file),
    record: () => now.file && record.mutate(now.file),
    again: () => {
      change({ mapped: { ...nothing.mapped, courseKey: mapped.courseKey } });
      setArrived(undefined);
      [read, check, record].forEach((step) => step.reset());
    },
  };
}
export type Import = ReturnType<typeof useImport>;
