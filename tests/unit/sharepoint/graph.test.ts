import { describe, expect, it } from 'vitest';
import { unavailable, type Fetch } from '../../../api/kernel/index.ts';
import { createGraph, createUnitBudget, failedAs, odataText } from '../../../api/sharepoint/index.ts';
import { until } from '../../support/until.ts';

type Answer = Response | Error | ((url: string, init: RequestInit) => Response);
const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
const error = (status: number, code: string, message = '', headers: Record<string, string> = {}) =>
  json(status, { error: { code, message, innerError: { 'request-id': 'r-1', code: 'inner' } } }, headers);

function graphOf(answers: Answer[], accessToken = async () => 'token-1') {
  const requests: { url: string; init: RequestInit; headers: Headers }[] = [];
  const waits: number[] = [];
  const fetch: Fetch = async (url, init = {}) => {
    requests.push({ url, init, headers: new Headers(init.headers) });
    const answer = answers.shift();
    if (!answer) throw new Error('no answer left');
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(url, init) : answer;
  };
  const graph = createGraph({
    fetch,
    accessToken,
    budget: createUnitBudget(),
    userAgent: 'NONISV|Prøve|App/1.0'.replace('ø', 'o'),
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
  return { graph, requests, waits };
}
const items = '/sites/h,a,b/lists/L/items';

describe('graph', () => {
  it('sends token, request id and the agent name that SharePoint gives priority', async () => {
    const { graph, requests } = graphOf([json(200, { id: '1' })]);
    expect(await graph.get(`${items}/1?$expand=fields($select=A,B)`)).toEqual({ id: '1' });
    const [request] = requests;
    expect(request?.url).toBe(`https://graph.microsoft.com/v1.0${items}/1?$expand=fields($select=A,B)`);
    expect(request?.headers.get('authorization')).toBe('Bearer token-1');
    expect(request?.headers.get('user-agent')).toBe('NONISV|Prove|App/1.0');
    expect(request?.headers.get('client-request-id')).toBeTruthy();
  });

  it('follows links to the end and hands over the delta link', async () => {
    const next = `https://graph.microsoft.com/v1.0${items}/delta?token=a%3Db`;
    const { graph, requests } = graphOf([
      json(200, { value: [1], '@odata.nextLink': next }),
      json(200, { value: [], '@odata.nextLink': `${next}2` }),
      json(200, { value: [2], '@odata.deltaLink': `${next}3` }),
    ]);
    const pages = [];
    for await (const page of graph.pages(`${items}/delta?token=latest`)) pages.push(page);
    expect(pages.map(({ value }) => value)).toEqual([[1], [], [2]]);
    expect(pages.at(-1)?.deltaLink).toBe(`${next}3`);
    expect(requests.map(({ url }) => url).slice(1)).toEqual([next, `${next}2`]);
  });

  it('waits as long as the service asks and then succeeds', async () => {
    const { graph, waits } = graphOf([
      error(429, 'activityLimitReached', '', { 'Retry-After': '240' }),
      error(503, 'serviceNotAvailable', '', { 'Retry-After': '7' }),
      json(201, { id: '1' }),
    ]);
    await graph.post(items, { fields: {} }, { lane: 'background' });
    expect(waits).toEqual([240_000, 7_000]);
  });

  it('sends a POST once when a 504 leaves open whether it was done, and says so', async () => {
    const { graph, requests } = graphOf([error(504, 'UnknownError')]);
    const failure: unknown = await graph.post(items, {}).catch((thrown: unknown) => thrown);
    expect(failedAs(failure, 'away') && failure.mayHaveLanded).toBe(true);
    expect(failure).toMatchObject({ kind: 'unavailable', code: 'sharepoint.away' });
    expect(requests).toHaveLength(1);
  });

  it('repeats a read after a reset, an HTML page and a page with status 200', async () => {
    const html = (status: number) => new Response('<html>', { status, headers: { 'Content-Type': 'text/html' } });
    const { graph, requests } = graphOf([new TypeError('fetch failed'), html(502), html(200), json(200, { id: '1' })]);
    expect(await graph.get(`${items}/1`)).toEqual({ id: '1' });
    expect(requests).toHaveLength(4);
  });

  it('names a throttled filter for what it is, the row threshold', async () => {
    const throttled = () => error(429, 'throttledRequest', 'The request has been throttled', { 'Retry-After': '1' });
    const { graph, requests } = graphOf(Array.from({ length: 9 }, throttled));
    await expect(graph.get(`${items}?$filter=fields/A eq 'b'`)).rejects.toMatchObject({
      kind: 'unexpected',
      code: 'sharepoint.queryShape',
    });
    expect(requests).toHaveLength(4);
  });

  it.each([
    [409, 'nameAlreadyExists', 'conflict', 'nameTaken'],
    [409, 'resourceModified', 'conflict', 'changedMeanwhile'],
    [403, 'accessDenied', 'unexpected', 'mayNotWrite'],
    [507, 'quotaLimitReached', 'unexpected', 'noRoom'],
  ])('turns status %i %s into an error of its own kind', async (status, graphCode, kind, code) => {
    const { graph } = graphOf([error(status, graphCode)]);
    await expect(graph.patch(`${items}/1`, {})).rejects.toMatchObject({
      kind,
      code: `sharepoint.${code}`,
      answer: { status, graphCode, innerCodes: ['inner'], requestId: 'r-1' },
    });
  });

  it('hands over where to begin again when a delta token is too old', async () => {
    const location = `https://graph.microsoft.com/v1.0${items}/delta`;
    const { graph } = graphOf([error(410, 'resyncRequired', '', { Location: location })]);
    await expect(graph.get(`${items}/delta?token=x`)).rejects.toMatchObject({ answer: { location } });
  });

  it('takes an empty answer, whatever its content type says', async () => {
    const empty = () => new Response(null, { status: 204 });
    const { graph } = graphOf([
      empty(),
      new Response('', { status: 201, headers: { 'Content-Type': 'application/json' } }),
    ]);
    await graph.delete(`${items}/1`);
    expect(await graph.post('/users/u/teamwork/installedApps', {})).toBeUndefined();
  });

  it('counts a token that cannot be had as Graph being away, and shows a refused credential', async () => {
    const away = graphOf([json(200, {})], async () => Promise.reject(unavailable('sharepoint.away')));
    await expect(away.graph.get(`${items}/1`)).rejects.toMatchObject({ kind: 'unavailable', mayHaveLanded: false });
    expect(away.requests).toHaveLength(0);
  });

  it('charges each attempt to the budget', async () => {
    const { graph } = graphOf([error(429, 'throttledRequest', '', { 'Retry-After': '1' }), json(201, { id: '1' })]);
    await graph.post(items, {});
    expect(graph.budget.status().usedLastMinute).toBe(4);
  });

  it('writes a text as an OData literal that the client may put in an address as it is', () => {
    expect(odataText("o'clock & #1 æ")).toBe("'o''clock%20%26%20%231%20%C3%A6'");
  });

  it('does not wait for a repeat, nor for a turn, once the program ends', async () => {
    const budget = createUnitBudget();
    const asked: string[] = [];
    const fetch: Fetch = async (url) => {
      asked.push(url);
      return error(429, 'activityLimitReached', '', { 'Retry-After': '240' });
    };
    const graph = createGraph({ fetch, accessToken: async () => 'token-1', budget, userAgent: 'x' });
    const waiting = graph.get(`${items}/1`, { lane: 'background' });
    waiting.catch(() => undefined);
    await until('the first answer', () => asked.length === 1);
    budget.stop();
    await expect(waiting).rejects.toMatchObject({ kind: 'unavailable', mayHaveLanded: false });
    budget.pause(60);
    const late = graph.post(items, {}, { lane: 'background' });
    await expect(late).rejects.toMatchObject({ kind: 'unavailable', mayHaveLanded: false });
    expect(asked).toHaveLength(1);
  });
});
