import { useCallback, useEffect, useRef, useState } from 'react';
import type { EvaluationBody, TestView } from '../../../api/contingency/contract.ts';
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

/** An evaluation that saves itself: after a pause, and on leaving the page. */
export function useEvaluation(test: TestView) {
  const [written, setWritten] = useState(() => writtenOf(test));
  const [savedAt, setSavedAt] = useState<string>();
  const waiting = useRef<EvaluationBody>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { mutateAsync, error, isPending } = useAct('PUT /api/contingency/tests/:testKey/evaluation');
  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const body = waiting.current;
    if (Object.keys(body).length === 0) return true;
    waiting.current = {};
    try {
      await mutateAsync({ params: { testKey: test.key }, body });
      setSavedAt(new Date().toISOString());
      return true;
    } catch {
      // Retained for the retry, below later input.
      waiting.current = { ...body, ...waiting.current };
      return false;
    }
  }, [mutateAsync, test.key]);
  useEffect(() => {
    const leave = () => void save();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);
  const change = (part: Partial<Written>) => {
    setWritten((before) => ({ ...before, ...part }));
    const { recovery, dataLoss, ...rest } = part;
    waiting.current = {
      ...waiting.current,
      ...rest,
      ...('recovery' in part ? { recovery: recovery ?? null } : {}),
      ...('dataLoss' in part ? { dataLoss: dataLoss ?? null } : {}),
    };
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), restMilliseconds);
  };
  return { written, change, save, savedAt, error, saving: isPending };
}
