import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { hosts } from '../../teams-app/emulator/municipality.ts';

/** Thread of `countedArrivals`: passes bytes on to the desk, and notes when a call of the bot connector begins. */
const { desk } = workerData as { desk: string };
const head = /^[A-Z]+ [^\r]* HTTP\/1\.1\r\n(?:[^\r]+\r\n)*x-emu-host: ([^\r]+)\r\n/i;
const arrivals: number[] = [];

const server = createServer((from) => {
  const to = connect(Number(new URL(desk).port), '127.0.0.1');
  from.on('data', (bytes) => {
    if (head.exec(bytes.toString('latin1', 0, 8_000))?.[1] === hosts.connector) arrivals.push(Date.now());
  });
  from.once('data', (bytes) => {
    if (bytes.toString('latin1').startsWith('GET /emulator/addresses ')) tellOwn(from);
    else to.write(bytes);
    from.pipe(to).pipe(from);
  });
  for (const [one, other] of [
    [from, to],
    [to, from],
  ] as const)
    one.on('error', () => other.destroy()).on('close', () => other.destroy());
});

/** Programs are told to come by this way. */
function tellOwn(from: Socket): void {
  const { port } = server.address() as AddressInfo;
  const body = JSON.stringify({ emulator: `http://127.0.0.1:${port}`, graph: desk });
  const lines = ['HTTP/1.1 200 OK', 'content-type: application/json', `content-length: ${body.length}`, '', body];
  from.write(lines.join('\r\n'));
}

server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
parentPort?.on('message', () => parentPort?.postMessage(arrivals));
