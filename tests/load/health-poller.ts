import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';

/* A thread of its own, so that what the bench does itself is not measured: asks for health until it is told to stop. */

/** How often it is asked whether the program answers, ms. */
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
