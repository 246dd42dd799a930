import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGraph, type GraphAnswer, type GraphWorld } from './world.ts';

let graph: GraphWorld;
let missing: GraphAnswer;
const ours = '7a3f4b7e-0000-4000-8000-000000000001';
beforeAll(async () => {
  graph = await startGraph();
  missing = await graph.site('GET', '/lists/Nowhere', { headers: { 'client-request-id': ours } });
});
afterAll(() => graph.close());

describe('an error', () => {
  it('stands in an envelope with innerError in camel case and a date without a zone', () => {
    const { error } = missing.body;
    expect(Object.keys(error)).toEqual(['code', 'message', 'innerError']);
    expect(error.innerError.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect(error.innerError['request-id']).toBe(missing.headers.get('request-id'));
    expect(error.innerError['client-request-id']).toBe(ours);
  });

  it('carries the headers of the service and echoes our request id', () => {
    const { headers } = missing;
    expect(headers.get('client-request-id')).toBe(ours);
    for (const name of ['date', 'x-ms-ags-diagnostic', 'strict-transport-security', 'cache-control']) {
      expect(headers.get(name)).toBeTruthy();
    }
    expect(headers.get('content-type')).toBe(
      'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
    );
  });

  it('answers an unknown address, a wrong method and a broken body', async () => {
    expect((await graph.ask('GET', '/nothing/here')).body.error.code).toBe('BadRequest');
    expect((await graph.site('PUT', '/lists', { body: {} })).status).toBe(405);
    const broken = await graph.ask('POST', '/$batch', {
      body: new TextEncoder().encode('{"requests":'),
      headers: { 'content-type': 'application/json' },
    });
    expect(broken.status).toBe(400);
  });

  it('says that an app has no /me', async () => {
    expect((await graph.ask('GET', '/me')).body.error.message).toContain('delegated authentication flow');
  });
});
