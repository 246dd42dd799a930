import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { z } from 'zod';
import { lastVersionIn, nextVersion, versionToBuild } from './last-version.ts';
import type { ManifestSettings } from './manifest.ts';
import { packageApp } from './package-app.ts';

/** Settings of the Teams app package, if given. */
export interface ManifestConfig {
  microsoft365: 'desk' | 'cloud';
  organisation: string;
  publicUrl?: string;
  appId?: string;
  manifestId?: string;
}

/** Command line options. */
export interface ManifestOptions {
  'base-url'?: string | undefined;
  'app-id'?: string | undefined;
  'manifest-id'?: string | undefined;
  version?: string | undefined;
  'privacy-url'?: string | undefined;
  'terms-url'?: string | undefined;
  out: string;
  check: boolean;
}

/** The version in package.json. */
export const versionOfProgram = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')))
    .version;

const anApp = '11111111-1111-4111-8111-111111111111';

/** All but the version. Throws when address or app is not known. */
export function settingsFrom(given: ManifestOptions, config: ManifestConfig): Omit<ManifestSettings, 'version'> {
  const baseUrl = given.check ? 'https://isms.example.dk' : (given['base-url'] ?? config.publicUrl);
  const appId = given['app-id'] ?? config.appId ?? (given.check ? anApp : undefined);
  if (baseUrl === undefined) throw new Error('Where is the program? Give --base-url https://…, or set PUBLIC_URL.');
  if (appId === undefined) throw new Error('Which app is it? Give --app-id (the client id in Entra), or set APP_ID.');
  if (!URL.canParse(baseUrl)) throw new Error(`--base-url ${baseUrl} is no address: give https://…`);
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    appId,
    // On a tenant another app id means another app: its manifest id follows.
    manifestId: given['manifest-id'] ?? (given['app-id'] === undefined ? config.manifestId : undefined) ?? appId,
    organisation: config.organisation,
    ...(given['privacy-url'] === undefined ? {} : { privacyUrl: given['privacy-url'] }),
    ...(given['terms-url'] === undefined ? {} : { termsUrl: given['terms-url'] }),
  };
}

/** Whether the last package is identical: nothing to upload, and no version to raise. */
const isBuiltAlready = (settings: ManifestSettings, file: string): boolean =>
  readFileSync(file).equals(packageApp(settings));

export function buildNext(given: ManifestOptions, settings: Omit<ManifestSettings, 'version'>): string[] {
  const { out } = given;
  const last = lastVersionIn(out, settings.manifestId);
  if (last !== undefined && (given.version ?? last) === last && isBuiltAlready({ ...settings, version: last }, out))
    return [`${relative('.', out)} is version ${last} already, and nothing has changed since.`];
  const version = versionToBuild({ asked: given.version, ofProgram: versionOfProgram(), last });
  const zip = packageApp({ ...settings, version });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, zip);
  return [
    `${relative('.', out)}: version ${version}, ${zip.length} bytes${last === undefined ? '' : `; the last was ${last}`}.`,
    `Upload it in the Teams admin centre. Teams takes it only when the version is higher than the one it has: else give --version, e.g. ${nextVersion(version)}.`,
  ];
}
