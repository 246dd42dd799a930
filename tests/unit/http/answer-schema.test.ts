import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerSchema } from '../../../api/http/answer-schema.ts';
import { allRoutes } from '../../../teams-app/program/routes.ts';

const body = z.object({
  title: z.string().trim().min(1).max(5),
  url: z.union([z.url(), z.literal('')]).optional(),
  months: z.array(z.number().int().min(1).max(12)).min(1),
  on: z.iso.date(),
  kind: z.enum(['a', 'b']),
});
const fits = (change: object) =>
  answerSchema(body).safeParse({ title: 'T', months: [1], on: '2026-11-24', kind: 'a', ...change }).success;

describe('what an answer may hold', () => {
  it.each([{ title: '' }, { title: 'longer than five' }, { url: 'no address' }, { months: [] }, { months: [13] }])(
    'is what a list holds, beyond the limits of what is sent: %j',
    (change) => expect(fits(change)).toBe(true),
  );

  it.each([{ title: 1 }, { months: [1.5] }, { months: 1 }, { on: '2026-13-01' }, { kind: 'c' }, { on: undefined }])(
    'is still of its kind: not %j',
    (change) => expect(fits(change)).toBe(false),
  );

  it('has no limits of lengths in any answer that is read', () => {
    const limited = allRoutes.flatMap(({ name, endpoint: { answer } }) => {
      if (!answer) return [];
      const document = JSON.stringify(
        z.toJSONSchema(answerSchema(answer), { io: 'output', unrepresentable: 'any', reused: 'inline' }),
      );
      return /"(?:minLength|maxLength|minItems)":[1-9]|"format":"uri"/.test(
        document.replaceAll('"minItems":2,"maxItems":2', ''),
      )
        ? [`${name}`]
        : [];
    });
    expect(limited).toEqual([]);
  });
});
