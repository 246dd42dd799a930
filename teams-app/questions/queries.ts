import { added, found, writeRole } from './asking.ts';
import { group, question } from './question.ts';
import { answerOf, entriesIn, isDone, needed, type Reply } from './reply.ts';

const unused = 'the program asks by the indexed key alone';

/** Whether a text with this character is found by a filter. */
const character = (name: string, character: string) =>
  question({
    asks: `Is a text with ${name} found by a filter?`,
    calls: "GET …/items?$filter=fields/Second eq '…'",
    touches: 'nothing: keys have no such characters',
    desk: 'found',
    otherwise: {
      missed: 'a key with it is refused before it is written',
      refused: 'a key with it is refused before it is written',
    },
    ask: async ({ list }) => {
      const text = `one${character}two`;
      await added(list, { Key: `filter-${character.charCodeAt(0)}`, Second: text });
      const reply = await found(list, `fields/Second eq '${text.replaceAll("'", "''")}'`);
      return isDone(reply) && entriesIn(reply.body).length === 0
        ? 'missed'
        : answerOf(reply, 'found', { refused: [400, 500] });
    },
  });

const taken = (reply: Reply) => answerOf(reply, 'taken', { refused: 400 });

export const queries = group({
  title: 'Queries',
  takes: 'the provisioning app and the running app',
  questions: {
    'page.largest': question({
      asks: 'Are pages of 5,000 items accepted?',
      calls: 'GET …/items?$top=5000',
      touches: 'loading the lists at start',
      desk: 'taken',
      otherwise: { refused: 'lists are read in pages of the size that SharePoint chooses: slower, and more units' },
      ask: async ({ list }) => taken(await list.app('GET', '/items?$top=5000')),
    }),
    'order.unindexed': question({
      asks: 'Is sorting by a column without an index refused?',
      calls: 'GET …/items?$orderby=fields/Created desc',
      touches: 'nothing: the program sorts by itself',
      desk: 'refused',
      otherwise: { taken: 'not used' },
      ask: async ({ list }) => taken(await list.app('GET', '/items?$orderby=fields/Created%20desc')),
    }),
    'filter.unindexed': question({
      asks: 'Is a filter on a column without an index refused?',
      calls: "GET …/items?$filter=fields/Plain eq '…'",
      touches: `nothing: ${unused}`,
      desk: 'refused',
      otherwise: { taken: 'not used' },
      ask: async ({ list }) => taken(await found(list, "fields/Plain eq 'x'")),
    }),
    'filter.two': question({
      asks: 'Is a filter on two indexed columns accepted?',
      calls: "GET …/items?$filter=fields/Key eq '…' and fields/Second eq '…'",
      touches: `nothing: ${unused}`,
      desk: 'taken',
      otherwise: { refused: 'not used' },
      ask: async ({ list }) => taken(await found(list, "fields/Key eq 'x' and fields/Second eq 'y'")),
    }),
    'filter.ampersand': character('&', '&'),
    'filter.hash': character('#', '#'),
    'filter.plus': character('+', '+'),
    'filter.quote': character('a quotation mark', "'"),
    'filter.accent': character('é', 'é'),
    'expand.plain': question({
      asks: 'Are query options accepted without their $?',
      calls: 'GET …/items?expand=fields',
      touches: 'nothing: the program writes the $',
      desk: 'taken',
      otherwise: { refused: 'not used' },
      ask: async ({ list }) => taken(await list.app('GET', '/items?expand=fields')),
    }),
    'lookup.number': question({
      asks: 'May the id of a lookup be written as a number?',
      calls: 'POST …/columns with a lookup, POST …/items',
      touches: 'nothing: the program has no lookups',
      desk: 'taken',
      otherwise: { refused: 'not used' },
      ask: async ({ list }) => {
        const { id } = await added(list, { Key: 'looked-up' });
        const lookup = { listId: list.id, columnName: 'Title' };
        needed(await list.owner('POST', '/columns', { name: 'Other', lookup }), writeRole);
        const fields = { Title: 'probe', Key: 'lookup', OtherLookupId: Number(id) };
        return answerOf(await list.app('POST', '/items', { fields }), 'taken', { refused: [400, 500] });
      },
    }),
  },
});
