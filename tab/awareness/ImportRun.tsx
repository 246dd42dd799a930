import type { ImportRun } from '../../api/awareness/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Bar } from '../shared/ui/Bar.tsx';
import { Notice } from '../shared/ui/Notice.tsx';

const lookMilliseconds = 2_000;

/** The import that is still being written, or how the latest ended; looked at again while it runs. */
export const useImportRun = (): ImportRun | undefined =>
  useView(
    'GET /api/learning/imports/running',
    {},
    { every: (answer) => (answer?.run?.running === true ? lookMilliseconds : false) },
  ).data?.run;

/** How far a large import has come, or that it stopped and how the rest is saved. */
export function ImportProgress({ run }: { run: ImportRun | undefined }) {
  if (!run) return null;
  const { recorded, total } = run;
  if (run.running)
    return (
      <div className="card" role="status">
        <h2 className="card-title">{t('awareness.import.run.title')}</h2>
        <Bar percent={total === 0 ? 0 : (recorded / total) * 100} />
        <p>{t('awareness.import.run.text', { recorded, total })}</p>
      </div>
    );
  if (run.problem === undefined) return null;
  return (
    <Notice tone="warning" live>
      {t('awareness.import.run.stopped', { recorded, total })}
    </Notice>
  );
}
