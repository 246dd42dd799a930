import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskFetch } from '../../../teams-app/desk/desk-fetch.ts';

const seen: { host: string; path: string; authorization: string | undefined; method: string }[] = [];
let server: Server;
let address: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push({
      host: String(request.headers['x-emu-host']),
      path: request.url ?? '',
      authorization: request.headers.authorization,
      method: request.method ?? '',
    });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const known = () => deskFetch({ 'graph.microsoft.com': address, 'ishoj.sharepoint.com': address });
const redirectToFiles = (request: IncomingMessage, response: ServerResponse) => {
  if (request.headers['x-emu-host'] === 'ishoj.sharepoint.com') return response.end('bytes');
  return response.writeHead(302, { location: 'https://ishoj.sharepoint.com/_files/1?t=a' }).end();
};

describe('deskFetch', () => {
  it('sends a known host to loopback and says which host was meant', async () => {
    seen.length = 0;
    answer = (_request, response) => response.end('{}');
    const response = await known()('https://graph.microsoft.com/v1.0/sites/root?a=1', {
      headers: { authorization: 'x' },
    });
    expect(seen).toEqual([
      { host: 'graph.microsoft.com', path: '/v1.0/sites/root?a=1', authorization: 'x', method: 'GET' },
    ]);
    expect(response.url).toBe('https://graph.microsoft.com/v1.0/sites/root?a=1');
  });

  it.each(['https://example.com/', 'http://graph.microsoft.com/', 'https://graph.microsoft.com.example.com/'])(
    'refuses %s without sending anything',
    async (url) => {
      seen.length = 0;
      await expect(known()(url)).rejects.toThrow('does not know');
      expect(seen).toEqual([]);
    },
  );

  it('follows a redirect through the list and leaves the token behind', async () => {
    seen.length = 0;
    answer = redirectToFiles;
    const response = await known()('https://graph.microsoft.com/v1.0/content', { headers: { authorization: 'x' } });
    expect(await response.text()).toBe('bytes');
    expect(seen.map(({ host, authorization }) => [host, authorization])).toEqual([
      ['graph.microsoft.com', 'x'],
      ['ishoj.sharepoint.com', undefined],
    ]);
  });

  it('hands a redirect over untouched when asked to', async () => {
    answer = redirectToFiles;
    const response = await known()('https://graph.microsoft.com/v1.0/content', { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('https://ishoj.sharepoint.com/_files/1?t=a');
  });

  it('refuses a redirect to an unknown host and an endless one', async () => {
    answer = (_request, response) => response.writeHead(302, { location: 'https://example.com/' }).end();
    await expect(known()('https://graph.microsoft.com/')).rejects.toThrow('does not know');
    answer = (_request, response) => response.writeHead(302, { location: 'https://graph.microsoft.com/again' }).end();
    await expect(known()('https://graph.microsoft.com/')).rejects.toThrow('refused');
  });

  it('will not map a host to an address outside this machine', () => {
    expect(() => deskFetch({ 'graph.microsoft.com': 'http://10.0.0.1:80' })).toThrow('loopback');
  });
});
