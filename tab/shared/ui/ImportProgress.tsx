import { t } from '../texts/texts.ts';
import { Bar } from './Bar.tsx';
import { Notice } from './Notice.tsx';

/** Milliseconds between polls while a list is being written. */
const lookMilliseconds = 2_000;
/** Polling of a view of the running import, or of the latest result. */
export const whileRunning = {
  every: (answer: { run?: { running: boolean } | undefined } | undefined) =>
    answer?.run?.running === true ? lookMilliseconds : (false as const),
};

/** Progress of a large import, or that it stopped and how to resume. */
export function ImportProgress(props: {
  run: { done: number; total: number; running: boolean; problem?: string | undefined } | undefined;
  /** A repeated file writes nothing twice, in the words of the list. */
  again: string;
}) {
  const { run } = props;
  if (!run) return null;
  const { done, total } = run;
  if (run.running)
    return (
      <div className="card" role="status">
        <h2 className="card-title">{t('files.sheet.run')}</h2>
        <Bar percent={total === 0 ? 0 : (done / total) * 100} />
        <p>{t('files.sheet.running', { done, total })}</p>
      </div>
    );
  if (run.problem === undefined) return null;
  return (
    <Notice tone="warning" live>
      {t('files.sheet.stopped', { done, total })} {props.again}
    </Notice>
  );
}
