import type { AssetImportCheck } from '../../api/assets/contract.ts';
import { call, type ApiAnswer, type ApiRequest } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import type { ChosenFile } from '../shared/read-file.ts';
import { whileRunning } from '../shared/ui/ImportProgress.tsx';
import { importDraft, patientMilliseconds, useSheetImport } from '../shared/ui/useSheetImport.ts';

export const sources = ['own', 'os2kitos', 'os2compliance'] as const;
/** In display order. */
export const importFields = [
  ...(['title', 'kind', 'description', 'centre', 'owner', 'usedBy', 'supplier', 'criticality', 'state'] as const),
  ...(['hosting', 'personalData', 'dataSubjects', 'dependsOn', 'links', 'externalId'] as const),
  ...(['score', 'scoredOn', 'agreement', 'agreementOn'] as const),
] as const;
export type ImportField = (typeof importFields)[number];

type Body = NonNullable<ApiRequest<'POST /api/assets/imports/check'>['body']>;
type ReadAnswer = ApiAnswer<'POST /api/assets/imports/read'>;
export interface Mapped {
  source: (typeof sources)[number];
  kind: 'system' | 'workProcess';
  /** Column heading of each field; unmapped fields are unchanged. */
  columns: Partial<Record<ImportField, string>>;
  /** Values of the file's words, by field: one of ours, '' for none. */
  words: NonNullable<Body['mapping']['words']>;
}

const nothing: Mapped = { source: 'own', kind: 'system', columns: {}, words: [] };
const bodyOf = (file: ChosenFile, mapping: Mapped): Body => ({ ...file, mapping });

const assetImport = {
  draft: importDraft<ReadAnswer, Mapped, AssetImportCheck, ApiAnswer<'POST /api/assets/imports'>>(nothing),
  nothing: () => nothing,
  read: (file: ChosenFile) => call('POST /api/assets/imports/read', { body: file }, undefined, patientMilliseconds),
  guess: ({ guess }: ReadAnswer): Mapped => guess,
  check: (file: ChosenFile, mapped: Mapped) =>
    call('POST /api/assets/imports/check', { body: bodyOf(file, mapped) }, undefined, patientMilliseconds),
  write: (file: ChosenFile, mapped: Mapped) =>
    call('POST /api/assets/imports', { body: bodyOf(file, mapped) }, undefined, patientMilliseconds),
};

/** The import of assets: choose a file, map its columns, validate, write. */
export const useImportAssets = () => useSheetImport(assetImport);
export type AssetImport = ReturnType<typeof useImportAssets>;

/** The running import, or the latest result; polled while it runs. */
export const useImportRun = () => useView('GET /api/assets/imports/running', {}, whileRunning).data?.run;
export type ImportRun = ReturnType<typeof useImportRun>;
