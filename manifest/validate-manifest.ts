import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import Ajv from 'ajv-draft-04';
import { packageRules, type AppPackage } from './package-rules.ts';

/** The package's program needs the network when loaded: its schema files are read instead. */
const schemas = new URL('../node_modules/@microsoft/app-manifest/build/json-schemas/teams/', import.meta.url);
const schemaOf = (version: string, name: string): object =>
  JSON.parse(readFileSync(new URL(`v${version}/${name}.schema.json`, schemas), 'utf8')) as object;

function problemsWith(schema: object, document: unknown): string[] {
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}

/** Violations of Microsoft's schemas and our rules. Empty when valid. */
export function problemsOf(given: AppPackage): string[] {
  const { manifest, translations } = given;
  const { manifestVersion } = manifest;
  return [
    ...problemsWith(schemaOf(manifestVersion, 'MicrosoftTeams'), manifest),
    ...Object.entries(translations).flatMap(([file, translation]) =>
      problemsWith(schemaOf(manifestVersion, 'MicrosoftTeams.Localization'), translation).map(
        (problem) => `${file}: ${problem}`,
      ),
    ),
    ...packageRules.flatMap(({ violations }) => violations(given)),
  ];
}
