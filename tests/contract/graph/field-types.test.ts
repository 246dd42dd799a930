import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGraph, type GraphWorld } from './world.ts';

let graph: GraphWorld;
let targets: string;
beforeAll(async () => {
  graph = await startGraph();
  targets = await graph.list('Targets');
  await graph.item('Targets', { Title: 'first target' });
  await graph.list('Values', [
    { name: 'Line', text: { maxLength: 255 } },
    { name: 'Long', text: { allowMultipleLines: true, textType: 'plain' } },
    { name: 'Rich', text: { allowMultipleLines: true, textType: 'richText' } },
    { name: 'Number', number: { minimum: 0, maximum: 100 } },
    { name: 'Yes', boolean: {} },
    { name: 'Pick', choice: { choices: ['Åben', 'Lukket'], displayAs: 'dropDownMenu' } },
    { name: 'Free', choice: { choices: ['a'], allowTextEntry: true } },
    { name: 'Many', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
    { name: 'At', dateTime: { format: 'dateTime' } },
    { name: 'Day', dateTime: { format: 'dateOnly' } },
    { name: 'Target', lookup: { listId: targets, columnName: 'Title' } },
    { name: 'Targets', lookup: { listId: targets, columnName: 'Title', allowMultipleValues: true } },
    { name: 'Web', hyperlinkOrPicture: { isPicture: false } },
    { name: 'Hidden', text: {}, hidden: true },
  ]);
});
afterAll(() => graph.close());

const add = (fields: Record<string, unknown>) => graph.site('POST', '/lists/Values/items', { body: { fields } });
const stored = async (fields: Record<string, unknown>) => (await add(fields)).body.fields;
const refusal = async (fields: Record<string, unknown>) => {
  const { status, body } = await add(fields);
  return [status, body.error.code];
};

describe('values by column type', () => {
  it.each([
    ['a text of 255 characters', { Line: 'x'.repeat(255) }],
    ['many lines', { Long: 'one\ntwo' }],
    ['a number', { Number: 12.5 }],
    ['a boolean', { Yes: true }],
    ['a listed choice', { Pick: 'Åben' }],
    ['a written choice where that is allowed', { Free: 'my own' }],
  ])('keeps %s', async (_title, fields) => {
    expect(await stored(fields)).toMatchObject(fields);
  });

  it.each([
    ['a text of 256 characters', { Line: 'x'.repeat(256) }, [400, 'invalidRequest']],
    ['a number in a text column', { Line: 7 }, [500, 'generalException']],
    ['a text in a number column', { Number: '7' }, [500, 'generalException']],
    ['a number out of range', { Number: 101 }, [400, 'invalidRequest']],
    ['a text in a boolean column', { Yes: 'true' }, [500, 'generalException']],
    ['a choice that is not listed', { Pick: 'åben' }, [400, 'invalidRequest']],
    ['many choices without their type', { Many: ['a'] }, [400, 'invalidRequest']],
    ['a hyperlink', { Web: { Url: 'https://x.example', Description: 'x' } }, [400, 'invalidRequest']],
    ['a lookup to an item that is not there', { TargetLookupId: 99 }, [400, 'invalidRequest']],
    ['a lookup under its bare name', { Target: 'first target' }, [400, 'invalidRequest']],
    ['an unknown column', { Nothing: 'x' }, [400, 'invalidRequest']],
    ['a system column', { Created: '2026-01-01T00:00:00Z' }, [400, 'invalidRequest']],
    ['a year before 1900', { At: '1899-12-31T00:00:00Z' }, [400, 'invalidRequest']],
    ['no date at all', { At: 'tomorrow' }, [400, 'invalidRequest']],
  ])('refuses %s', async (_title, fields, expected) => {
    expect(await refusal(fields)).toEqual(expected);
  });

  it('takes many choices with their type', async () => {
    const fields = await stored({ Many: ['a', 'b'], 'Many@odata.type': 'Collection(Edm.String)' });
    expect(fields.Many).toEqual(['a', 'b']);
  });

  it('drops milliseconds', async () => {
    expect((await stored({ At: '2026-03-02T11:52:12.987Z' })).At).toBe('2026-03-02T11:52:12Z');
  });

  it.each([
    ['2026-03-02T12:00:00Z', '2026-03-01T23:00:00Z'],
    ['2026-07-02T12:00:00Z', '2026-07-01T22:00:00Z'],
  ])('shows the day of %s as midnight of the site in UTC', async (given, shown) => {
    expect((await stored({ Day: given })).Day).toBe(shown);
  });

  it('wraps rich text in HTML', async () => {
    expect((await stored({ Rich: 'hello' })).Rich).toMatch(/^<div.*hello<\/div>$/);
  });

  it('reads a lookup as a text id, and its display value only when selected', async () => {
    const { body } = await add({ TargetLookupId: 1 });
    expect(body.fields).toMatchObject({ TargetLookupId: '1' });
    expect(body.fields).not.toHaveProperty('Target');
    const chosen = await graph.site('GET', `/lists/Values/items/${body.id}?$expand=fields($select=Target)`);
    expect(chosen.body.fields).toMatchObject({ Target: 'first target' });
  });

  it('reads many lookups as id and value', async () => {
    const fields = await stored({ TargetsLookupId: [1], 'TargetsLookupId@odata.type': 'Collection(Edm.Int32)' });
    expect(fields.Targets).toEqual([{ LookupId: 1, LookupValue: 'first target' }]);
  });

  it('shows a hidden column only when it is named', async () => {
    const { body } = await add({ Hidden: 'secret' });
    expect(body.fields).not.toHaveProperty('Hidden');
    const chosen = await graph.site('GET', `/lists/Values/items/${body.id}?$expand=fields($select=Hidden)`);
    expect(chosen.body.fields.Hidden).toBe('secret');
  });
});
