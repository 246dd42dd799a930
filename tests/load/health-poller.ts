import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';

/* A separate thread, so that the bench's own work is not measured: requests health until stopped. */

/** Interval of health requests, ms. */
const every = 20;

const { address } = z.object({ address: z.string() }).parse(workerData);
const waits: number[] = [];
let isDone = false;
parentPort?.once('message', () => {
  isDone = true;
});
// The first request opens the connection.
await (await fetch(`${address}/api/health`)).text();
parentPort?.postMessage('asking');
while (!isDone) {
  const began = performance.now();
  await (await fetch(`${address}/api/health`)).text();
  waits.push(performance.now() - began);
  await new Promise((resolve) => setTimeout(resolve, every));
}
parentPort?.postMessage(waits);
