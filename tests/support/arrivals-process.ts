import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { constants, setPriority } from 'node:os';
import { hosts } from '../../teams-app/emulator/municipality.ts';

/** Process of `countedArrivals`: passes bytes on to the desk, and notes when a call of the bot connector begins. */
const desk = process.argv[2] ?? '';
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

try {
  setPriority(constants.priority.PRIORITY_HIGHEST);
} catch {
  // Not allowed here: on a busy machine it may note several calls at one moment.
}
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('message', () => process.send?.(arrivals));
process.on('disconnect', () => process.exit());
