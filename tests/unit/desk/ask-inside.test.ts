import { describe, expect, it } from 'vitest';
import { askInside, type Asked, type HostHandler } from '../../../teams-app/emulator/exchange.ts';

const url = new URL('https://graph.microsoft.com/v1.0/me?$top=1');
const inside = (handler: HostHandler) => askInside((host) => (host === url.host ? handler : undefined));
const textOf = async (request: Asked) => {
  const parts: string[] = [];
  for await (const part of request) parts.push(String(part));
  return parts.join('');
};

describe('a host that is asked in this process', () => {
  it('reads what was sent and answers with status, headers and bytes, as over a wire', async () => {
    const { ask } = inside(async (request, response) => {
      const read = [request.method, request.url, request.headers['x-mark'], await textOf(request)];
      response.writeHead(409, { 'retry-after': '3' }).end(JSON.stringify(read));
    });
    const answer = await ask(url, { method: 'post', body: 'blåbær', headers: { 'X-Mark': 'a' } });
    expect([answer.status, answer.statusText, answer.headers.get('retry-after')]).toEqual([409, 'Conflict', '3']);
    expect(await answer.json()).toEqual(['POST', '/v1.0/me?$top=1', 'a', 'blåbær']);
  });

  it('answers with nothing where nothing may be, and with a failure of its own', async () => {
    const none = inside((_request, response) => void response.writeHead(204).end());
    expect([(await none.ask(url, {})).status, (await none.ask(url, {})).body]).toEqual([204, null]);
    const failing = inside(() => Promise.reject(new Error('broken')));
    expect((await failing.ask(url, {})).status).toBe(500);
  });

  it('breaks off as a connection does: by the host, by who asked, when it is closed, and after that', async () => {
    const reset = { message: 'fetch failed', cause: { code: 'ECONNRESET' } };
    await expect(inside((_request, response) => void response.destroy()).ask(url, {})).rejects.toMatchObject(reset);
    const silent = inside(() => undefined);
    const gaveUp = new AbortController();
    const asked = silent.ask(url, { signal: gaveUp.signal });
    gaveUp.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    const waiting = silent.ask(url, {}).catch((error: unknown) => error);
    await new Promise(setImmediate);
    silent.close();
    expect(await waiting).toMatchObject(reset);
    await expect(silent.ask(url, {})).rejects.toMatchObject(reset);
    await expect(silent.ask(new URL('https://example.org/'), {})).rejects.toMatchObject(reset);
  });
});
