import { expect, it } from 'vitest';
import type { Graph } from '../../../api/sharepoint/graph.ts';
import { createSiteWatch } from '../../../api/sharepoint/site-watch.ts';

const notUsed = () => Promise.reject(new Error('not used'));

/** A site with the list `Tasks` until it goes; a look sees what there was when it began. */
function aSite() {
  let names = ['Tasks'];
  const answers: (() => void)[] = [];
  async function* pages() {
    const value = names.map((name) => ({ id: name, name, columns: [] }));
    await new Promise<void>((resolve) => void answers.push(resolve));
    yield { value };
  }
  const graph = { pages, request: notUsed } as unknown as Graph;
  const log = { info: () => undefined, warn: () => undefined };
  const remembered = (name: string) => ({ key: name, title: name, listId: name, columns: {} }) as never;
  const watch = createSiteWatch({ graph, siteId: 'site', log, remembered });
  watch.add('Tasks');
  return { watch, answers, lose: () => void (names = []) };
}

it('finds a list that went while a look was under way, which had read the site before', async () => {
  const { watch, answers, lose } = aSite();
  const before = watch.look();
  lose();
  const found = [watch.check('Tasks'), watch.check('Tasks')].map((one) =>
    one.catch(({ code }: { code: string }) => code),
  );
  answers[0]?.();
  await before;
  expect(watch.held('Tasks')).toBeUndefined();
  expect(watch.isDue()).toBe(true);
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  expect(await Promise.all(found)).toEqual(['sharepoint.listGone', 'sharepoint.listGone']);
  expect(watch.held('Tasks')).toEqual({ why: 'gone' });
  expect(answers).toHaveLength(2);
});
