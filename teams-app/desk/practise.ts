/**
 * Loaded before a command or the program (`npm run practise`): a desk that runs on its own answers for Microsoft's
 * hosts, and the program of this machine for every other, so that setting up a tenant can be practised with a tenant's
 * settings. Nothing leaves the machine.
 */
import { isMainThread } from 'node:worker_threads';
import { beginPractice } from '../config/practice.ts';
import { hosts } from '../emulator/municipality.ts';
import { fetchFrom } from './desk.ts';

const { desk: address, program } = beginPractice();
const plain = globalThis.fetch;
const desk = fetchFrom(address);
const known = new Set<string>(Object.values(hosts));

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (['127.0.0.1', 'localhost'].includes(url.hostname)) return plain(input, init);
  return known.has(url.host) ? desk(url.href, init) : plain(program + url.pathname + url.search, init);
};

/** Tells the desk where the bot is, when this is the program. Ends the process without a desk. */
async function meetDesk(): Promise<void> {
  const isProgram = /main\.[jt]s$/.test(process.argv[1] ?? '');
  const bot = { method: 'PUT', headers: { 'content-type': 'application/json' } };
  await (
    isProgram
      ? plain(`${address}/emulator/bot`, { ...bot, body: JSON.stringify({ url: `${program}/api/messages` }) })
      : plain(`${address}/emulator/addresses`)
  ).catch(() => {
    process.stderr.write(
      `No desk answers at ${address}.\n→ Start it in another terminal: npm run isms -- desk --empty\n`,
    );
    process.exit(1);
  });
}
// Threads are begun with the same options.
if (isMainThread) await meetDesk();
