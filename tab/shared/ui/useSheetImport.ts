import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readFile, refusalOf, type ChosenFile } from '../read-file.ts';
import { t } from '../texts/texts.ts';

/** Milliseconds that a large file may take. */
export const patientMilliseconds = 300_000;

interface Begun<Read, Mapped, Checked, Written> {
  file?: ChosenFile;
  read?: Read;
  mapped: Mapped;
  checked?: Checked;
  written?: Written;
}

/** What has been begun stays while the tab is open: one may look at another page and come back. */
export function keptImport<Read, Mapped, Checked, Written extends Checked>(nothing: Mapped) {
  let begun: Begun<Read, Mapped, Checked, Written> = { mapped: nothing };
  return { now: () => begun, keep: (next: typeof begun) => void (begun = next) };
}

/** What one kind of list says of itself. */
export interface SheetImport<Read, Mapped, Checked, Written extends Checked> {
  kept: ReturnType<typeof keptImport<Read, Mapped, Checked, Written>>;
  /** What is answered before a file is chosen; after an import, what the next begins with. */
  nothing: (before: Mapped) => Mapped;
  /** Why a file cannot be used, in words, as far as its name and size say; absent: a sheet is wanted. */
  refusal?: (file: File) => string | undefined;
  read: (file: ChosenFile) => Promise<Read>;
  /** What the columns of a file mean, as far as one can guess. */
  guess: (read: Read, before: Mapped) => Mapped;
  check: (file: ChosenFile, mapped: Mapped) => Promise<Checked>;
  write: (file: ChosenFile, mapped: Mapped) => Promise<Written>;
}

/** The import of a list: choose a file, say what its columns are, try it, write it. Each step stays when one goes back. */
export function useSheetImport<Read extends { rows: number }, Mapped, Checked, Written extends Checked>(
  kind: SheetImport<Read, Mapped, Checked, Written>,
) {
  const queries = useQueryClient();
  const { kept } = kind;
  const [now, setNow] = useState(kept.now);
  const [fileProblem, setFileProblem] = useState<string>();
  /** The step that has just been reached; its heading takes the focus. */
  const [arrived, setArrived] = useState<'columns' | 'check' | 'done'>();
  const change = (next: Begun<Read, Mapped, Checked, Written>) => {
    kept.keep(next);
    setNow(next);
  };
  const read = useMutation({
    mutationFn: async (chosen: File) => {
      const file = await readFile(chosen).catch(() => undefined);
      if (!file) return { problem: t('files.sheet.unreadable', { name: chosen.name }) };
      return { file, read: await kind.read(file) };
    },
    onSuccess: (found) => {
      if ('problem' in found) return setFileProblem(found.problem);
      if (found.read.rows === 0) return setFileProblem(t('files.sheet.noRows', { name: found.file.fileName }));
      change({ file: found.file, read: found.read, mapped: kind.guess(found.read, kept.now().mapped) });
      setArrived('columns');
    },
  });
  const check = useMutation({
    mutationFn: (file: ChosenFile) => kind.check(file, kept.now().mapped),
    onSuccess: (checked) => {
      change({ ...kept.now(), checked });
      setArrived('check');
    },
  });
  const write = useMutation({
    mutationFn: (file: ChosenFile) => kind.write(file, kept.now().mapped),
    onSuccess: (written) => {
      change({ ...kept.now(), checked: written, written });
      setArrived('done');
      void queries.invalidateQueries();
    },
  });
  return {
    file: now.file,
    columns: now.read,
    mapped: now.mapped,
    checked: now.checked,
    written: now.written,
    arrived,
    fileProblem,
    reading: read.isPending,
    readError: read.error,
    checking: check.isPending,
    checkError: check.error,
    writing: write.isPending,
    writeError: write.error,
    choose: (file: File) => {
      const refused = (kind.refusal ?? refusalOf)(file);
      setFileProblem(refused);
      read.reset();
      if (!refused) read.mutate(file);
    },
    /**
     * Another answer about a column: what was tried before no longer counts. `keepChecked`: it is still shown, where the
     * answer is given beside it.
     */
    map: (part: Partial<Mapped>, { keepChecked = false } = {}) => {
      const { file, read: columns, mapped, checked } = kept.now();
      check.reset();
      write.reset();
      change({
        ...(file ? { file } : {}),
        ...(columns ? { read: columns } : {}),
        ...(keepChecked && checked ? { checked } : {}),
        mapped: { ...mapped, ...part },
      });
    },
    check: () => now.file && check.mutate(now.file),
    write: () => now.file && write.mutate(now.file),
    again: () => {
      change({ mapped: kind.nothing(kept.now().mapped) });
      setArrived(undefined);
      [read, check, write].forEach((step) => step.reset());
    },
  };
}
