import { createServer } from 'node:net';

const isFree = (port, host) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/** Waits briefly for a port in use by an ending run; false when it stays in use. */
export async function portIsFree(port, host = '127.0.0.1', patienceMs = 5000) {
  const until = Date.now() + patienceMs;
  for (;;) {
    if (port === 0 || (await isFree(port, host))) return true;
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
