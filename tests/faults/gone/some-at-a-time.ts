import { ProvisionedLists } from '../../../api/sharepoint/index.ts';
import { allLists, documentsLibrary } from '../../../teams-app/program/lists.ts';

const together = 8;
/** The list of lists, and non-lists: each is deleted alone. */
const alone = [ProvisionedLists.name, documentsLibrary];

/**
 * Everything deletable, with its name for the test: lists of different rooms together, since reading all takes seconds.
 */
export const someAtATime: [string, string[]][] = (() => {
  const names = allLists.map(({ name }) => name).filter((name) => !alone.includes(name));
  const turns = Math.ceil(names.length / together);
  const mixed = Array.from({ length: turns }, (_, turn) => names.filter((_name, place) => place % turns === turn));
  return [...mixed, ...alone.map((name) => [name])].map((some) => [some.join(', '), some]);
})();
