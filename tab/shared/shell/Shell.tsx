import { useEffect, useRef, type ReactNode } from 'react';
import { tellFailed, tellUsable } from '../../teams/host.ts';
import { Apart } from '../../offline/Apart.tsx';
import type { NavigationEntry } from '../../features.ts';
import { useMe } from '../me.ts';
import { t } from '../texts/texts.ts';
import { Messages } from '../ui/Messages.tsx';
import { Navigation } from './Navigation.tsx';
import './Shell.css';

/** Tells Teams once how the start went: usable when the reader is known, failed when even that cannot be had. */
function useTellTeams(known: boolean, failed: boolean) {
  const told = useRef(false);
  useEffect(() => {
    if (told.current || (!known && !failed)) return;
    told.current = true;
    if (known) tellUsable();
    else tellFailed('me');
  }, [known, failed]);
}

/** What stands round every page: skip link, navigation, the page, and the live region. */
export function Shell({ entries, children }: { entries: readonly NavigationEntry[]; children: ReactNode }) {
  const me = useMe();
  useTellTeams(me.data !== undefined, me.isError);
  return (
    <div className="shell">
      <a
        className="skip"
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
        <Apart me={me}>{children}</Apart>
      </main>
      <Messages />
    </div>
  );
}
