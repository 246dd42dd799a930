import { t } from '../texts/texts.ts';
import { Bar } from './Bar.tsx';
import { Notice } from './Notice.tsx';

/** Milliseconds until one looks again while a list is being written. */
const lookMilliseconds = 2_000;
/** How a view of the import that is being written, or of how the latest ended, is looked at again. */
export const whileRunning = {
  every: (answer: { run?: { running: boolean } | undefined } | undefined) =>
    answer?.run?.running === true ? lookMilliseconds : (false as const),
};

/** How far the writing of a large list has come, or that it stopped and how the rest is saved. */
export function ImportProgress(props: {
  run: { done: number; total: number; running: boolean; problem?: string | undefined } | undefined;
  /** Nothing is written twice when the file is chosen again, in the words of what is written. */
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
