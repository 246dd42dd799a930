import { useEffect, useState } from 'react';

const second = 1_000;

/**
 * The program's time in milliseconds, as it goes: from what the answer said it was, and when the answer came. The
 * reader's own clock may be wrong; how fast it goes is not.
 */
export function useClock(serverNow: string, receivedAt: number): number {
  const [own, setOwn] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setOwn(Date.now()), second);
    return () => clearInterval(timer);
  }, []);
  return Date.parse(serverNow) + Math.max(0, own - receivedAt);
}
