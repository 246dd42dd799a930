import { createServer } from 'node:net';

const isFree = (port, host) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/** Waits a little for a port that another run is just letting go; false when it stays taken. */
export async function portIsFree(port, host = '127.0.0.1', patienceMs = 5000) {
  const until = Date.now() + patienceMs;
  for (;;) {
    if (port === 0 || (await isFree(port, host))) return true;
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
