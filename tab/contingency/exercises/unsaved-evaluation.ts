import type { EvaluationBody, TestView } from '../../../api/contingency/contract.ts';

export interface Written {
  results: NonNullable<EvaluationBody['results']>;
  recovery: number | undefined;
  dataLoss: number | undefined;
  wentWell: string;
  toImprove: string;
}

export const writtenOf = ({ criteria, recovery, dataLoss, wentWell, toImprove }: TestView): Written => ({
  results: criteria.flatMap(({ key, met, measured, note }) =>
    met === undefined && note === ''
      ? []
      : [{ key, met: met === true, note, ...(measured === undefined ? {} : { hours: measured }) }],
  ),
  recovery,
  dataLoss,
  wentWell,
  toImprove,
});

/** Fields changed here and not saved, over those of the server. */
export function over(saved: Written, unsaved: EvaluationBody): Written {
  const { results = [], recovery, dataLoss, wentWell = saved.wentWell, toImprove = saved.toImprove } = unsaved;
  const isChanged = new Set(results.map(({ key }) => key));
  return {
    wentWell,
    toImprove,
    recovery: recovery === undefined ? saved.recovery : (recovery ?? undefined),
    dataLoss: dataLoss === undefined ? saved.dataLoss : (dataLoss ?? undefined),
    results: [...saved.results.filter(({ key }) => !isChanged.has(key)), ...results],
  };
}

/** What was changed after the rest was sent. */
export function unsentOf(now: EvaluationBody, sent: EvaluationBody): EvaluationBody {
  const results = now.results?.filter((result) => !sent.results?.includes(result)) ?? [];
  const others = Object.entries(now).filter(
    ([name, value]) => name !== 'results' && sent[name as keyof EvaluationBody] !== value,
  );
  return { ...Object.fromEntries(others), ...(results.length > 0 ? { results } : {}) };
}

type Result = Written['results'][number];
type Before = NonNullable<Result['before']>;

/** The results and texts of what is not saved as they were, which the API merges with what another wrote meanwhile. */
export interface Began {
  results: Readonly<Record<string, Before>>;
  texts: NonNullable<EvaluationBody['before']>;
}
export const noneBegan: Began = { results: {}, texts: {} };

/** What the boxes of a change showed before. */
export interface Shown {
  wentWell?: string;
  toImprove?: string;
  note?: string;
}

const asBefore = ({ met, hours, note }: Partial<Result>): Before => ({
  note: note ?? '',
  ...(met === undefined ? {} : { met }),
  ...(hours === undefined ? {} : { hours }),
});

/** With what a change begins from, unless it goes on from an earlier one. */
export function beganWith(began: Began, part: Partial<Written>, saved: Written, shown: Shown): Began {
  const texts = (['wentWell', 'toImprove'] as const).filter((name) => name in part);
  const ofResult = ({ key }: Result): Before => ({
    ...asBefore(saved.results.find((result) => result.key === key) ?? {}),
    ...(shown.note === undefined ? {} : { note: shown.note }),
  });
  return {
    texts: { ...Object.fromEntries(texts.map((name) => [name, shown[name] ?? saved[name]])), ...began.texts },
    results: {
      ...Object.fromEntries((part.results ?? []).map((result) => [result.key, ofResult(result)])),
      ...began.results,
    },
  };
}

/** What is typed after a save goes on from what was sent. */
export function beganAfter(unsent: EvaluationBody, sent: EvaluationBody): Began {
  const texts = (['wentWell', 'toImprove'] as const).filter((name) => unsent[name] !== undefined);
  const sentResult = (key: string) => sent.results?.find((result) => result.key === key) ?? {};
  return {
    texts: Object.fromEntries(texts.map((name) => [name, sent[name] ?? ''])),
    results: Object.fromEntries((unsent.results ?? []).map(({ key }) => [key, asBefore(sentResult(key))])),
  };
}

/** The request for what is not saved. */
export function requestOf(unsaved: EvaluationBody, { results, texts }: Began): EvaluationBody {
  const withBefore = (result: Result) => ({ ...result, before: results[result.key] });
  return {
    ...unsaved,
    ...(Object.keys(texts).length === 0 ? {} : { before: texts }),
    ...(unsaved.results ? { results: unsaved.results.map(withBefore) } : {}),
  };
}

/** Whether the answer holds what another wrote in the same text as well. */
export function isMerged(answer: TestView, { results = [], wentWell, toImprove }: EvaluationBody): boolean {
  const isOther = (now: string | undefined, sent: string | undefined) => sent !== undefined && now !== sent.trim();
  const noteOf = (key: string) => answer.criteria.find((criterion) => criterion.key === key)?.note;
  return (
    isOther(answer.wentWell, wentWell) ||
    isOther(answer.toImprove, toImprove) ||
    results.some(({ key, note }) => isOther(noteOf(key), note))
  );
}
