import type { AssetImportCheck } from '../../api/assets/contract.ts';
import { call, type ApiAnswer, type ApiRequest } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import type { ChosenFile } from '../shared/read-file.ts';
import { whileRunning } from '../shared/ui/ImportProgress.tsx';
import { keptImport, patientMilliseconds, useSheetImport } from '../shared/ui/useSheetImport.ts';

export const sources = ['own', 'os2kitos', 'os2compliance'] as const;
/** In the order in which one looks for them. */
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
  /** Heading of the column of each field; without one the field is left as it is. */
  columns: Partial<Record<ImportField, string>>;
  /** What words of the file mean, by field: a value of ours, '' for nothing. */
  words: NonNullable<Body['mapping']['words']>;
}

const nothing: Mapped = { source: 'own', kind: 'system', columns: {}, words: [] };
const bodyOf = (file: ChosenFile, mapping: Mapped): Body => ({ ...file, mapping });

const assetImport = {
  kept: keptImport<ReadAnswer, Mapped, AssetImportCheck, ApiAnswer<'POST /api/assets/imports'>>(nothing),
  nothing: () => nothing,
  read: (file: ChosenFile) => call('POST /api/assets/imports/read', { body: file }, undefined, patientMilliseconds),
  guess: ({ guess }: ReadAnswer): Mapped => guess,
  check: (file: ChosenFile, mapped: Mapped) =>
    call('POST /api/assets/imports/check', { body: bodyOf(file, mapped) }, undefined, patientMilliseconds),
  write: (file: ChosenFile, mapped: Mapped) =>
    call('POST /api/assets/imports', { body: bodyOf(file, mapped) }, undefined, patientMilliseconds),
};

/** The import of assets: choose a file, say what its columns are, try it, write it. */
export const useImportAssets = () => useSheetImport(assetImport);
export type AssetImport = ReturnType<typeof useImportAssets>;

/** The import that is still being written, or how the latest ended; looked at again while it runs. */
export const useImportRun = () => useView('GET /api/assets/imports/running', {}, whileRunning).data?.run;
export type ImportRun = ReturnType<typeof useImportRun>;
