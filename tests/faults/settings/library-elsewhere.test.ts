import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentsLibrary } from '../../../teams-app/program/lists.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import type { JourneyWorld } from '../../support/world.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await startSettledWorld({ PEOPLE: '60', POLL_SECONDS: '3600' });
});
afterAll(() => world.close());

const called = (from: string, displayName: string, name: string) =>
  world.control('PATCH', `lists/${from}`, { displayName, name });
const libraries = () =>
  world.desk.world?.sites.lists
    .all()
    .flatMap(({ template, displayName }) => (template === 'documentLibrary' ? [displayName] : []));

it('a library whose title and address have both been changed is found by its id, also by who starts later', async () => {
  const file = await world.program.context.documents.upload('sted/a.txt', Buffer.from('a'));
  const before = libraries();
  await called(documentsLibrary, 'Filer fra hjulet', 'Filer');
  const works = async ({ context, lists }: Pick<JourneyWorld['program'], 'context' | 'lists'>) => {
    await lists.refresh();
    expect(lists.status().held).toEqual([]);
    await context.documents.upload('sted/b.txt', Buffer.from('b'));
    expect(Buffer.from(await context.documents.download(file.id)).toString()).toBe('a');
  };
  await works(world.program);
  await world.program.close();
  await works(await world.another());
  expect(libraries()?.toSorted()).toEqual(
    before?.map((name) => (name === documentsLibrary ? 'Filer fra hjulet' : name)).toSorted(),
  );
});
