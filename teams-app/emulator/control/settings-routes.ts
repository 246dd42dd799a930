import type { Response, Router } from 'express';
import { z } from 'zod';
import { GraphFault } from '../graph/errors.ts';
import { columnFrom } from '../graph/store/column-definitions.ts';
import { asStoredIn, settledByHand } from '../graph/store/column-by-hand.ts';
import type { Column, List } from '../graph/store/column-types.ts';
import { columnOf } from '../graph/store/lists-store.ts';
import { folderMark } from '../graph/views/item-view.ts';
import type { World } from '../world.ts';
import { refuse } from './refuse.ts';

const rule = z.object({
  formula: z.string(),
  description: z.string().optional(),
  answer: z.union([z.literal(400), z.literal(500)]).default(400),
});
const columnSettings = z.strictObject({
  displayName: z.string().optional(),
  required: z.boolean().optional(),
  indexed: z.boolean().optional(),
  enforceUniqueValues: z.boolean().optional(),
  defaultValue: z.object({ value: z.string() }).nullable().optional(),
  validation: rule.nullable().optional(),
  text: z.union([z.number().int().min(1).max(255), z.literal('many')]).optional(),
  choices: z.array(z.string()).optional(),
  type: z.enum(['text', 'number']).optional(),
});
const listSettings = z.strictObject({
  /** The title. */
  displayName: z.string().optional(),
  /** The last part of its address. */
  name: z.string().optional(),
  hidden: z.boolean().optional(),
  retained: z.boolean().optional(),
  validation: rule.nullable().optional(),
});
const folder = z.object({ name: z.string() });
const owner = 'Ejer af webstedet';

/** A SharePoint administrator's changes of settings: of a list, of its columns; and a folder or column made by hand. */
export function addSettingsRoutes(router: Router, world: World): void {
  const { lists, items } = world.sites;
  const listNamed = (response: Response, name: string | undefined): List | undefined => {
    const list = lists.all().find((one) => one.name === name) ?? lists.find(name ?? '');
    if (!list) refuse(response, 404, 'listUnknown', `There is no list ${name}.`);
    return list;
  };
  /** Answers as SharePoint's page of settings: what it refuses is 409. */
  const settle = (response: Response, work: () => unknown): void => {
    try {
      work();
      response.json({});
    } catch (error) {
      if (!(error instanceof GraphFault)) throw error;
      refuse(response, 409, 'refused', error.message);
    }
  };
  const replace = (list: List, column: Column): void => {
    const all = () => items.page(list, 0, Number.MAX_SAFE_INTEGER);
    items.index.rebuild(list, column, all());
    list.columns = list.columns.map((one) => (one.id === column.id ? column : one));
    for (const item of all()) {
      const value = item.fields[column.name];
      const cut = asStoredIn(column, value);
      // Versions stay, and no delta tells of it.
      if (cut !== value) items.rewrite(list, item, { ...item.fields, [column.name]: cut });
    }
    lists.save(list);
  };

  router.patch('/lists/:list', (request, response) => {
    const list = listNamed(response, request.params.list);
    if (!list) return;
    const { validation, ...plain } = listSettings.parse(request.body);
    for (const [name, value] of Object.entries(plain)) if (value !== undefined) Object.assign(list, { [name]: value });
    if (validation === null) delete list.validation;
    else if (validation) list.validation = validation;
    lists.save(list);
    response.json({ id: list.id, list: list.displayName });
  });
  router.patch('/lists/:list/columns/:column', (request, response) => {
    const list = listNamed(response, request.params.list);
    if (!list) return;
    const column = columnOf(list, request.params.column);
    if (!column) return refuse(response, 404, 'columnUnknown', `There is no column ${request.params.column}.`);
    const settings = columnSettings.parse(request.body);
    settle(response, () => replace(list, settledByHand(column, settings, list.columns)));
  });
  router.post('/lists/:list/columns', (request, response) => {
    const list = listNamed(response, request.params.list);
    if (!list) return;
    settle(response, () => {
      list.columns = [...list.columns, columnFrom(request.body, list.columns)];
      lists.save(list);
    });
  });
  router.post('/lists/:list/folders', (request, response) => {
    const list = listNamed(response, request.params.list);
    if (!list) return;
    const item = items.insert(list, { Title: folder.parse(request.body).name, [folderMark]: 1 }, owner);
    response.json({ id: item.id });
  });
}
