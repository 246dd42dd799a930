import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codecOf, type ListDefinition } from '../../../api/sharepoint/index.ts';
import { listDrift } from '../../../api/sharepoint/drift.ts';
import { recordedShapes, schemasModule, shapeNow } from '../../../teams-app/commands/record-shape.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { columnsOfShape } from '../../contract/lists/old-shapes.ts';

const shapes = recordedShapes();
const newest = shapes.at(-1);
const declared = (name: string): ListDefinition<{ key: string }> | undefined =>
  allLists.find((definition) => definition.name === name);

describe('the shapes of the lists', () => {
  it('are recorded as they are declared now', () => {
    expect(
      shapeNow(newest),
      'Lists have changed: run npm run isms -- record-shape, and commit what it writes.',
    ).toEqual(newest?.lists);
    const module = readFileSync(new URL('../../../teams-app/program/list-schemas.ts', import.meta.url), 'utf8');
    expect(module).toBe(schemasModule(newest?.lists ?? {}));
  });
});

describe.each(shapes)('a site of shape $number ($recordedOn)', ({ lists }) => {
  it('has every list and column still, of the same type: provisioning only adds and widens', () => {
    const left = Object.entries(lists).flatMap(([name, { columns }]) => {
      const definition = declared(name);
      if (!definition) return [`${name} is declared no more`];
      const known = Object.keys(shapeNow(undefined)[name]?.columns ?? {});
      const gone = Object.keys(columns).filter((column) => !known.includes(column));
      const drift = listDrift(definition, columnsOfShape(columns));
      return [
        ...gone.map((column) => `${name}.${column} is declared no more`),
        ...drift
          .filter(({ problem }) => problem !== 'missing' && problem !== 'choices')
          .map(({ column, problem, details }) => `${name}.${column} ${problem} ${details ?? ''}`),
      ];
    });
    expect(left).toEqual([]);
  });

  it('has items that are read as records, though they lack the columns that came later', () => {
    const unread = Object.entries(lists).flatMap(([name, { columns }]) => {
      const definition = declared(name);
      if (!definition) return [];
      const decoded = codecOf(definition).decode({ Key: 'one' });
      const wrong = 'problems' in decoded ? decoded.fields : [];
      return wrong.filter(({ column }) => !(column in columns)).map(({ column }) => `${name}.${column} is required`);
    });
    expect(unread).toEqual([]);
  });
});
