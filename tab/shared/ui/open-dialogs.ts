import { useEffect, useEffectEvent } from 'react';

/** What the open dialogs and the menu do at "back", the topmost last. */
export const openDialogs: ((event: PopStateEvent) => void)[] = [];

/** "Back", on a phone the button or gesture that closes what is on top, is Escape there: the page below stays. */
export function useBackCloses(open: boolean, onBack: () => void) {
  const close = useEffectEvent(onBack);
  useEffect(() => {
    if (!open) return;
    const { href } = location;
    const state: unknown = history.state;
    const onPop = (event: PopStateEvent) => {
      if (location.href === href) return;
      event.stopImmediatePropagation();
      history.pushState(state, '', href);
      close();
    };
    openDialogs.push(onPop);
    return () => {
      const place = openDialogs.indexOf(onPop);
      if (place >= 0) openDialogs.splice(place, 1);
    };
  }, [open]);
}
