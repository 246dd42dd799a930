import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { invalid } from '../kernel/index.ts';

/** Writes lines to a file, with a few in memory at a time. */
export async function writeLines(path: string, lines: AsyncIterable<unknown>): Promise<number> {
  const out = createWriteStream(path);
  let count = 0;
  for await (const line of lines) {
    count += 1;
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return count;
}

/** Reads a file line by line. Throws AppError invalid `backup.damaged` {file, line}. */
export async function* readLines<Line>(path: string, schema: z.ZodType<Line>): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    const line = schema.safeParse(parsed(text));
    if (!line.success) throw invalid('backup.damaged', { file: path, line: number });
    yield line.data;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
