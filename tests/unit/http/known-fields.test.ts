import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asAppError } from '../../../api/kernel/index.ts';
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

  it('names the fields that are not known, no more of them and no longer than an answer holds', () => {
    const namesIn = (body: object): unknown => {
      try {
        requireKnownFields(z.object({ one: z.string() }), body);
        return undefined;
      } catch (thrown) {
        return asAppError(thrown).details['unknownFields'];
      }
    };
    expect(namesIn({ one: '', two: '', three: '' })).toBe('two, three');
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${index}`.padStart(200, 'x'), '']));
    expect(String(namesIn(many)).length).toBeLessThan(700);
  });

  it('is no list: the schema says what is wrong with one', () => {
    expect(refused(z.object({ one: z.string() }), [{ one: '' }])).toBe(false);
  });
});
