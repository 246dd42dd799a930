import { useState } from 'react';
import { useKept } from '../shared/ui/kept.ts';

const most = 8;

/** What the reader has opened something by lately, the latest first. It never leaves this device. */
export function useRecent(personId: string) {
  const { found, keep, forget } = useKept<string[]>(`find.${personId}`);
  const [recent, setRecent] = useState(() => (Array.isArray(found) ? found : []));
  const remember = (q: string) => {
    const next = [q, ...recent.filter((one) => one.toLowerCase() !== q.toLowerCase())].slice(0, most);
    setRecent(next);
    keep(next);
  };
  const forgetAll = () => {
    setRecent([]);
    forget();
  };
  return { recent, remember, forgetAll };
}
