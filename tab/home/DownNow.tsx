import { useEffect, useState, type ComponentType } from 'react';

/** The notice about what is down; its code comes after the page, which never waits for it. */
export function DownNow() {
  const [Late, setLate] = useState<ComponentType>();
  useEffect(() => {
    import('./DowntimeNotice.tsx').then(
      ({ DowntimeNotice }) => setLate(() => DowntimeNotice),
      () => undefined,
    );
  }, []);
  return Late ? <Late /> : null;
}
