/** `npm run manifest -- --base-url https://…`: the Teams app package of one environment. */
import { parseArgs } from 'node:util';
import { loadManifestConfig } from '../config/index.ts';
import { buildNext, settingsFrom, versionOfProgram } from '../../manifest/next-package.ts';
import { packageApp } from '../../manifest/package-app.ts';

const options = {
  'base-url': { type: 'string' },
  'app-id': { type: 'string' },
  'manifest-id': { type: 'string' },
  version: { type: 'string' },
  'privacy-url': { type: 'string' },
  'terms-url': { type: 'string' },
  out: { type: 'string', default: 'dist/manifest/sikkerhedshjulet.zip' },
  /** Validates only, with a placeholder address and app. */
  check: { type: 'boolean', default: false },
} as const;

try {
  const given = parseArgs({ options }).values;
  const config = await loadManifestConfig();
  const settings = settingsFrom(given, config);
  if (given.check) {
    packageApp({ ...settings, version: given.version ?? versionOfProgram() });
    console.log('The manifest is valid.');
  } else {
    const whose = config.microsoft365 === 'desk' && given['app-id'] === undefined ? 'the desk’s made-up app' : 'app';
    console.log(`Package for ${whose} ${settings.appId} at ${settings.baseUrl}.`);
    for (const line of buildNext(given, settings)) console.log(line);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
