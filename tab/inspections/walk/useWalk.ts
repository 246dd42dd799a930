import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { AnsweredMeanwhile, InspectionView, ResultValue } from '../../../api/inspections/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { changeView } from '../../shared/api/change-view.ts';
import { useAct } from '../../shared/api/queries.ts';
import { useDraft } from '../../shared/forms/useDraft.ts';
import { loadTexts, t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';

export interface Line {
  result?: ResultValue | undefined;
  seen: string;
  sample: string;
}
interface WalkDraft {
  lines: Record<string, Line>;
  /** Unsent ones as they were, which the API merges with what another wrote meanwhile. */
  before?: Record<string, Line>;
  /** Typed here, and not yet at the server. */
  unsent: string[];
}
const nothing: Line = { seen: '', sample: '' };
/** Pause in typing before sending, and between two offline retries. */
const [restMilliseconds, againMilliseconds] = [1_200, 15_000];

/**
 * Walk-through input: stored on this device with every key, sent after a pause, and later if offline. Unsent input
 * takes precedence over the server's.
 */
export function useWalk(visit: InspectionView) {
  const draft = useDraft<WalkDraft>(`inspection-walk.${visit.key}`);
  const { keep, forget } = draft;
  const [walk, setWalk] = useState<WalkDraft>(() => draft.found ?? { lines: {}, unsent: [] });
  const latest = useRef(walk);
  const act = useAct('PUT /api/inspections/:inspectionKey/walk', { isKept: true });
  const sending = useRef(false);
  const noteAnswers = useOthersAnswers(visit, latest);
  const queries = useQueryClient();
  const { mutateAsync } = act;

  const lineOf = (key: string): Line => {
    const item = visit.items.find((one) => one.key === key);
    const said: Line = item ? { result: item.result, seen: item.seen, sample: item.sample } : nothing;
    return walk.unsent.includes(key) ? (walk.lines[key] ?? said) : said;
  };
  const put = useCallback(
    (next: WalkDraft) => {
      latest.current = next;
      setWalk(next);
      if (next.unsent.length > 0) keep(next);
      else forget();
    },
    [keep, forget],
  );
  /** With what the boxes showed before. */
  const write = (key: string, change: Partial<Line>, shown: Partial<Line> = {}) => {
    const { lines, before = {}, unsent } = latest.current;
    const isUnsent = unsent.includes(key);
    put({
      lines: { ...lines, [key]: { ...lineOf(key), ...(isUnsent ? lines[key] : {}), ...change } },
      before: isUnsent ? before : { ...before, [key]: { ...lineOf(key), ...shown } },
      unsent: isUnsent ? unsent : [...unsent, key],
    });
  };
  const send = useCallback(async () => {
    const { lines, before = {}, unsent } = latest.current;
    const results = unsent.flatMap((key) => {
      const line = lines[key];
      return line?.result ? [{ key, ...line, result: line.result, before: before[key] }] : [];
    });
    if (results.length === 0 || sending.current) return;
    sending.current = true;
    try {
      const params = { inspectionKey: visit.key };
      const answer = await mutateAsync({ params, body: { results } });
      noteAnswers(results);
      // Further input builds on what was sent, also before the view is asked again.
      await changeView(queries, 'GET /api/inspections/:inspectionKey', { params }, () => answer);
      const now = latest.current;
      // Later input is sent next time.
      const isSent = (key: string) => lines[key] !== undefined && now.lines[key] === lines[key];
      const wasSent = new Set(results.map(({ key }) => key));
      put({
        lines: now.lines,
        // What is typed after it goes on from what was sent.
        before: Object.fromEntries(
          Object.entries(now.before ?? {}).map(([key, line]) => [key, wasSent.has(key) ? (lines[key] ?? line) : line]),
        ),
        unsent: now.unsent.filter((key) => !(isSent(key) && wasSent.has(key))),
      });
      void tellOfOthers(answer, results);
    } catch {
      // It stays on the device, and is retried.
    } finally {
      sending.current = false;
    }
  }, [mutateAsync, noteAnswers, put, queries, visit.key]);

  useEffect(() => {
    if (walk.unsent.length === 0) return undefined;
    const rest = setTimeout(() => void send(), restMilliseconds);
    return () => clearTimeout(rest);
  }, [walk, send]);
  useAgain(send);
  return {
    isUnsent: (key: string) => walk.unsent.includes(key),
    lineOf,
    write,
    send,
    unsent: walk.unsent.length,
    error: failureOf(act.error),
  };
}

type Sent = Line & { key: string; result: ResultValue };
const nameOf = (result: ResultValue) => t(`inspections.result.${result}`);

/** Tells whose answer counts where two answered the same item, and that both texts are kept. */
async function tellOfOthers(
  answer: InspectionView & { answeredMeanwhile: AnsweredMeanwhile },
  results: readonly Sent[],
): Promise<void> {
  const replaced = answer.answeredMeanwhile.flatMap(({ key, result }) => {
    const mine = results.find((sent) => sent.key === key);
    return mine ? [{ theirs: result, mine: mine.result }] : [];
  });
  const merged = results.some((sent) => isMerged(answer, sent));
  if (replaced.length === 0 && !merged) return;
  await loadTexts('meanwhile');
  const verdicts = replaced.map(({ theirs, mine }) =>
    t('meanwhile.verdictYours', { theirs: nameOf(theirs), mine: nameOf(mine) }),
  );
  notify([...verdicts, ...(merged ? [t('meanwhile.bothWrote')] : [])].join(' '));
}

/** Tells of an item answered here that another has answered otherwise since. Takes what is answered here. */
function useOthersAnswers({ items }: InspectionView, latest: RefObject<WalkDraft>) {
  const answered = useRef(new Map<string, ResultValue>());
  useEffect(() => {
    const changed = items.flatMap(({ key, question, result }) => {
      const own = answered.current.get(key);
      if (own === undefined || result === undefined || result === own || latest.current.unsent.includes(key)) return [];
      answered.current.set(key, result);
      return [{ question, result }];
    });
    if (changed.length === 0) return;
    void loadTexts('meanwhile').then(() =>
      notify(
        changed
          .map(({ question, result }) => t('meanwhile.verdictTheirs', { theirs: nameOf(result), question }))
          .join(' '),
      ),
    );
  }, [items, latest]);
  return useCallback((results: readonly Sent[]) => {
    for (const { key, result } of results) answered.current.set(key, result);
  }, []);
}

/** Whether the answer holds what another wrote in the same text as well. */
function isMerged({ items }: InspectionView, { key, seen, sample }: Line & { key: string }): boolean {
  const now = items.find((item) => item.key === key);
  return now !== undefined && (now.seen !== seen.trim() || now.sample !== sample.trim());
}

/** On reconnecting, on the reader's return, and every quarter of a minute. */
export function useAgain(send: () => Promise<void>): void {
  useEffect(() => {
    const again = () => void send();
    addEventListener('online', again);
    addEventListener('visibilitychange', again);
    const timer = setInterval(again, againMilliseconds);
    again();
    return () => {
      removeEventListener('online', again);
      removeEventListener('visibilitychange', again);
      clearInterval(timer);
    };
  }, [send]);
}

/** Being offline is no error here: the input is on the device. */
const failureOf = (error: Error | null): Error | null => (error instanceof ApiError && error.mayPass ? null : error);
