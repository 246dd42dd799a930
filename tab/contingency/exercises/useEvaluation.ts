import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EvaluationBody, TestView } from '../../../api/contingency/contract.ts';
import { changeView } from '../../shared/api/change-view.ts';
import { useAct } from '../../shared/api/queries.ts';
import { loadTexts, t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';
import {
  beganAfter,
  beganWith,
  isMerged,
  noneBegan,
  over,
  requestOf,
  unsentOf,
  writtenOf,
  type Shown,
  type Written,
} from './unsaved-evaluation.ts';

const restMilliseconds = 700;

/**
 * An evaluation that saves itself, after a pause and on leaving the page: what was changed here, field by field and
 * result by result, so that two may evaluate at once. All else is shown as the server has it.
 */
export function useEvaluation(test: TestView) {
  const [unsaved, setUnsaved] = useState<EvaluationBody>({});
  const [savedAt, setSavedAt] = useState<string>();
  const latest = useRef(unsaved);
  const began = useRef(noneBegan);
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
      const saving = mutateAsync({ params, body: requestOf(body, began.current) }).then(
        async (answer) => {
          await changeView(queries, 'GET /api/contingency/tests/:testKey', { params }, () => answer);
          const unsent = unsentOf(latest.current, body);
          began.current = beganAfter(unsent, body);
          put(unsent);
          setSavedAt(new Date().toISOString());
          if (isMerged(answer, body)) void loadTexts('meanwhile').then(() => notify(t('meanwhile.bothWrote')));
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
  /** With what the boxes showed before. */
  const change = (part: Partial<Written>, shown: Shown = {}) => {
    began.current = beganWith(began.current, part, writtenOf(test), shown);
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
