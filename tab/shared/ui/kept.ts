import { useCallback, useState } from 'react';

/** Text kept on this device under a key, so that leaving or a crash loses nothing. Storage may be blocked: then it is not kept. */
interface Kept<Value> {
  value: Value;
  at: string;
}

const prefix = 'sikkerhedshjulet.';

function read<Value>(key: string): Kept<Value> | undefined {
  try {
    const text = localStorage.getItem(prefix + key);
    return text === null ? undefined : (JSON.parse(text) as Kept<Value>);
  } catch {
    return undefined;
  }
}

/** What was kept when the form opened, and the way to keep more. `keptAt` is when it was kept last. */
export function useKept<Value>(key: string) {
  const [found] = useState(() => read<Value>(key));
  const [keptAt, setKeptAt] = useState(found?.at);
  const keep = useCallback(
    (value: Value) => {
      const at = new Date().toISOString();
      try {
        localStorage.setItem(prefix + key, JSON.stringify({ value, at }));
        setKeptAt(at);
      } catch {
        // Full or blocked: the form itself still holds the text.
      }
    },
    [key],
  );
  const forget = useCallback(() => {
    try {
      localStorage.removeItem(prefix + key);
    } catch {
      // Nothing was kept then.
    }
    setKeptAt(undefined);
  }, [key]);
  return { found: found?.value, keptAt, keep, forget };
}
