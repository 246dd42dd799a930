import type { ImportRun } from '../../api/awareness/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ImportProgress, whileRunning } from '../shared/ui/ImportProgress.tsx';

/** The running import, or the latest result; polled while it runs. */
export const useImportRun = (): ImportRun | undefined =>
  useView('GET /api/learning/imports/running', {}, whileRunning).data?.run;

/** Progress of a large import, or that it stopped and how to resume. */
export const LearningImportProgress = ({ run }: { run: ImportRun | undefined }) => (
  <ImportProgress run={run && { ...run, done: run.recorded }} again={t('awareness.import.run.again')} />
);
