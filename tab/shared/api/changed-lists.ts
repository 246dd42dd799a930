/** Header with the SharePoint lists that a GET read, or that changed during an act. */
export const listsHeader = 'x-lists';

/** By the address of a GET. */
const read = new Map<string, readonly string[]>();
/** Lists changed by acts since they were last taken; undefined while unknown. */
let changed: readonly string[] | undefined = [];

/** Takes the header of an answer, by method and address; without one nothing is known. */
export function noteLists(method: string, address: string, header?: string | null): void {
  const lists = header?.split(' ');
  if (method === 'GET') read.set(address, lists ?? []);
  else changed = lists && changed?.concat(lists);
}

/** Whether the acts since the previous call may have changed the answer to a GET. */
export function takeChanged(): (address: string) => boolean {
  const lists = changed;
  changed = [];
  return (address) => {
    const own = read.get(address);
    return !lists || !own?.length || own.some((list) => lists.includes(list));
  };
}
