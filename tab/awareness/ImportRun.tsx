import type { ImportRun } from '../../api/awareness/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ImportProgress, whileRunning } from '../shared/ui/ImportProgress.tsx';

/** The import that is still being written, or how the latest ended; looked at again while it runs. */
export const useImportRun = (): ImportRun | undefined =>
  useView('GET /api/learning/imports/running', {}, whileRunning).data?.run;

/** How far a large import has come, or that it stopped and how the rest is saved. */
export const LearningImportProgress = ({ run }: { run: ImportRun | undefined }) => (
  <ImportProgress run={run && { ...run, done: run.recorded }} again={t('awareness.import.run.again')} />
);
