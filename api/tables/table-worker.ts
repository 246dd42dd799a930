import { parentPort, workerData } from 'node:worker_threads';
import { tableLines } from './table-lines.ts';

parentPort?.postMessage(await tableLines(workerData as Uint8Array));
