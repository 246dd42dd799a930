/** `npm run manifest -- --base-url https://…`: the Teams app package of one environment. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, loadConfig } from '../teams-app/config/index.ts';
import type { ManifestSettings } from './manifest.ts';
import { packageApp } from './package-app.ts';

const { values } = parseArgs({
  options: {
    'base-url': { type: 'string' },
    'app-id': { type: 'string' },
    'manifest-id': { type: 'string' },
    version: { type: 'string' },
    'privacy-url': { type: 'string' },
    'terms-url': { type: 'string' },
    out: { type: 'string', default: 'dist/manifest/sikkerhedshjulet.zip' },
    /** Only validates, against an address that stands for any. */
    check: { type: 'boolean', default: false },
  },
});

const versionOfProgram = (): string => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
};

try {
  const config = await loadConfig();
  const baseUrl = values.check
    ? 'https://isms.example.dk'
    : (values['base-url'] ?? config.publicUrl).replace(/\/+$/, '');
  const settings: ManifestSettings = {
    baseUrl,
    appId: values['app-id'] ?? config.app.clientId,
    manifestId: values['manifest-id'] ?? config.manifestId,
    version: values.version ?? versionOfProgram(),
    organisation: config.organisation.name,
    ...(values['privacy-url'] === undefined ? {} : { privacyUrl: values['privacy-url'] }),
    ...(values['terms-url'] === undefined ? {} : { termsUrl: values['terms-url'] }),
  };
  const zip = packageApp(settings);
  if (values.check) console.log('The manifest is valid.');
  else {
    mkdirSync(dirname(values.out), { recursive: true });
    writeFileSync(values.out, zip);
    console.log(
      `${relative('.', values.out)}: ${zip.length} bytes for ${baseUrl}. Upload it in the Teams admin centre.`,
    );
  }
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
