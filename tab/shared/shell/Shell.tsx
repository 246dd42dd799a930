import { useEffect, useRef, type ReactNode } from 'react';
import { tellFailed, tellUsable } from '../teams/host.ts';
import type { NavigationEntry } from '../navigation/rail.ts';
import { useMe } from '../me.ts';
import { t } from '../texts/texts.ts';
import { Messages } from '../ui/Messages.tsx';
import { Navigation } from './Navigation.tsx';
import styles from './Shell.module.css';

/** Reports the start to Teams once: usable when the reader is known, failed if that is unavailable. */
function useTellTeams(known: boolean, failed: boolean) {
  const told = useRef(false);
  useEffect(() => {
    if (told.current || (!known && !failed)) return;
    told.current = true;
    if (known) tellUsable();
    else tellFailed('me');
  }, [known, failed]);
}

/** Retains the focus near a removed element. Loaded after the page. */
function useKeptFocus() {
  useEffect(() => {
    let isGone = false;
    let stop: (() => void) | undefined;
    const root = document.getElementById('root');
    const begin = async () => {
      const { keepFocus } = await import('./keep-focus.ts');
      if (!isGone && root) stop = keepFocus(root);
    };
    // Without it the browser decides the focus.
    begin().catch(() => undefined);
    return () => {
      isGone = true;
      stop?.();
    };
  }, []);
}

/** Frame of every page: skip link, navigation, the page, and the live region. */
export function Shell({ entries, children }: { entries: readonly NavigationEntry[]; children: ReactNode }) {
  const me = useMe();
  useTellTeams(me.data !== undefined, me.isError);
  useKeptFocus();
  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {t('common.skip')}
      </a>
      <Navigation entries={entries} me={me.data} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Messages />
    </div>
  );
}
