import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { journalFile } from './journal-file.ts';
import { mostAtOnce, type OpenJournal, type Order } from './protocol.ts';

/** The thread that owns the file: writes all waiting orders in one transaction and answers when they are durable. */
function serve(port: NonNullable<typeof parentPort>): void {
  const file = journalFile(workerData as OpenJournal);
  port.on('message', (first: Order) => {
    const orders = [first];
    while (orders.length < mostAtOnce) {
      const next: { message: Order } | undefined = receiveMessageOnPort(port);
      if (!next) break;
      orders.push(next.message);
    }
    port.postMessage(file.carryOut(orders));
  });
}

if (parentPort) serve(parentPort);
