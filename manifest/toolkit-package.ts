import { buildManifest, englishOf } from './manifest.ts';

/**
 * Variables of `env/.env.<environment>` that Microsoft 365 Agents Toolkit puts in, and what stands for them until then.
 */
const placeholders = {
  APP_HOST: 'app-host.example.dk',
  APP_ID: '11111111-1111-4111-8111-111111111111',
  TEAMS_APP_ID: '22222222-2222-4222-8222-222222222222',
  APP_VERSION: '999.999.999',
  ORGANISATION_NAME: 'ORGANISATION-NAME',
} as const;
export const toolkitVariables: readonly string[] = Object.keys(placeholders);

/** A document as JSON, with `${{VARIABLE}}` where an environment differs. */
const withVariables = (document: unknown): string =>
  Object.entries(placeholders).reduce(
    (text, [name, value]) => text.replaceAll(value, `\${{${name}}}`),
    `${JSON.stringify(document, null, 2)}\n`,
  );

/**
 * The app package before its environment is known, by file name, as Microsoft 365 Agents Toolkit reads it in
 * `appPackage/`.
 */
export function toolkitPackage(): Readonly<Record<'manifest.json' | 'en.json', string>> {
  const manifest = buildManifest({
    baseUrl: `https://${placeholders.APP_HOST}`,
    appId: placeholders.APP_ID,
    manifestId: placeholders.TEAMS_APP_ID,
    version: placeholders.APP_VERSION,
    organisation: placeholders.ORGANISATION_NAME,
  });
  return { 'manifest.json': withVariables(manifest), 'en.json': withVariables(englishOf(manifest)) };
}
