import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trailWords } from '../../../api/texts/da/trail-words.ts';
import { trailWords as english } from '../../../api/texts/en/trail-words.ts';
import { personalData } from '../../../teams-app/program/personal-data.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { trailedLists } from '../../../teams-app/program/trailed-lists.ts';

const root = join(import.meta.dirname, '../../..');
const sources = globSync('api/**/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));

/** Names of members, and codes, anywhere in a schema. */
function namesIn(schema: unknown): { name?: string; code?: string }[] {
  if (typeof schema !== 'object' || schema === null || !('def' in schema)) return [];
  const { shape, entries, values, ...others } = schema.def as Record<string, object | undefined>;
  const codes: unknown[] = [entries ?? {}, values ?? {}].flatMap((all) => Object.values<unknown>({ ...all }));
  return [
    ...codes.flatMap((code) => (typeof code === 'string' ? { code } : [])),
    ...Object.entries(shape ?? {}).flatMap(([name, part]) => [{ name }, ...namesIn(part)]),
    ...Object.values(others).flatMap((inner) => (Array.isArray(inner) ? inner.flatMap(namesIn) : namesIn(inner))),
  ];
}

describe('the words of the trail', () => {
  it('name every act that is recorded', () => {
    const acts = new Set(
      sources
        .filter((text) => /recordAct|Transfer/.test(text))
        .flatMap((text) => [...text.matchAll(/\bact(?:: |\()'([a-z]+[A-Z]\w+)'/g)].map(([, act = '']) => act)),
    );
    expect(acts.size).toBeGreaterThan(80);
    expect([...acts].filter((act) => !(act in trailWords.act))).toEqual([]);
  });

  it('name every list whose records are told of, and there is no other', () => {
    const names = allLists.map(({ name }) => name);
    expect(Object.keys(trailedLists).filter((list) => !names.includes(list))).toEqual([]);
    expect(Object.keys(trailedLists).toSorted()).toEqual(Object.keys(trailWords.list).toSorted());
  });

  it('name every field that the trail or a person’s own data can tell, in both languages', () => {
    const told = allLists.filter(({ name }) => name in trailedLists || personalData[name] !== 'none');
    const fields = told.flatMap(({ name, columns }) => Object.keys(columns).map((field) => [name, field] as const));
    expect(fields.length).toBeGreaterThan(400);
    for (const words of [trailWords.field, english.field])
      expect(fields.filter(([, field]) => !(field in words)).map((one) => one.join('.'))).toEqual([]);
  });

  it('name every option of their choices, in both languages', () => {
    const options = allLists.flatMap(({ name, columns }) =>
      Object.entries(columns).flatMap(([field, { facet }]) => {
        const { choice } = facet as { choice?: { choices: string[] } };
        return (choice?.choices ?? []).map((option) => [name, field, option] as const);
      }),
    );
    expect(options.length).toBeGreaterThan(100);
    for (const words of [trailWords.value, english.value])
      expect(options.filter(([, , option]) => !(option in words)).map((one) => one.join('.'))).toEqual([]);
  });

  it('name every part and every code within a structured field, in both languages', () => {
    const told = allLists.filter(({ name }) => name in trailedLists || personalData[name] !== 'none');
    const parts = told.flatMap(({ columns }) => Object.values(columns).flatMap(({ holds }) => namesIn(holds)));
    const [names, codes] = [parts.flatMap(({ name }) => name ?? []), parts.flatMap(({ code }) => code ?? [])];
    expect(new Set(names).size).toBeGreaterThan(150);
    expect(new Set(codes).size).toBeGreaterThan(150);
    for (const { field, value } of [trailWords, english]) {
      expect([...new Set(names)].filter((name) => !(name in field))).toEqual([]);
      expect([...new Set(codes)].filter((code) => !(code in value))).toEqual([]);
    }
  });
});
