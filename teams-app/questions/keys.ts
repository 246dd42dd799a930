import { added, tried, writeRole, type ScratchList } from './asking.ts';
import { group, question } from './question.ts';
import { answerOf, needed, refusalOf, type Odd } from './reply.ts';

const english = /unique constraints/i;
const general = /provided arguments is not acceptable|^invalid request$/i;

export const keys = group({
  title: 'Keys, and two writers at once',
  takes: 'the provisioning app and the running app',
  questions: {
    'key.clash': question({
      asks: 'What does a key that is taken answer?',
      calls: 'POST …/items, twice with the same Key',
      touches: 'that nothing is made twice',
      desk: 'words',
      otherwise: {
        otherWords: 'after any refusal the key is looked for, whatever the words',
        bare: 'after any refusal the key is looked for, whatever the words',
        conflict: 'after any refusal the key is looked for, whatever the words',
      },
      ask: async ({ list }) => {
        await added(list, { Key: 'clash' });
        const reply = await tried(list, { Key: 'clash' });
        if (reply.status !== 400) return refusalOf(reply, { conflict: 409 });
        if (english.test(reply.message)) return 'words';
        return general.test(reply.message) || reply.message === '' ? 'bare' : 'otherWords';
      },
    }),
    'key.case': question({
      asks: 'Do two keys that differ in case only clash?',
      calls: 'POST …/items, twice',
      touches: 'records found by their key',
      desk: 'clash',
      otherwise: { distinct: 'keys are compared exactly after they are read' },
      ask: ({ list }) => twoKeys(list, 'case-a', 'CASE-A'),
    }),
    'key.space': question({
      asks: 'Do two keys that differ in a space at the end clash?',
      calls: 'POST …/items, twice',
      touches: 'nothing: keys have no spaces',
      desk: 'distinct',
      otherwise: { clash: 'a key with a space is refused before it is written' },
      ask: ({ list }) => twoKeys(list, 'space-a', 'space-a '),
    }),
    'key.empty': question({
      asks: 'May several items have no key?',
      calls: 'POST …/items without Key, twice',
      touches: 'items that somebody makes by hand',
      desk: 'distinct',
      otherwise: { clash: 'SharePoint refuses the second to its maker; an item without a key is set aside anyway' },
      ask: ({ list }) => twoKeys(list, undefined, undefined),
    }),
    'etag.stale': question({
      asks: 'What does a change with an old eTag answer?',
      calls: 'PATCH …/items/{id} with If-Match',
      touches: 'two people who change the same thing',
      desk: 'refused',
      otherwise: {
        conflict: 'both mean that it was changed meanwhile: it is read again',
        ignored: {
          lacks: 'Of two changes at the same moment the last one wins without a word. Run one instance only.',
        },
      },
      ask: async ({ list }) => {
        const { id, etag } = await itemChangedSince(list, 'stale');
        const fields = { Plain: 'too late' };
        return answerOf(await list.app('PATCH', `/items/${id}`, { fields }, { 'If-Match': etag }), 'ignored', {
          refused: 412,
          conflict: 409,
        });
      },
    }),
    'etag.delete': question({
      asks: 'Is an old eTag refused when an item is deleted?',
      calls: 'DELETE …/items/{id} with If-Match',
      touches: 'closing months of history, deleting what has expired',
      desk: 'refused',
      otherwise: {
        ignored: 'the item is compared with what was last read; only a change that nothing has told of yet is lost',
      },
      ask: async ({ list }) => {
        const { id, etag } = await itemChangedSince(list, 'delete');
        return answerOf(await list.app('DELETE', `/items/${id}`, undefined, { 'If-Match': etag }), 'ignored', {
          refused: [409, 412],
        });
      },
    }),
  },
});

async function twoKeys(
  list: ScratchList,
  one: string | undefined,
  other: string | undefined,
): Promise<'distinct' | 'clash' | Odd> {
  const fields = (key: string | undefined) => (key === undefined ? {} : { Key: key });
  await added(list, fields(one));
  return answerOf(await tried(list, fields(other)), 'distinct', { clash: [400, 409] });
}

/** An item with the eTag it had before somebody else changed it. */
async function itemChangedSince(list: ScratchList, key: string): Promise<{ id: string; etag: string }> {
  const { id, etag } = await added(list, { Key: key });
  needed(await list.app('PATCH', `/items/${id}`, { fields: { Plain: 'earlier' } }), writeRole);
  return { id, etag };
}
