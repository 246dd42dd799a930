import { parentPort, workerData } from 'node:worker_threads';
import mammoth from 'mammoth';

/** What is no document has no words. */
const words = await mammoth
  .extractRawText({ buffer: Buffer.from(workerData as Uint8Array) })
  .then(({ value }) => value)
  .catch(() => '');
parentPort?.postMessage(words);
