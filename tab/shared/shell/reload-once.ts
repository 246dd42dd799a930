/** Whether the page was reloaded, not opened. */
export const isReloaded = (): boolean =>
  performance.getEntriesByType('navigation').some((opened) => 'type' in opened && opened.type === 'reload');

const soonMilliseconds = 60_000;

/**
 * Reloads the page where a file of it did not come: a browser does not fetch it again before. Once only, and only when
 * the server answers: without a network a reload leaves an empty frame.
 */
export async function reloadOnce(): Promise<void> {
  if (isReloaded() && performance.now() < soonMilliseconds) return;
  await fetch(location.href, { cache: 'no-store' });
  location.reload();
}
