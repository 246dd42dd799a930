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

  it('is looked at within lists, choices, records and what may be left out', () => {
    const line = z.object({ text: z.string(), of: z.record(z.string(), z.object({ at: z.number() })) });
    const schema = z
      .object({
        lines: z.array(line).default([]),
        what: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('a'), one: z.string() }),
          z.object({ kind: z.literal('b'), two: z.string().optional() }),
        ]),
        rest: z.unknown(),
      })
      .nullable();
    const good = {
      lines: [{ text: '', of: { any: { at: 1 } } }],
      what: { kind: 'a', one: '' },
      rest: { anything: [{}] },
    };
    expect(refused(schema, good)).toBe(false);
    for (const wrong of [
      { ...good, lines: [{ text: '', of: {}, more: 1 }] },
      { ...good, lines: [{ text: '', of: { any: { at: 1, more: 1 } } }] },
      { ...good, what: { kind: 'a', three: '' } },
    ])
      expect(refused(schema, wrong)).toBe(true);
  });
});
