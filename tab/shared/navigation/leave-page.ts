import { useEffect, useRef } from 'react';
import { useLocation, useRouter } from 'wouter';
import { openDialogs } from '../ui/open-dialogs.ts';

/** What browsers without it lack is the way back: the page is replaced then. */
const entriesNow = () => ('navigation' in globalThis ? navigation.entries() : []);
const hereNow = () => ('navigation' in globalThis ? (navigation.currentEntry?.index ?? 0) : 0);

/** The last entry below the current one that stays, of those whose path may be left out. */
function lastStaying(isOver: (path: string) => boolean): number {
  const entries = entriesNow();
  let place = hereNow() - 1;
  while (place >= 0 && isOver(pathOf(entries[place]?.url))) place -= 1;
  return place;
}
const pathOf = (url: string | null | undefined): string => (url ? new URL(url).pathname : '');

/** Goes back to an entry of the history. False where the browser refuses, or another navigation is first. */
async function traverseTo(place: number): Promise<boolean> {
  const key = entriesNow()[place]?.key;
  if (key === undefined) return false;
  const went = await navigation.traverseTo(key).committed?.catch(() => undefined);
  return went !== undefined;
}

/** Tells whether the reader is still on the page of the caller, also when the caller is gone from it. */
function useIsHere(): () => boolean {
  const path = useRef('');
  useEffect(() => {
    path.current = location.pathname;
  });
  return () => location.pathname === path.current;
}

/** As wouter's, after an act: a reader who went elsewhere before its answer came stays there. */
export function useGoAfter(): (to: string, options?: { replace: boolean }) => void {
  const isHere = useIsHere();
  const [, go] = useLocation();
  return (to, options) => isHere() && go(to, options);
}

/**
 * Leaves a page that is over (a saved form, a discarded record) for another: "back" then leads to where the reader came
 * from. It returns to the other page where the reader came from there, and puts it in place of this one otherwise. A
 * reader who went elsewhere before the act's answer came stays there.
 * `below`: pages below the path are over too.
 */
export function useLeavePage(): (to: string, options?: { below?: boolean }) => void {
  const [, go] = useLocation();
  const { base } = useRouter();
  const isHere = useIsHere();
  const leave = async (to: string, below: boolean) => {
    // The page below an open dialog is left with it.
    openDialogs.splice(0);
    const over = location.pathname;
    const target = new URL(base + to, location.href);
    const place = lastStaying((path) => path === over || (below && path.startsWith(`${over}/`)));
    const staying = entriesNow()[place]?.url;
    if (pathOf(staying) === target.pathname) {
      if (await traverseTo(place)) {
        if (target.search !== '' && location.search !== target.search) go(to, { replace: true });
        return;
      }
    } else if (place + 1 < hereNow()) await traverseTo(place + 1);
    go(to, { replace: true });
  };
  return (to, { below = false } = {}) => void (isHere() && leave(to, below));
}
