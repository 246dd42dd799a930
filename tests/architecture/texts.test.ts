import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';
import { cardKinds } from '../../bot/cards/index.ts';
import { verbs } from '../../bot/index.ts';

type Texts = { [key: string]: string | Texts };
const folder = join(root, 'api', 'texts');
/** `wheel-plan.ts` is the catalogue `wheelPlan`. */
const fileOf = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const names = readdirSync(join(folder, 'da'))
  .filter((file) => file !== 'index.ts')
  .map((file) => file.replace(/\.ts$/, '').replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()));

const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null;
async function catalogue(language: 'da' | 'en', name: string): Promise<Texts> {
  const file: unknown = await import(`../../api/texts/${language}/${fileOf(name)}.ts`);
  const texts: unknown = isTexts(file) ? file[name] : undefined;
  if (!isTexts(texts)) throw new Error(`texts/${language}/${fileOf(name)}.ts does not export ${name}`);
  return texts;
}
const leaves = (texts: Texts, path: string): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}.${key}`, value] as [string, string]] : leaves(value, `${path}.${key}`),
  );
const valuesIn = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name).toSorted();

const all = await Promise.all(
  names.map(async (name) => ({
    name,
    da: new Map(leaves(await catalogue('da', name), name)),
    en: new Map(leaves(await catalogue('en', name), name)),
  })),
);
const known = new Set(all.flatMap(({ da }) => [...da.keys()]));
const stems = new Set([...known].map((key) => key.replace(/_(?:zero|one|other)$/, '')));
/** Words that other catalogues hold within their own. */
const withinOthers = new Set(['bodies', 'fieldWords', 'partWords', 'procedureTemplates', 'reportPages', 'stopReasons']);
const isPrefix = (prefix: string) => [...stems].some((stem) => stem.startsWith(prefix));

describe.each(all)('the texts of $name', ({ da, en }) => {
  it('have the same keys in both languages', () => {
    expect([...en.keys()].toSorted()).toEqual([...da.keys()].toSorted());
  });

  it('are all written, with the same values in both languages', () => {
    for (const [key, text] of da) {
      expect(text.trim(), key).not.toBe('');
      expect(en.get(key)?.trim(), key).not.toBe('');
      expect(valuesIn(en.get(key) ?? ''), key).toEqual(valuesIn(text));
    }
  });

  it('have both numbers of every plural', () => {
    for (const key of da.keys()) {
      if (key.endsWith('_one')) expect([...da.keys()], key).toContain(key.replace(/_one$/, '_other'));
      if (key.endsWith('_other')) expect([...da.keys()], key).toContain(key.replace(/_other$/, '_one'));
    }
  });

  it('use no exclamation marks', () => {
    expect([...da, ...en].filter(([, text]) => text.includes('!')).map(([key]) => key)).toEqual([]);
  });
});

describe('the code', () => {
  const sources = projectFiles().filter(
    (file) =>
      /^(api|bot|tab|teams-app)\/.*\.tsx?$/.test(file) &&
      !/^(api\/texts\/(da|en)|teams-app\/(emulator|seed))\/|^teams-app\/telemetry\/log-kinds\.ts$/.test(file),
  );
  const namespaces = names.join('|');
  const kinds = new Set<string>(cardKinds);
  const withoutComments = (file: string) =>
    readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const code = new Map(sources.map((file) => [file, withoutComments(file)]));

  it('names only texts that exist', () => {
    const wrong = [...code].flatMap(([file, source]) =>
      [
        ...source.matchAll(
          new RegExp(`(?<!contextPart(?:<.*>)?\\(\\s*)['"\`]((?:${namespaces})\\.[\\w.]+(?:\\$\\{)?)`, 'g'),
        ),
      ]
        .map(([, key = '']) => key)
        // An error code is a key below `errors`.
        .filter((key) => !known.has(`errors.${key}`))
        // A button's verb is not a text either, nor is the kind of a card.
        .filter((key) => !(key in verbs) && !kinds.has(key))
        .filter((key) => (key.endsWith('${') ? !isPrefix(key.slice(0, -2)) : !stems.has(key) && !isPrefix(`${key}.`)))
        .map((key) => `${file}: ${key}`),
    );
    expect(wrong.filter((line) => !/\.(?:ts|tsx|md|json|zip|xlsx|pdf)$/.test(line))).toEqual([]);
  });

  it('has a text for every error code', () => {
    const codes = [...code.values()].flatMap((source) =>
      [...source.matchAll(/\b(?:invalid|forbidden|missing|conflict|unavailable)\(\s*'([\w]+(?:\.\w+)+)'/g)].map(
        ([, code = '']) => code,
      ),
    );
    expect(codes.length).toBeGreaterThan(10);
    expect([...new Set(codes)].filter((code) => !known.has(`errors.${code}`))).toEqual([]);
  });

  it('says every text', () => {
    const substitution = String.raw`\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}`;
    const quotedKey = new RegExp(`(['"\`])((?:[\\w.-]|${substitution})+)\\1`, 'g');
    const literals = new Set<string>();
    const heads = new Set<string>();
    const tails = new Set<string>();
    for (const source of code.values())
      for (const [, , quoted = ''] of source.matchAll(quotedKey)) {
        const shape = quoted.replaceAll(new RegExp(substitution, 'g'), '*');
        if (!shape.includes('*')) literals.add(shape);
        // `wheel.state.${state}`
        else if (/^\w+\./.test(shape)) heads.add(shape);
        // `${words}.title`
        else if (/^\*.*\.\w/.test(shape)) tails.add(shape);
      }
    const patternOf = (shape: string) =>
      new RegExp(`^${shape.replaceAll('.', String.raw`\.`).replaceAll('*', String.raw`[\w.-]*`)}$`);
    const patterns = Map.groupBy([...heads].map(patternOf), ({ source }) => /\w+/.exec(source)?.[0]);
    const loose = [...tails].map(patternOf);
    const isWritten = (key: string) =>
      literals.has(key) || (patterns.get(key.split('.')[0])?.some((pattern) => pattern.test(key)) ?? false);
    /** `texts: 'risks.hosting'`, which a value follows, or `root = 'governance'`, which the rest of a key follows. */
    const isJoined = (key: string) => {
      const parts = key.split('.');
      return parts.some(
        (_, place) =>
          literals.has(parts.slice(0, place).join('.')) &&
          (place === parts.length - 1 || isWritten(parts.slice(place).join('.'))),
      );
    };
    const isSaid = (key: string) => isWritten(key) || loose.some((pattern) => pattern.test(key)) || isJoined(key);
    expect([...stems].filter((key) => !isSaid(key) && !withinOthers.has(key.split('.')[0] ?? ''))).toEqual([]);
  });
});
