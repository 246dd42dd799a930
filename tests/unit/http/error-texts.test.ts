import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assignableRoles } from '../../../api/kernel/index.ts';
import { recipientStates } from '../../../api/deliveries/index.ts';
import { documents as documentsDa } from '../../../api/texts/da/documents.ts';
import { errors as da } from '../../../api/texts/da/errors.ts';
import { roles as rolesDa } from '../../../api/texts/da/roles.ts';
import { documents as documentsEn } from '../../../api/texts/en/documents.ts';
import { errors as en } from '../../../api/texts/en/errors.ts';
import { roles as rolesEn } from '../../../api/texts/en/roles.ts';
import { errorText } from '../../../api/http/index.ts';
import { translator } from '../../../api/texts/translate.ts';

const leaves = (texts: object, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : leaves(value as object, `${prefix}${key}.`),
  );

/** The program's sources. */
const sources = (): string[] =>
  ['api', 'bot', 'teams-app']
    .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)))
    .filter((file) => file.endsWith('.ts') && !file.includes('emulator') && !file.includes('texts'))
    .map((file) => readFileSync(file, 'utf8'));

/** Error codes thrown anywhere in the program. */
function thrownCodes(): string[] {
  const made =
    /\b(?:invalid|forbidden|missing|conflict|unavailable|AppError)\(\s*(?:'[a-z]+',\s*)?'([a-z]+\.[A-Za-z.]+)'/g;
  const fields = /code: (?:[^,}]*\? )?'(fields\.\w+)'(?: : '(fields\.\w+)')?/g;
  return sources().flatMap((text) =>
    [...text.matchAll(made), ...text.matchAll(fields)].flatMap(([, ...codes]) => codes.filter(Boolean)),
  );
}

/** Whether the code of a text stands in the sources beside comments: whole, or its last word and the place of it. */
function isThrown(text: string, all: string): boolean {
  // The same code with who did it, or since when.
  const code = text.replace(/(?:ByName|SinceDay)$/, '');
  const [group, word = ''] = [code.slice(0, code.lastIndexOf('.')), code.slice(code.lastIndexOf('.') + 1)];
  const said = new RegExp(String.raw`'${word.replace(/AtEdge$/, '')}'`);
  return all.includes(`'${code}'`) || (all.includes(`\`${group}.\${`) && said.test(all));
}

describe('texts of errors', () => {
  it('say something in both languages for every code that is thrown', () => {
    const codes = [...new Set(thrownCodes())];
    expect(codes.length).toBeGreaterThan(40);
    const known = new Set(leaves(da).map(([key]) => key));
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  it('are of codes that something throws', () => {
    const all = sources()
      .join('\n')
      .replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '');
    const codes = leaves(da).map(([key]) => key);
    expect(codes.filter((code) => !code.startsWith('kinds.') && !isThrown(code, all))).toEqual([]);
  });

  it.each([
    ['errors', da, en],
    ['roles', rolesDa, rolesEn],
    ['documents', documentsDa, documentsEn],
  ])('%s have the same keys and the same values to fill in', (_name, danish, english) => {
    const shape = (texts: object) =>
      leaves(texts).map(([key, text]) => [key, (text.match(/\{\{\w+\}\}/g) ?? []).sort().join()].join(' '));
    expect(shape(english)).toEqual(shape(danish));
  });

  it.each([...leaves(da), ...leaves(en)])('%s is a sentence without exclamation', (_key, text) => {
    expect(text).toMatch(/^[A-ZÆØÅ{].*[.]$/s);
    expect(text).not.toContain('!');
  });

  it('name every role and every state of a message', () => {
    expect(Object.keys(rolesDa).sort()).toEqual([...assignableRoles, 'employee'].sort());
    expect(Object.keys(documentsDa.delivery).sort()).toEqual(
      [...recipientStates, 'sentAgain', 'history', 'notAsked'].sort(),
    );
  });

  it('fall back to the kind when a code has none', () => {
    expect(errorText(translator('en'), 'nobody.wroteThis', {}, 'missing')).toBe(en.kinds.missing);
    expect(errorText(translator('da'), 'policy.numberTaken', { number: '4.0' }, 'conflict')).toContain('version 4.0');
  });
});
