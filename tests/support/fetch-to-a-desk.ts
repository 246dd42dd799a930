/**
 * Loaded before the program in a process of its own (`--import`): Microsoft's hosts are answered by the desk that
 * A_DESK names, so that the program can be started with the settings of a real tenant. `none` answers nothing.
 */
import { fetchFrom } from '../../teams-app/desk/desk.ts';

const address = process.env['A_DESK'] ?? 'none';
const plain = globalThis.fetch;
const toDesk =
  address === 'none'
    ? () =>
        Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND graph.microsoft.com') }))
    : fetchFrom(address);
/** What is on this machine is not Microsoft's, and the desk itself is reached by the fetch that was there. */
globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  return /^http:\/\/(127\.0\.0\.1|localhost)/.test(url) ? plain(input, init) : toDesk(url, init);
};
