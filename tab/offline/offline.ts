import type { PocketView } from '../../api/contingency/contract.ts';
import { loadTexts } from '../shared/texts/texts.ts';
import { forgetPocket, isWithdrawn, keepPocket, keptPocket } from '../shared/offline/kept-pocket.ts';

/** A copy older than this is fetched anew, so that the plans are there though nobody ever opened them. */
const freshMilliseconds = 12 * 3_600_000;

/**
 * Makes the tab readable without a network: its files are kept by the service worker, the plans by the page. Where a
 * browser refuses (a private window, a frame without storage) everything else works as before.
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
    const kept = await keptPocket();
    if (kept && Date.now() - Date.parse(kept.at) < freshMilliseconds) return;
    await keepPocket(await fetchPocket());
  } catch (thrown) {
    // Otherwise tried again at the next opening.
    if (isWithdrawn(thrown)) await forgetPocket();
  }
}

/** What stands in the place of a page while nothing answers. */
export async function loadOffline() {
  const [{ OfflinePage }] = await Promise.all([import('./OfflinePage.tsx'), loadTexts('pocket', 'contingency')]);
  return OfflinePage;
}
