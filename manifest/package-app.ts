import { strToU8, zipSync } from 'fflate';
import { colourIcon, outlineIcon } from './icons.ts';
import { buildManifest, englishOf, type ManifestSettings } from './manifest.ts';
import { problemsOf } from './validate-manifest.ts';

const asJson = (document: unknown): Uint8Array => strToU8(`${JSON.stringify(document, null, 2)}\n`);
/** Zip files contain dates; a fixed one makes the file deterministic. */
const date = new Date('2026-01-01T12:00:00Z');

/** The app package that is uploaded to Teams. Throws with every problem that Microsoft's schemas and ours find. */
export function packageApp(settings: ManifestSettings): Uint8Array {
  const manifest = buildManifest(settings);
  const english = englishOf(manifest);
  const icons = { color: colourIcon(), outline: outlineIcon() };
  const problems = problemsOf({ manifest, translations: { 'en.json': english }, icons });
  if (problems.length > 0)
    throw new Error(`The manifest is not valid:\n${problems.map((one) => `  - ${one}`).join('\n')}`);
  return zipSync(
    {
      'manifest.json': asJson(manifest),
      'en.json': asJson(english),
      'color.png': icons.color,
      'outline.png': icons.outline,
    },
    { level: 9, mtime: date },
  );
}
