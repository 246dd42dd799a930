import type { PocketView } from '../../api/contingency/contract.ts';
import { loadTexts } from '../shared/texts/texts.ts';
import { forgetPocket, isWithdrawn, keepPocket, cachedPocket } from '../shared/offline/cached-pocket.ts';

/** An older copy is fetched again, so that the plans are current even if never opened. */
const freshMilliseconds = 12 * 3_600_000;

/**
 * Makes the tab readable offline: the service worker caches its files, the page the plans. Where a browser refuses (a
 * private window, a frame without storage) everything else works.
 */
export async function startOffline(fetchPocket: () => Promise<PocketView>): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const scope = import.meta.env.BASE_URL;
    const registered: unknown = await navigator.serviceWorker.register(`${scope}sw.js`, {
      scope,
      updateViaCache: 'none',
    });
    if (!registered) return;
    const kept = await cachedPocket();
    if (kept && Date.now() - Date.parse(kept.at) < freshMilliseconds) return;
    await keepPocket(await fetchPocket());
  } catch (thrown) {
    // Otherwise retried at the next start.
    if (isWithdrawn(thrown)) await forgetPocket();
  }
}

/** Shown instead of a page while offline. */
export async function loadOffline() {
  const [{ OfflinePage }] = await Promise.all([import('./OfflinePage.tsx'), loadTexts('pocket', 'contingency')]);
  return OfflinePage;
}
