import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { routes } from '../../../api/http/index.ts';
import { conflict, unavailable, invalid } from '../../../api/kernel/index.ts';
import type { Endpoints } from '../../../api/http/endpoint.ts';
import { errorAnswer } from '../../../api/http/contract.ts';
import { apiWorld, tokenOf, type ApiWorld } from '../../security/api-world.ts';
import { People } from '../../../api/organisation/index.ts';

const thrown: Record<string, () => never> = {
  conflict: () => {
    throw conflict('policy.superseded', { number: '3.0', current: '4.0' });
  },
  away: () => {
    throw unavailable('sharepoint.away');
  },
  fault: () => {
    throw new TypeError('Anne Jensen 010170-1234');
  },
  field: () => {
    throw invalid('organisation.endsBeforeStart', { field: 'endsOn' });
  },
  untold: () => {
    throw conflict('nobody.wroteThis');
  },
};
const contract = {
  'GET /api/throw/:what': { summary: 'Throws' },
  'POST /api/echo': {
    summary: 'Echoes',
    body: z.object({ text: z.string().min(1).max(20) }),
    answer: z.object({ text: z.string() }),
  },
  'GET /api/wrong': { summary: 'Answers beside its contract', answer: z.object({ text: z.string() }) },
} satisfies Endpoints;
const table = routes(contract, {
  'GET /api/throw/:what': { allow: 'everyone', run: (_context, _actor, { params }) => thrown[params.what]?.() },
  'POST /api/echo': { allow: 'everyone', run: (_context, _actor, { body }) => body },
  'GET /api/wrong': { allow: 'everyone', run: () => JSON.parse('{"text":1}') as { text: string } },
});

let world: ApiWorld | undefined;
afterEach(() => world?.close());
async function start(given?: typeof table): Promise<ApiWorld> {
  world = await apiWorld(given ? { routes: given } : {});
  return world;
}

describe('an error', () => {
  it.each([
    ['conflict', 409, 'conflict', 'Version 3.0 er afløst af version 4.0.'],
    ['away', 503, 'unavailable', 'Microsoft 365 svarer ikke lige nu.'],
    ['field', 400, 'invalid', 'Den sidste dag ligger før den første.'],
    ['untold', 409, 'conflict', 'Det er ændret, siden du åbnede det.'],
    ['fault', 500, 'unexpected', 'Noget gik galt hos os.'],
  ])('(%s) becomes %i %s with a sentence that says what to do', async (what, status, kind, sentence) => {
    const { as } = await start(table);
    const answer = await as('anne', 'GET', `/api/throw/${what}`);
    const { error } = errorAnswer.parse(answer.body);
    expect([answer.status, error.kind]).toEqual([status, kind]);
    expect(error.message).toContain(sentence);
    expect(error.requestId).toBe(answer.headers.get('x-request-id'));
    if (what === 'field')
      expect(error.fields).toMatchObject([{ path: 'endsOn', code: 'organisation.endsBeforeStart' }]);
  });

  it('speaks the language that is asked for, else the person’s own, else Danish', async () => {
    const { ask, context } = await start(table);
    const say = async (headers: Record<string, string>) =>
      (await ask('GET', '/api/throw/away', { token: await tokenOf('anne'), headers })).message;
    expect(await say({ 'accept-language': 'en-GB,en;q=0.9,da;q=0.8' })).toContain('Microsoft 365 is not answering');
    expect(await say({ 'accept-language': 'da' })).toContain('svarer ikke');
    expect(await say({ 'accept-language': 'fr' })).toContain('svarer ikke');
    await context.list(People).update('anne', () => ({ language: 'en' }));
    expect(await say({ 'accept-language': 'fr' })).toContain('Microsoft 365 is not answering');
  });

  it('that nobody foresaw tells the reader nothing and the log where, never what was in it', async () => {
    const { as, logged } = await start(table);
    const answer = await as('anne', 'GET', '/api/throw/fault');
    expect(JSON.stringify(answer.body)).not.toMatch(/Anne Jensen|TypeError|\.ts/);
    const [line] = logged.filter((one) => one.includes('request failed'));
    expect(line).toContain('TypeError');
    expect(line).toContain('create-api.test.ts');
    expect(line).not.toContain('Anne Jensen');
  });

  it('in an answer beside its contract is ours', async () => {
    const { as } = await start(table);
    expect((await as('anne', 'GET', '/api/wrong')).status).toBe(500);
  });
});

describe('input', () => {
  it('is parsed at the door, and every wrong field is named in words', async () => {
    const { as } = await start(table);
    expect((await as('anne', 'POST', '/api/echo', { text: 'hej' })).body).toEqual({ text: 'hej' });
    const answer = await as('anne', 'POST', '/api/echo', { text: 'x'.repeat(21) });
    expect(answer).toMatchObject({ status: 400, code: 'http.invalidInput' });
    expect(errorAnswer.parse(answer.body).error.fields).toEqual([
      { path: 'text', code: 'fields.tooLong', message: 'Skriv højst 20 tegn.' },
    ]);
  });

  it.each([
    ['is not JSON', '{"text":', 400, 'http.notReadable'],
    [
      'is deeper than anything that is sent',
      `{"text":"]\\"]","x":${'['.repeat(60)}${']'.repeat(60)}}`,
      400,
      'http.notReadable',
    ],
    ['is too large', JSON.stringify({ text: 'x'.repeat(500_000) }), 413, 'http.bodyTooLarge'],
    ['is nothing', undefined, 400, 'http.invalidInput'],
  ])('that %s is refused', async (_what, body, status, code) => {
    const { ask } = await start(table);
    const answer = await ask('POST', '/api/echo', { token: await tokenOf('anne'), body });
    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  it('of a tab from before an upgrade is refused in words that name the unknown field, not read in part', async () => {
    const { as } = await start(table);
    const answer = await as('anne', 'POST', '/api/echo', { text: 'hej', seen: '2026-11-24T09:00:00.000Z' });
    expect(answer).toMatchObject({ status: 409, code: 'http.newVersion' });
    const { message, details } = errorAnswer.parse(answer.body).error;
    expect(message).toContain('Der er kommet en ny version af appen');
    expect(details).toEqual({ unknownFields: 'seen' });
  });

  it('is not read from somebody who is not signed in', async () => {
    const { ask } = await start(table);
    expect((await ask('POST', '/api/echo', { body: '{"text":' })).status).toBe(401);
  });
});

describe('the API', () => {
  it('answers 404 in its own form to what it does not have', async () => {
    const { as, ask } = await start();
    expect(await as('ciso', 'GET', '/api/nothing')).toMatchObject({ status: 404, code: 'http.noSuchAddress' });
    expect(await ask('PUT', '/api/me')).toMatchObject({ status: 404 });
    expect(await as('ciso', 'GET', '/api/policy/versions/%E0%A4%A')).toMatchObject({ status: 400 });
    expect(await as('ciso', 'GET', `/api/policy/versions/${'x'.repeat(300)}`)).toMatchObject({ status: 404 });
  });

  it('lets nobody store what is personal, and says 304 for what a reader has already', async () => {
    const { ask } = await start();
    const token = await tokenOf('anne');
    expect((await ask('GET', '/api/me', { token })).headers.get('cache-control')).toBe('no-store');
    const first = await ask('GET', '/api/organisation', { token });
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\//);
    const again = await ask('GET', '/api/organisation', {
      token,
      headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });

  it('keeps a harmless request id and replaces any other', async () => {
    const { ask } = await start();
    const idFor = async (id: string) =>
      (await ask('GET', '/api/me', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await idFor('0f8b6c1e-1111')).toBe('0f8b6c1e-1111');
    expect(await idFor('<script>alert(1)</script>')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('gives the workbook as a download and 204 for a discarded draft', async () => {
    const { ask, as, current, draft } = await start();
    const token = await tokenOf('ciso');
    const file = await ask('GET', `/api/policy/versions/${current.key}/coverage.xlsx`, { token });
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toContain('spreadsheetml');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename=.*\.xlsx/);
    expect((await as('ciso', 'DELETE', `/api/policy/versions/${draft.key}`)).status).toBe(204);
    expect((await as('ciso', 'GET', `/api/policy/versions/${draft.key}`)).code).toBe('policy.noSuchVersion');
  });

  it('describes itself to whoever asks', async () => {
    const { ask } = await start();
    expect(await ask('GET', '/api/openapi.json')).toMatchObject({ status: 200, body: { openapi: '3.1.0' } });
  });
});

describe('the first journey over HTTP', () => {
  it('draft, preview, publish with a reason, acknowledge twice, one more in the coverage', async () => {
    const { as, draft, current } = await start();
    const versions = '/api/policy/versions';
    const preview = await as('ciso', 'GET', `${versions}/${draft.key}/audience`);
    expect(preview.body).toMatchObject({ people: 14, reachable: 14, unreachable: [], carriedOver: 0, sendSeconds: 1 });
    expect(await as('ciso', 'POST', `${versions}/${draft.key}/publish`, { reason: 'kort' })).toMatchObject({
      status: 400,
    });
    const published = await as('ciso', 'POST', `${versions}/${draft.key}/publish`, {
      reason: 'Vedtaget af Direktionen',
    });
    expect(published).toMatchObject({
      status: 200,
      body: {
        version: { state: 'published', abilities: { edit: false } },
        campaign: { state: 'sending', audience: 0 },
      },
    });
    const press = () => as('anne', 'POST', `${versions}/${draft.key}/acknowledge`);
    expect((await press()).body).toMatchObject({
      result: 'acknowledged',
      receipt: { versionNumber: '2.0', channel: 'tab' },
    });
    expect((await press()).body).toMatchObject({ result: 'alreadyAcknowledged' });
    expect(await as('bo', 'POST', `${versions}/${current.key}/acknowledge`)).toMatchObject({
      status: 409,
      code: 'policy.superseded',
      message: 'Version 1.0 er afløst af version 2.0. Læs og bekræft version 2.0 i stedet under Politik.',
    });
    const coverage = await as('isk-nord', 'GET', `${versions}/${draft.key}/coverage`);
    expect(coverage.body).toMatchObject({ people: 14, acknowledged: 1, missing: 13 });
  });

  it('hides a draft from an employee as if it were not there', async () => {
    const { as, draft } = await start();
    for (const who of ['anne', 'isk-nord', 'board'])
      expect((await as(who, 'GET', `/api/policy/versions/${draft.key}`)).status).toBe(404);
    for (const who of ['committee', 'auditor', 'team'])
      expect((await as(who, 'GET', `/api/policy/versions/${draft.key}`)).status).toBe(200);
  });
});
