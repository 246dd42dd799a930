import { useState } from 'react';
import type { StandardImportCheck } from '../../api/standards/contract.ts';
import { call, type ApiAnswer } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { sizeRefusal, type ChosenFile } from '../shared/read-file.ts';
import { t } from '../shared/texts/texts.ts';
import { whileRunning } from '../shared/ui/ImportProgress.tsx';
import { importDraft, patientMilliseconds, useSheetImport } from '../shared/ui/useSheetImport.ts';

/** A table's name; a library has its own. */
interface Mapped {
  title: string;
}
/** A file is parsed by the server; here only whether it needs a name. */
interface Read {
  rows: number;
  needsTitle: boolean;
}
const isLibrary = (name: string): boolean => /\.ya?ml$/i.test(name);
const bodyOf = (file: ChosenFile, { title }: Mapped) => ({
  ...file,
  ...(isLibrary(file.fileName) ? {} : { title: title.trim() }),
});

const standardImport = {
  draft: importDraft<Read, Mapped, StandardImportCheck, ApiAnswer<'POST /api/standards/imports'>>({ title: '' }),
  nothing: () => ({ title: '' }),
  refusal: (file: File) =>
    isLibrary(file.name) || /\.(csv|txt|xlsx)$/i.test(file.name)
      ? sizeRefusal(file)
      : t('standards.import.wrongKind', { name: file.name }),
  read: ({ fileName }: ChosenFile) => Promise.resolve({ rows: 1, needsTitle: !isLibrary(fileName) }),
  guess: (_: Read, before: Mapped) => before,
  check: (file: ChosenFile, mapped: Mapped) =>
    call('POST /api/standards/imports/check', { body: bodyOf(file, mapped) }, undefined, patientMilliseconds),
  write: (file: ChosenFile, mapped: Mapped) =>
    call('POST /api/standards/imports', { body: bodyOf(file, mapped) }, undefined, patientMilliseconds),
};

/** The import of a standard: choose a file, name a table, check it, write it. */
export function useImportStandard() {
  const form = useSheetImport(standardImport);
  const [tried, setTried] = useState(false);
  const needsTitle = form.columns?.needsTitle === true;
  const titleMissing = needsTitle && form.mapped.title.trim() === '';
  return {
    ...form,
    needsTitle,
    titleMissing,
    titleWrong: tried && titleMissing,
    check: () => {
      setTried(true);
      if (!titleMissing) form.check();
    },
    again: () => {
      setTried(false);
      form.again();
    },
  };
}
export type StandardImport = ReturnType<typeof useImportStandard>;

/** The running import, or the latest result. */
export const useStandardRun = () => useView('GET /api/standard-imports/running', {}, whileRunning).data?.run;
