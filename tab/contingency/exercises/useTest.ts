import { useEffect, useState } from 'react';
import { useParams } from 'wouter';
import { useView } from '../../shared/api/queries.ts';

/** While it runs, others' entries and posted injects are polled; before it, cards on their way. */
const whileRunningMilliseconds = 3_000;
const whileComingMilliseconds = 10_000;

/** The test in the address. */
export function useTest() {
  const { testKey = '' } = useParams<{ testKey: string }>();
  return useView(
    'GET /api/contingency/tests/:testKey',
    { params: { testKey } },
    {
      every: (test) => {
        if (test?.state === 'running') return whileRunningMilliseconds;
        return test?.cards?.invitation.some(({ status }) => status === 'coming') ? whileComingMilliseconds : false;
      },
    },
  );
}

const second = 1_000;

/** Server time by the second: stopwatches agree, whatever the reader's own clock. */
export function useProgramNow(programNow: string): number {
  const [from, setFrom] = useState(() => ({ program: programNow, here: performance.now() }));
  const [here, setHere] = useState(() => performance.now());
  if (from.program !== programNow) setFrom({ program: programNow, here });
  useEffect(() => {
    const timer = setInterval(() => setHere(performance.now()), second);
    return () => clearInterval(timer);
  }, []);
  return Date.parse(from.program) + Math.max(0, here - from.here);
}
