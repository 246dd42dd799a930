import { z } from 'zod';
import { until } from '../../support/until.ts';
import type { Town } from '../town.ts';

interface Import {
  /** Its routes: `/api/assets/imports`. */
  path: string;
  /** Where the progress is read. */
  running: string;
  file: { fileName: string; base64: string; title?: string };
  mapping?: unknown;
}

const done = z.object({ written: z.number() });
const progress = z.object({ run: z.object({ running: z.boolean() }).optional() });
const mostTries = 20;

/** Imports a file twice, and on until nothing of it is left to write: after a kill people give the same file again. */
export async function importFile(town: Town, personId: string, { path, running, file, mapping }: Import) {
  const given = mapping === undefined ? file : { ...file, mapping };
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const { written } = done.parse(await town.as(personId, 'POST', path, given));
    if (written === 0 && tries > 1) return;
    await until('the import', async () => !progress.parse(await town.as(personId, 'GET', running)).run?.running);
  }
  throw new Error(`${path} never ended`);
}
