import { parentPort, workerData } from 'node:worker_threads';
import { libraryLines } from './library-lines.ts';

parentPort?.postMessage(libraryLines(workerData as Uint8Array));
