import { added, writeRole, type ScratchList } from './asking.ts';
import { group, question } from './question.ts';
import {
  answerOf,
  described,
  entriesIn,
  needed,
  NotAsked,
  Odd,
  refusalOf,
  textIn,
  type Json,
  type Reply,
} from './reply.ts';

/** Looks for a change before it counts as never told. */
const looks = 20;

export const changes = group({
  title: 'What has changed',
  takes: 'the provisioning app and the running app; for subscriptions PUBLIC_URL too',
  questions: {
    'delta.lag': question({
      asks: 'Does a delta tell of a change at once?',
      calls: 'GET …/items/delta, POST …/items, GET the link, three times',
      touches: 'when changes by hand and of other instances are seen',
      desk: 'atOnce',
      otherwise: { later: 'own writes are known from their answers, the rest from the next look' },
      ask: async ({ list }) => {
        for (let round = 1; round <= 3; round += 1) {
          const link = await linkNow(list);
          const { id } = await added(list, { Key: `lag-${round}` });
          const { entries } = await followed(list, link);
          if (!entries.some((entry) => entry['id'] === id)) return 'later';
        }
        return 'atOnce';
      },
    }),
    'delta.repeats': question({
      asks: 'Does a delta tell of a change once?',
      calls: 'GET …/items/delta, POST …/items, GET both links',
      touches: 'how often lists are read',
      desk: 'once',
      otherwise: { again: 'a change of a known number is no news' },
      ask: async ({ list }) => {
        const link = await linkNow(list);
        const { id } = await added(list, { Key: 'repeats' });
        const seen = await untilTold(list, link, (entry) => entry['id'] === id);
        if (!seen) return new Odd('the delta never told of a new item');
        const after = await followed(list, seen.link);
        return seen.times > 1 || after.entries.some((entry) => entry['id'] === id) ? 'again' : 'once';
      },
    }),
    'delta.etag': question({
      asks: 'In which form are the eTags of a delta?',
      calls: 'GET …/items/delta, compared with POST …/items',
      touches: 'changing what a delta told of',
      desk: 'braces',
      otherwise: {
        item: 'they count by their number only, and the item is read before it is changed',
        none: 'the item is read',
      },
      ask: async ({ list }) => {
        const link = await linkNow(list);
        const { id, etag } = await added(list, { Key: 'etag' });
        const seen = await untilTold(list, link, (entry) => entry['id'] === id);
        if (!seen) return new Odd('the delta never told of a new item');
        const told = textIn(seen.entry, 'eTag') || textIn(seen.entry, '@odata.etag');
        if (told === '') return 'none';
        if (told === etag) return 'item';
        return /^"\{[0-9A-F-]+\},\d+"$/.test(told)
          ? 'braces'
          : new Odd(`${JSON.stringify(told)} where the item has ${JSON.stringify(etag)}`);
      },
    }),
    'delta.deleted': question({
      asks: 'How does a delta tell of a deleted item?',
      calls: 'GET …/items/delta, DELETE …/items/{id}, GET the link',
      touches: 'what is gone from SharePoint and still in memory',
      desk: 'deleted',
      otherwise: {
        removed: 'both forms are read',
        error: 'all ids of the list are compared (2 units for 5,000)',
      },
      ask: async ({ list }) => {
        const { id } = await added(list, { Key: 'deleted' });
        const link = await linkNow(list);
        needed(await list.app('DELETE', `/items/${id}`), writeRole);
        const about = (entry: Json) =>
          entry['error'] !== undefined || (entry['id'] === id && (entry['deleted'] ?? entry['@removed']) !== undefined);
        const seen = await untilTold(list, link, about);
        if (!seen) return new Odd('the delta never told of the deletion');
        if (seen.entry['error'] !== undefined) return 'error';
        return seen.entry['deleted'] === undefined ? 'removed' : 'deleted';
      },
    }),
    'delta.badToken': question({
      asks: 'What does a token answer that is not known?',
      calls: 'GET …/items/delta?token=…',
      touches: 'lists after a long stop',
      desk: 'resync',
      otherwise: { refused: 'the list is loaded anew after either' },
      ask: async ({ list }) =>
        refusalOf(await list.app('GET', '/items/delta?token=probe'), { resync: 410, refused: 400 }),
    }),
    subscription: question({
      asks: 'May the running app subscribe to changes of a list?',
      calls: 'POST /subscriptions',
      touches: 'how soon changes by hand are seen',
      desk: 'allowed',
      otherwise: { refused: 'the lists are looked at in turn (LOOK_UNITS)' },
      ask: async ({ subscribe }) => {
        const reply = await subscribe();
        // Permission is decided before the address is tried, and the program need not run now.
        return reply.status === 400 && /validation|notificationUrl|endpoint/i.test(reply.message)
          ? 'allowed'
          : answerOf(reply, 'allowed', { refused: [401, 403] });
      },
    }),
  },
});

interface Followed {
  entries: Json[];
  link: string;
}

/** The link that tells of what comes after now. */
async function linkNow(list: ScratchList): Promise<string> {
  return linkIn(needed(await list.app('GET', '/items/delta?token=latest'), writeRole));
}

function linkIn(reply: Reply): string {
  const link = textIn(reply.body, '@odata.deltaLink') || textIn(reply.body, '@odata.nextLink');
  if (link === '') throw new NotAsked(`${described(reply)} without a link.`, { isFailure: true });
  return link;
}

async function followed(list: ScratchList, link: string): Promise<Followed> {
  const entries: Json[] = [];
  for (let next = link; ;) {
    const reply = needed(await list.app('GET', next), writeRole);
    entries.push(...entriesIn(reply.body));
    next = linkIn(reply);
    if (textIn(reply.body, '@odata.nextLink') === '') return { entries, link: next };
  }
}

/** Follows until an entry is told of. Undefined when it never is. */
async function untilTold(
  list: ScratchList,
  from: string,
  isIt: (entry: Json) => boolean,
): Promise<{ entry: Json; times: number; link: string } | undefined> {
  let link = from;
  for (let look = 1; look <= looks; look += 1) {
    const { entries, link: next } = await followed(list, link);
    const told = entries.filter(isIt);
    if (told[0]) return { entry: told[0], times: told.length, link: next };
    link = next;
    await list.pause();
  }
  return undefined;
}
