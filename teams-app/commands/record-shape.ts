import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { localDate } from '../../api/kernel/index.ts';
import { shapeOf } from '../../api/sharepoint/index.ts';
import { allLists } from '../program/lists.ts';
import { CommandError, onlyOptions, type Command } from './command.ts';

const folder = new URL('../../tests/fixtures/shapes/', import.meta.url);
const schemas = new URL('../program/list-schemas.ts', import.meta.url);

const recorded = z.object({
  recordedOn: z.iso.date(),
  lists: z.record(z.string(), z.object({ schema: z.number().int(), columns: z.record(z.string(), z.string()) })),
});
export type RecordedShape = z.output<typeof recorded> & { number: number };

/** Every shape of all lists that was ever recorded, oldest first. */
export const recordedShapes = (): RecordedShape[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .toSorted()
    .map((name) => ({
      number: Number(name.slice(0, 4)),
      ...recorded.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
    }));

/** The lists as declared now, each with the version that its shape has after the given one. */
export function shapeNow(before: RecordedShape | undefined): RecordedShape['lists'] {
  const named = allLists.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  return Object.fromEntries(
    named.map((definition) => {
      const columns = { ...shapeOf(definition) };
      const was = before?.lists[definition.name];
      const schema = was ? was.schema + Number(!isSame(was.columns, columns)) : 1;
      return [definition.name, { schema, columns }];
    }),
  );
}

const isSame = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted());

/**
 * Records today's columns of all lists as a shape of its own, which later versions are tested to provision forward
 * from.
 */
export const recordShape: Command = {
  usage: 'record-shape',
  describe:
    'after a list’s columns changed: writes the new shape to tests/fixtures/shapes and the lists’ versions to teams-app/program/list-schemas.ts',
  talks: false,
  async run({ args, print }) {
    onlyOptions(args);
    if (!existsSync(folder)) throw new CommandError('There is no tests/fixtures/shapes here. → Run it in the sources.');
    const before = recordedShapes().at(-1);
    const lists = shapeNow(before);
    const changed = Object.keys(lists).filter((name) => lists[name]?.schema !== before?.lists[name]?.schema);
    if (changed.length === 0) {
      print('No list has changed since the newest shape.');
      return 0;
    }
    const name = `${String((before?.number ?? 0) + 1).padStart(4, '0')}.json`;
    const rows = Object.entries(lists).map(([list, shape]) => `    ${JSON.stringify(list)}: ${JSON.stringify(shape)}`);
    const recordedOn = localDate(new Date());
    writeFileSync(
      new URL(name, folder),
      `{\n  "recordedOn": "${recordedOn}",\n  "lists": {\n${rows.join(',\n')}\n  }\n}\n`,
    );
    writeFileSync(schemas, schemasModule(lists));
    print(`tests/fixtures/shapes/${name}: ${changed.join(', ')}`);
    return 0;
  },
};

export const schemasModule = (lists: RecordedShape['lists']): string =>
  [
    '/**',
    ' * Version of each list’s shape, by `npm run isms -- record-shape`. Provisioning records it in ProvisionedLists, by',
    ' * which an older program sees that a newer one has been there.',
    ' */',
    'export const listSchemas: Readonly<Record<string, number>> = {',
    ...Object.entries(lists).map(([name, { schema }]) => `  ${name}: ${schema},`),
    '};',
    '',
  ].join('\n');
