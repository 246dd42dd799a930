import { useEffect, useState } from 'react';

const second = 1_000;

/**
 * Server time in milliseconds, running: from the response's time and its arrival. The reader's clock may be wrong, its
 * rate is not.
 */
export function useClock(serverNow: string, receivedAt: number): number {
  const [own, setOwn] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setOwn(Date.now()), second);
    return () => clearInterval(timer);
  }, []);
  return Date.parse(serverNow) + Math.max(0, own - receivedAt);
}
