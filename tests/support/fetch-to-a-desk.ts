/**
 * Loaded before the program in a separate process (`--import`): Microsoft's hosts are answered by the desk in A_DESK,
 * so that the program can run with a real tenant's settings. `none` answers nothing.
 */
import { fetchFrom } from '../../teams-app/desk/desk.ts';

const address = process.env['A_DESK'] ?? 'none';
const plain = globalThis.fetch;
const toDesk =
  address === 'none'
    ? () =>
        Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND graph.microsoft.com') }))
    : fetchFrom(address);
/** Local addresses are not Microsoft's; the desk itself is reached by the original fetch. */
globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  return /^http:\/\/(127\.0\.0\.1|localhost)/.test(url) ? plain(input, init) : toDesk(url, init);
};
