import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { emptyRefusal, readFile, refusalOf, type ChosenFile } from '../read-file.ts';
import { refetchChanged } from '../api/queries.ts';
import { t } from '../texts/texts.ts';

/** Timeout of a large file in milliseconds. */
export const patientMilliseconds = 300_000;

interface Begun<Read, Mapped, Checked, Written> {
  file?: ChosenFile;
  read?: Read;
  mapped: Mapped;
  checked?: Checked;
  written?: Written;
}

/** An import in progress persists while the tab is open, across pages. */
export function importDraft<Read, Mapped, Checked, Written extends Checked>(nothing: Mapped) {
  let begun: Begun<Read, Mapped, Checked, Written> = { mapped: nothing };
  return { now: () => begun, keep: (next: typeof begun) => void (begun = next) };
}

/** What differs by kind of list. */
export interface SheetImport<Read, Mapped, Checked, Written extends Checked> {
  draft: ReturnType<typeof importDraft<Read, Mapped, Checked, Written>>;
  /** The initial mapping; after an import, that of the next. */
  nothing: (before: Mapped) => Mapped;
  /** Why a file is refused, in words, by its name and size; absent: a sheet is wanted. */
  refusal?: (file: File) => string | undefined;
  read: (file: ChosenFile) => Promise<Read>;
  /** Guesses the mapping of a file's columns. */
  guess: (read: Read, before: Mapped) => Mapped;
  check: (file: ChosenFile, mapped: Mapped) => Promise<Checked>;
  write: (file: ChosenFile, mapped: Mapped) => Promise<Written>;
}

/** The import of a list: choose a file, map its columns, validate, write. Each step persists when going back. */
export function useSheetImport<Read extends { rows: number }, Mapped, Checked, Written extends Checked>(
  kind: SheetImport<Read, Mapped, Checked, Written>,
) {
  const queries = useQueryClient();
  const { draft } = kind;
  const [now, setNow] = useState(draft.now);
  const [fileProblem, setFileProblem] = useState<string>();
  /** The step just reached; its heading is focused. */
  const [arrived, setArrived] = useState<'columns' | 'check' | 'done'>();
  const change = (next: Begun<Read, Mapped, Checked, Written>) => {
    draft.keep(next);
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
      if (found.read.rows === 0) return setFileProblem(emptyRefusal(found.file));
      change({ file: found.file, read: found.read, mapped: kind.guess(found.read, draft.now().mapped) });
      setArrived('columns');
    },
  });
  const check = useMutation({
    mutationFn: (file: ChosenFile) => kind.check(file, draft.now().mapped),
    onSuccess: (checked) => {
      change({ ...draft.now(), checked });
      setArrived('check');
    },
  });
  const write = useMutation({
    mutationFn: (file: ChosenFile) => kind.write(file, draft.now().mapped),
    onSuccess: (written) => {
      change({ ...draft.now(), checked: written, written });
      setArrived('done');
      refetchChanged(queries);
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
     * A changed mapping invalidates the check. `keepChecked`: it is still shown, where the answer is given beside it.
     */
    map: (part: Partial<Mapped>, { keepChecked = false } = {}) => {
      const { file, read: columns, mapped, checked } = draft.now();
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
      change({ mapped: kind.nothing(draft.now().mapped) });
      setArrived(undefined);
      [read, check, write].forEach((step) => step.reset());
    },
  };
}
