import type { Request, Response } from 'express';
import type { z } from 'zod';

/** Every refusal of the control API: a code and a sentence. */
export function refuse(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ error: { code, message } });
}

/** The parsed body, or `undefined` after a 400 that says what is wrong where. */
export function bodyOf<Schema extends z.ZodType>(
  schema: Schema,
  request: Request,
  response: Response,
): z.output<Schema> | undefined {
  const parsed = schema.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  refuse(response, 400, 'invalidBody', problems.join('; '));
  return undefined;
}
