import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StandardImportCheck } from '../../api/standards/contract.ts';
import { call, type ApiAnswer } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { readFile, type ChosenFile } from '../shared/read-file.ts';
import { t } from '../shared/texts/texts.ts';
import { lookMilliseconds } from '../shared/ui/ImportProgress.tsx';

/** A large file takes its time. */
const patientMilliseconds = 300_000;
const largestBytes = 10 * 1024 * 1024;

type Written = ApiAnswer<'POST /api/standards/imports'>;
interface Begun {
  file?: ChosenFile;
  title: string;
  checked?: StandardImportCheck;
  written?: Written;
}
/** What has been begun stays while the tab is open: one may look at another page and come back. */
let begun: Begun = { title: '' };

const isLibrary = (name: string): boolean => /\.ya?ml$/i.test(name);

function refusalOf({ name, size }: File): string | undefined {
  if (!isLibrary(name) && !/\.(csv|txt|xlsx)$/i.test(name)) return t('standards.import.wrongKind', { name });
  if (size > largestBytes) return t('files.sheet.tooLarge', { name });
  return size === 0 ? t('files.sheet.empty', { name }) : undefined;
}

/** The import of a standard: choose a file, say what a table is called, try it, write it. */
export function useImportStandard() {
  const queries = useQueryClient();
  const [now, setNow] = useState(begun);
  const [problem, setProblem] = useState<string>();
  const [tried, setTried] = useState(false);
  /** The step that has just been reached; its heading takes the focus. */
  const [arrived, setArrived] = useState<'check' | 'done'>();
  const change = (next: Begun) => {
    begun = next;
    setNow(next);
  };
  const needsTitle = now.file !== undefined && !isLibrary(now.file.fileName);
  const body = (file: ChosenFile) => ({ ...file, ...(needsTitle ? { title: now.title.trim() } : {}) });
  const read = useMutation({
    mutationFn: (chosen: File) => readFile(chosen),
    onSuccess: (file) => change({ title: begun.title, file }),
    onError: (_, { name }) => setProblem(t('files.sheet.unreadable', { name })),
  });
  const check = useMutation({
    mutationFn: (file: ChosenFile) =>
      call('POST /api/standards/imports/check', { body: body(file) }, undefined, patientMilliseconds),
    onSuccess: (checked) => {
      change({ ...begun, checked });
      setArrived('check');
    },
  });
  const write = useMutation({
    mutationFn: (file: ChosenFile) =>
      call('POST /api/standards/imports', { body: body(file) }, undefined, patientMilliseconds),
    onSuccess: (written) => {
      change({ ...begun, checked: written, written });
      setArrived('done');
      void queries.invalidateQueries();
    },
  });
  const titleMissing = needsTitle && now.title.trim() === '';
  return {
    ...now,
    ...{ problem, needsTitle, arrived },
    reading: read.isPending,
    titleWrong: tried && titleMissing,
    checking: check.isPending,
    checkError: check.error,
    writing: write.isPending,
    writeError: write.error,
    choose: (file: File) => {
      const refused = refusalOf(file);
      setProblem(refused);
      [check, write].forEach((step) => step.reset());
      if (!refused) read.mutate(file);
    },
    name: (title: string) => {
      check.reset();
      const { file } = begun;
      change({ title, ...(file ? { file } : {}) });
    },
    check: () => {
      setTried(true);
      if (now.file && !titleMissing) check.mutate(now.file);
    },
    write: () => now.file && write.mutate(now.file),
    again: () => {
      change({ title: '' });
      setArrived(undefined);
      setTried(false);
      [check, write].forEach((step) => step.reset());
    },
  };
}
export type StandardImport = ReturnType<typeof useImportStandard>;

/** The import that is being written, or how the latest ended. */
export const useStandardRun = () =>
  useView(
    'GET /api/standard-imports/running',
    {},
    { every: (answer) => (answer?.run?.running === true ? lookMilliseconds : false) },
  ).data?.run;
