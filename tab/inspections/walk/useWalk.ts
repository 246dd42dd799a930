import { useCallback, useEffect, useRef, useState } from 'react';
import type { InspectionView, ResultValue } from '../../../api/inspections/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { useAct } from '../../shared/api/queries.ts';
import { useDraft } from '../../shared/forms/useDraft.ts';

export interface Line {
  result?: ResultValue | undefined;
  seen: string;
  sample: string;
}
interface KeptWalk {
  lines: Record<string, Line>;
  /** Written here, and not at the program yet. */
  unsent: string[];
}
const nothing: Line = { seen: '', sample: '' };
/** How long nothing is written before it is sent, and between two tries while there is no network. */
const [restMilliseconds, againMilliseconds] = [1_200, 15_000];

/**
 * What is written on the way: kept on this device with every key pressed, sent when it rests, and sent later when there is
 * no network. What the device holds unsent goes before what the program says.
 */
export function useWalk(visit: InspectionView) {
  const kept = useDraft<KeptWalk>(`inspection-walk.${visit.key}`);
  const { keep, forget } = kept;
  const [walk, setWalk] = useState<KeptWalk>(() => kept.found ?? { lines: {}, unsent: [] });
  const latest = useRef(walk);
  const act = useAct('PUT /api/inspections/:inspectionKey/walk');
  const sending = useRef(false);
  const { mutateAsync } = act;

  const lineOf = (key: string): Line => {
    const item = visit.items.find((one) => one.key === key);
    const said: Line = item ? { result: item.result, seen: item.seen, sample: item.sample } : nothing;
    return walk.unsent.includes(key) ? (walk.lines[key] ?? said) : said;
  };
  const put = useCallback(
    (next: KeptWalk) => {
      latest.current = next;
      setWalk(next);
      if (next.unsent.length > 0) keep(next);
      else forget();
    },
    [keep, forget],
  );
  const write = (key: string, change: Partial<Line>) => {
    const { lines, unsent } = latest.current;
    put({
      lines: { ...lines, [key]: { ...lineOf(key), ...(unsent.includes(key) ? lines[key] : {}), ...change } },
      unsent: unsent.includes(key) ? unsent : [...unsent, key],
    });
  };
  const send = useCallback(async () => {
    const { lines, unsent } = latest.current;
    const results = unsent.flatMap((key) => {
      const line = lines[key];
      return line?.result ? [{ key, ...line, result: line.result }] : [];
    });
    if (results.length === 0 || sending.current) return;
    sending.current = true;
    try {
      await mutateAsync({ params: { inspectionKey: visit.key }, body: { results } });
      const now = latest.current;
      // What was written on meanwhile is sent the next time.
      const isSent = (key: string) => lines[key] !== undefined && now.lines[key] === lines[key];
      put({
        lines: now.lines,
        unsent: now.unsent.filter((key) => !(isSent(key) && results.some((one) => one.key === key))),
      });
    } catch {
      // It stays on the device, and is tried again.
    } finally {
      sending.current = false;
    }
  }, [mutateAsync, put, visit.key]);

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

/** When the network comes back, when the reader does, and every quarter of a minute. */
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

/** A network that is gone is no error here: what is written is on the device. */
const failureOf = (error: Error | null): Error | null => (error instanceof ApiError && error.mayPass ? null : error);
