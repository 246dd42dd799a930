import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { requireKnownFields } from '../../../api/http/known-fields.ts';
import { allRoutes } from '../../../teams-app/program/routes.ts';

const refused = (schema: z.ZodType | undefined, body: unknown): boolean => {
  try {
    requireKnownFields(schema, body);
    return false;
  } catch {
    return true;
  }
};

describe('a body of a tab from before an upgrade', () => {
  it('is refused by every route, whatever field it has under an old name', () => {
    const bodies = allRoutes.flatMap(({ name, endpoint }) =>
      endpoint.body && !endpoint.upload ? [{ name, body: endpoint.body }] : [],
    );
    expect(bodies.length).toBeGreaterThan(100);
    const reads = bodies.filter(({ body }) => !refused(body, { stampOfAnOlderTab: '2026-11-24T09:00:00.000Z' }));
    expect(reads.map(({ name }) => name)).toEqual([]);
  });

  it('is read when every field is known, of any choice', () => {
    const schema = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a'), one: z.string() }),
      z.object({ kind: z.literal('b'), two: z.string().optional() }),
    ]);
    expect(refused(schema, { kind: 'a', one: '' })).toBe(false);
    expect(refused(schema, { kind: 'b', two: '' })).toBe(false);
    expect(refused(schema, { kind: 'a', three: '' })).toBe(true);
  });

  it('is no list: the schema says what is wrong with one', () => {
    expect(refused(z.object({ one: z.string() }), [{ one: '' }])).toBe(false);
  });
});
