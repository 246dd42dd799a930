import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { someColumns, startGraph, type GraphWorld, type Json } from './world.ts';

let graph: GraphWorld;
beforeAll(async () => {
  graph = await startGraph();
  await graph.list('Rows', [...someColumns, { name: 'On', boolean: {}, indexed: true }]);
  const rows = Array.from({ length: 300 }, (_, at) => ({
    ...{ Title: `row ${at}`, Key: `k${String(at).padStart(3, '0')}`, Score: at % 10, Plain: at },
    ...(at < 3 ? { On: true } : {}),
  }));
  graph.emulator.world.sites.bulkInsert('Rows', rows);
});
afterAll(() => graph.close());
afterEach(() => graph.emulator.world.faults.reset());

const prefer = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
const rows = (query: string, headers: Record<string, string> = {}) =>
  graph.site('GET', `/lists/Rows/items?${query}`, { headers });
const count = async (filter: string, headers = {}) =>
  (await rows(`$filter=${encodeURIComponent(filter)}&$top=1000`, headers)).body.value.length;
const refusal = async (query: string, headers = {}) => {
  const { status, body } = await rows(query, headers);
  return [status, body.error.code, body.error.message];
};
const ids = (value: Json[]) => value.map((one) => Number(one.id));

describe('filters', () => {
  it.each([
    ["fields/Key eq 'k007'", 1],
    ["fields/Key eq 'K007'", 1],
    ['fields/Score eq 3', 30],
    ['fields/Score lt 2', 60],
    ['fields/Score ge 8 and fields/Score ne 9', 30],
    ["startswith(fields/Key,'k00')", 10],
    ['fields/On eq 1', 3],
    ["fields/Key gt 'k297'", 2],
    ["fields/ID gt '295'", 5],
  ])('find by %s', async (filter, expected) => {
    expect(await count(filter)).toBe(expected);
  });

  it('refuse a column without an index, by name, Title too', async () => {
    for (const name of ['Plain', 'Title']) {
      const [status, code, message] = await refusal(`$filter=fields/${name} eq 1`);
      expect([status, code]).toEqual([400, 'invalidRequest']);
      expect(message).toBe(
        `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
      );
    }
  });

  it('lift that for exactly the header that the message names', async () => {
    expect(await count('fields/Plain lt 5', prefer)).toBe(5);
    const other = { prefer: 'return=minimal' };
    expect((await rows('$filter=fields/Plain lt 5', other)).status).toBe(400);
  });

  it.each([
    ['a bare column name', "$filter=Key eq 'x'", 'BadRequest'],
    ['an unclosed literal', "$filter=fields/Key eq 'x", 'BadRequest'],
    ['an un-doubled quote', "$filter=fields/Key eq 'it's'", 'BadRequest'],
    ['contains', "$filter=contains(fields/Key,'x')", 'BadRequest'],
    ['an unknown column', "$filter=fields/Nothing eq 'x'", 'invalidRequest'],
    ['item-level dates', "$filter=createdDateTime ge '2026-01-01T00:00:00Z'", 'invalidRequest'],
    ['$count', '$count=true', 'invalidRequest'],
    ['$search', '$search=x', 'invalidRequest'],
    ['an unknown expansion', '$expand=author', 'BadRequest'],
    ['an unknown selected field', '$expand=fields($select=Nothing)', 'invalidRequest'],
  ])('refuse %s', async (_title, query, code) => {
    expect((await refusal(query)).slice(0, 2)).toEqual([400, code]);
  });

  it('find quotes that are doubled', async () => {
    await graph.item('Rows', { Key: "it's" });
    expect(await count("fields/Key eq 'it''s'")).toBe(1);
  });

  it('lose what stands after an unescaped ampersand', async () => {
    await graph.item('Rows', { Key: 'a&b' });
    expect((await rows("$filter=fields/Key eq 'a&b'")).status).toBe(400);
    expect(await count("fields/Key eq 'a&b'")).toBe(1);
  });
});

describe('pages', () => {
  it('hold 200 rows unless told, at most 5,000, and no row twice', async () => {
    const first = await rows('');
    expect(first.body.value).toHaveLength(200);
    const second = await graph.ask('GET', first.body['@odata.nextLink']);
    const all = [...ids(first.body.value), ...ids(second.body.value)];
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(second.body).not.toHaveProperty('@odata.nextLink');
    expect((await rows('$top=100000')).status).toBe(200);
  });

  it('give a next link on the real host that repeats the options and hides the cursor in base64', async () => {
    const link = new URL((await rows('$top=7&$expand=fields($select=Key)')).body['@odata.nextLink']);
    expect(link.origin + link.pathname.slice(0, 12)).toBe('https://graph.microsoft.com/v1.0/sites/');
    expect(link.searchParams.get('$top')).toBe('7');
    expect(link.searchParams.get('$expand')).toBe('fields($select=Key)');
    const token = link.searchParams.get('$skiptoken') ?? '';
    expect(token).not.toContain('=');
    expect(Buffer.from(token, 'base64').toString()).toBe('Paged=TRUE&p_ID=7');
  });

  it('take $skipToken in any case, and refuse a number in its place', async () => {
    const token = Buffer.from('Paged=TRUE&p_ID=10').toString('base64');
    expect(ids((await rows(`$top=1&$skipToken=${encodeURIComponent(token)}`)).body.value)).toEqual([11]);
    expect((await refusal('$skiptoken=10')).slice(0, 2)).toEqual([400, 'invalidRequest']);
  });

  it('ignore $skip', async () => {
    expect(ids((await rows('$top=2&$skip=50')).body.value)).toEqual([1, 2]);
  });

  it('follow the rows of now: a deleted row is missing, a new one appears', async () => {
    const first = await rows('$top=250');
    const added = await graph.item('Rows', { Title: 'late' });
    await graph.site('DELETE', '/lists/Rows/items/260');
    const rest = ids((await graph.ask('GET', first.body['@odata.nextLink'])).body.value);
    expect(rest).toContain(Number(added.id));
    expect(rest).not.toContain(260);
  });

  it('go on in order when sorted', async () => {
    const seen: number[] = [];
    let next: string | undefined = '/lists/Rows/items?$top=90&$orderby=fields/Score desc&$expand=fields($select=Score)';
    let page = await graph.site('GET', next);
    for (;;) {
      seen.push(...page.body.value.map((one) => Number(one.fields.Score ?? -1)));
      next = page.body['@odata.nextLink'];
      if (next === undefined) break;
      page = await graph.ask('GET', next);
    }
    expect(seen.length).toBeGreaterThanOrEqual(299);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
  });

  it('refuse to sort by a column without an index', async () => {
    expect((await refusal('$orderby=fields/Plain')).slice(0, 2)).toEqual([400, 'invalidRequest']);
  });
});

describe('a list above the threshold', () => {
  const large = () => graph.emulator.world.faults.put({ graph: { threshold: 50 } });

  it('pages in id order as ever', async () => {
    large();
    expect((await rows('$top=5000')).body.value.length).toBeGreaterThan(290);
  });

  it('answers a 429 that waiting never helps when a filter without index is asked for', async () => {
    large();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await refusal('$filter=fields/Plain eq 1', prefer)).toEqual([
        429,
        'activityLimitReached',
        'The request has been throttled',
      ]);
    }
  });

  it('answers 429 when the first indexed clause alone matches too many, whatever $top and the rest say', async () => {
    large();
    const many = "fields/Score lt 9 and fields/Key eq 'k001'";
    expect((await rows(`$top=1&$filter=${many}`)).status).toBe(429);
    const few = "fields/Key eq 'k001' and fields/Score lt 9";
    expect((await rows(`$top=1&$filter=${few}`)).body.value).toHaveLength(1);
  });

  it('does not sort by id backwards', async () => {
    expect((await rows('$orderby=fields/ID desc&$top=1')).status).toBe(200);
    large();
    expect((await rows('$orderby=fields/ID desc&$top=1')).status).toBe(429);
  });
});
