import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EvaluationBody, TestView } from '../../../api/contingency/contract.ts';
import { changeView } from '../../shared/api/change-view.ts';
import { useAct } from '../../shared/api/queries.ts';

const restMilliseconds = 700;

export interface Written {
  results: NonNullable<EvaluationBody['results']>;
  recovery: number | undefined;
  dataLoss: number | undefined;
  wentWell: string;
  toImprove: string;
}

const writtenOf = ({ criteria, recovery, dataLoss, wentWell, toImprove }: TestView): Written => ({
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
function over(saved: Written, unsaved: EvaluationBody): Written {
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
function unsentOf(now: EvaluationBody, sent: EvaluationBody): EvaluationBody {
  const results = now.results?.filter((result) => !sent.results?.includes(result)) ?? [];
  const others = Object.entries(now).filter(
    ([name, value]) => name !== 'results' && sent[name as keyof EvaluationBody] !== value,
  );
  return { ...Object.fromEntries(others), ...(results.length > 0 ? { results } : {}) };
}

/**
 * An evaluation that saves itself, after a pause and on leaving the page: what was changed here, field by field and result
 * by result, so that two may evaluate at once. All else is shown as the server has it.
 */
export function useEvaluation(test: TestView) {
  const [unsaved, setUnsaved] = useState<EvaluationBody>({});
  const [savedAt, setSavedAt] = useState<string>();
  const latest = useRef(unsaved);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<boolean>>(undefined);
  const queries = useQueryClient();
  const { mutateAsync, error, isPending } = useAct('PUT /api/contingency/tests/:testKey/evaluation');
  const put = (next: EvaluationBody) => {
    latest.current = next;
    setUnsaved(next);
  };
  const save = useCallback(
    async ({ isLeaving = false } = {}): Promise<boolean> => {
      clearTimeout(timer.current);
      // One after the other: an older value must not arrive last. A page that is left does not see an answer.
      if (!isLeaving) await sending.current;
      const body = latest.current;
      if (Object.keys(body).length === 0) return true;
      const params = { testKey: test.key };
      const saving = mutateAsync({ params, body }).then(
        async (answer) => {
          await changeView(queries, 'GET /api/contingency/tests/:testKey', { params }, () => answer);
          put(unsentOf(latest.current, body));
          setSavedAt(new Date().toISOString());
          return true;
        },
        // Retained for the retry.
        () => false,
      );
      sending.current = saving;
      return saving;
    },
    [mutateAsync, queries, test.key],
  );
  useEffect(() => {
    const leave = () => void save({ isLeaving: true });
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);
  const change = (part: Partial<Written>) => {
    const { recovery, dataLoss, results, ...texts } = part;
    const isChanged = new Set(results?.map(({ key }) => key));
    const before = latest.current.results?.filter(({ key }) => !isChanged.has(key)) ?? [];
    put({
      ...latest.current,
      ...texts,
      ...(results ? { results: [...before, ...results] } : {}),
      ...('recovery' in part ? { recovery: recovery ?? null } : {}),
      ...('dataLoss' in part ? { dataLoss: dataLoss ?? null } : {}),
    });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), restMilliseconds);
  };
  return { written: over(writtenOf(test), unsaved), change, save, savedAt, error, saving: isPending };
}
