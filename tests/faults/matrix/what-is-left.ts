import { AuditEntries } from '../../../api/audit/index.ts';
import { DeliveryBlocks } from '../../../api/deliveries/index.ts';
import type { World } from '../../../teams-app/emulator/world.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { inDoubt, repeatWords, toldBy } from '../../kills/what-is-told.ts';
import type { FaultyStage } from './stage-under-fault.ts';
import { outcomeOf } from './told.ts';

/** What there is in the end: contents of lists without times and random keys, and people's cards. */
export interface Left {
  /** By list: each item once, in words that do not differ between runs. */
  lists: Readonly<Record<string, readonly string[]>>;
  chats: Readonly<Record<string, readonly string[]>>;
  /** People whom a message may have reached or not: they may have one more, or one less. */
  inDoubt: ReadonlySet<string>;
  /** Cards that still promise something. */
  open: readonly string[];
  /** Cards that somebody has twice, word for word. */
  twice: readonly string[];
}

/** Lists about the program's own runs, those that name messages, and those that count what else there is. */
const ownLists: ReadonlySet<string> = new Set([
  ...['JobRuns', 'Cursors', 'ConversationPages', 'ProvisionedLists', 'DirectoryState', 'AuditEntries'],
  ...['DeliveryBlocks', 'ReminderPages', 'ClosedMonths', 'OfflinePacks', 'DaySeals', 'Figures', 'Campaigns'],
]);

/** Without what differs between two runs: random keys, moments, hashes of them. */
const steady = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '#')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)?/g, '@')
    .replaceAll(/\b[0-9a-f]{8}(?:[0-9a-f]{4,})?\b/gi, '#')
    // A file that is sent twice has one version more.
    .replaceAll(/"(?:size\\?":\d+|versionId\\?":\\?"[\d.]+)/g, '#')
    .replaceAll(/\b[A-Za-z0-9_-]{21,}\b/g, '#');

/** `about`: words of the cards to compare; `mayFail`: sendings may have failed for good. */
export function whatIsLeft(world: World, stage: FaultyStage, about: readonly string[], mayFail = false): Left {
  const lists = allLists
    .filter(({ name }) => !ownLists.has(name))
    .map(({ name }) => {
      const list = world.sites.lists.find(name);
      const items = list ? world.sites.items.page(list, 0, 1_000_000) : [];
      const texts = items.map(({ fields }) =>
        steady(JSON.stringify(Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1)))),
      );
      return [name, texts.toSorted()] as const;
    });
  const trail = stage
    .records(AuditEntries)
    // Packs are made when there is time, and old months become files.
    .filter(({ title, at }) => title !== 'makePack' && at >= stage.began);
  const messages = world.directory.users().flatMap(({ id }) =>
    world.teams
      .chat(id)
      .messages.filter(({ from }) => from === 'bot')
      .map((message) => ({ ...message, person: id })),
  );
  return {
    lists: { ...Object.fromEntries(lists), trail: toldBy(trail, (list) => ownLists.has(list)).toSorted() },
    inDoubt: inDoubt(stage.records(DeliveryBlocks), mayFail),
    chats: Object.fromEntries(
      world.directory.users().map(({ id }) => [
        id,
        messages
          .filter((one) => one.person === id && !repeatWords.test(JSON.stringify(one.card ?? '')))
          .filter(({ card }) => about.some((words) => JSON.stringify(card ?? '').includes(words)))
          .map(({ summary, text }) => (summary ?? text ?? '').slice(0, 60))
          .toSorted(),
      ]),
    ),
    twice: messages
      .map(({ person, card }) => `${person} ${JSON.stringify(card ?? '')}`)
      .filter((card, place, all) => all.indexOf(card) !== place && !repeatWords.test(card)),
    open: messages
      .filter(({ card }) => outcomeOf(card) === 'promised')
      .map(({ person, summary }) => `${person}: ${summary ?? ''}`),
  };
}

const without = (one: readonly string[], other: readonly string[]): string[] => {
  const rest = [...other];
  return one.filter((text) => {
    const place = rest.indexOf(text);
    if (place >= 0) rest.splice(place, 1);
    return place < 0;
  });
};

/** What is wrong whatever was done: cards that still promise, and cards that came twice. */
export const wrongInChats = ({ open, twice }: Left): string[] => [
  ...open.map((card) => `a card still promises: ${card}`),
  ...twice.map((card) => `a card came twice: ${card.slice(0, 300)}`),
];

/** What another run left otherwise, one line each. */
export function differing(wanted: Left, now: Left): string[] {
  const lists = Object.keys(wanted.lists).flatMap((name) => {
    const [before, after] = [wanted.lists[name] ?? [], now.lists[name] ?? []];
    return [
      ...without(after, before).map((item) => `${name} has ${item.slice(0, 700)}`),
      ...without(before, after).map((item) => `${name} lacks ${item.slice(0, 700)}`),
    ];
  });
  const chats = Object.keys(wanted.chats)
    .filter((id) => !now.inDoubt.has(id) && !wanted.inDoubt.has(id))
    .filter((id) => (now.chats[id] ?? []).join('|') !== (wanted.chats[id] ?? []).join('|'))
    .map((id) => {
      const [before, after] = [wanted.chats[id] ?? [], now.chats[id] ?? []];
      const more = without(after, before).map((text) => `+ ${text}`);
      return `the chat of ${id}: ${[...more, ...without(before, after).map((text) => `- ${text}`)].join(' | ')}`;
    });
  return [...lists, ...chats, ...wrongInChats({ ...now, twice: without(now.twice, wanted.twice) })];
}
