import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { isVersion } from './package-rules.ts';

const built = z.object({ id: z.string(), version: z.string().refine(isVersion) });

/** Version of the last built package, if of the same app. Undefined without one. */
export function lastVersionIn(zipFile: string, manifestId: string): string | undefined {
  try {
    const { 'manifest.json': manifest } = unzipSync(readFileSync(zipFile));
    const parsed = built.parse(JSON.parse(strFromU8(manifest ?? new Uint8Array())));
    return parsed.id === manifestId ? parsed.version : undefined;
  } catch {
    return undefined;
  }
}

/** Negative when the first is lower. Both are `x.y.z`. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const differing = [0, 1, 2].find((place) => a?.[place] !== b?.[place]);
  return differing === undefined ? 0 : (a?.[differing] ?? 0) - (b?.[differing] ?? 0);
}

/** `1.4.9` → `1.4.10`. */
export const nextVersion = (version: string): string => version.replace(/\d+$/, (last) => String(Number(last) + 1));

/**
 * The next package's version: the requested one, else the program's, else one above the last built. Throws when the
 * requested one is not above the last: Teams would refuse the upload.
 */
export function versionToBuild({
  asked,
  ofProgram,
  last,
}: {
  asked: string | undefined;
  ofProgram: string;
  last: string | undefined;
}): string {
  if (asked !== undefined && !isVersion(asked)) throw new Error(`--version ${asked} must be x.y.z, e.g. 1.4.0.`);
  if (last === undefined) return asked ?? ofProgram;
  if (asked === undefined) return compareVersions(ofProgram, last) > 0 ? ofProgram : nextVersion(last);
  if (compareVersions(asked, last) > 0) return asked;
  throw new Error(
    `--version must rise at each upload: ${last} was built last, and Teams refuses ${asked}. Give ${nextVersion(last)} or more.`,
  );
}
