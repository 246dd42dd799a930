import { blockSize } from '../../../api/deliveries/index.ts';
import { pageSize, unitShares, unitsOf, unitsPerMinuteOf } from '../../../api/sharepoint/index.ts';
import { readEnv } from '../../config/env.ts';
import { allLists } from '../../program/lists.ts';
import { table } from './lists-page.ts';

/** Needs of an organisation, by arithmetic from the program's constants (docs/capacity.md). */
export interface Capacity {
  people: number;
  /** Microsoft's resource units a minute, for as many licences. */
  unitsPerMinute: number;
  /** Of them, background work and everything together. */
  backgroundUnits: number;
  allUnits: number;
  /** Units a minute for looks at lists. */
  lookUnits: number;
  /** Items in memory: people, two years of receipts, chats and ledger. */
  items: number;
  loadUnits: number;
  /** Minutes to send one card to everybody: with and without opening chats. */
  firstSendMinutes: number;
  sendMinutes: number;
  blocks: number;
  /** Receipts a second that SharePoint takes, and the least minutes for everybody's. */
  receiptsPerSecond: number;
  receiptMinutes: number;
  restoreMinutes: number;
  /** Of the program, in MB. */
  memory: number;
}

/** Observed on the desk: docs/performance.md. */
const itemsPerPerson = 2.8;
const baseMemory = 550;
const memoryPerPerson = 0.015;
/** Of an item's write, and of a page of items. */
const items = '/sites/site/lists/list/items';
const writeUnits = unitsOf('POST', items);
const pageUnits = unitsOf('GET', items);
/** A list's first delta token and page. */
const listUnits = unitsOf('GET', `${items}/delta?token=latest`) + pageUnits;

export function capacityFor(people: number): Capacity {
  const { values } = readEnv({});
  if (!values) throw new Error('The defaults of the settings are not valid.');
  const unitsPerMinute = unitsPerMinuteOf(people);
  const backgroundUnits = unitsPerMinute * unitShares.background;
  const allUnits = unitsPerMinute * unitShares.all;
  const held = Math.round(people * itemsPerPerson);
  return {
    people,
    unitsPerMinute,
    backgroundUnits,
    allUnits,
    lookUnits: values.LOOK_UNITS,
    items: held,
    loadUnits: allLists.length * listUnits + Math.ceil(held / pageSize) * pageUnits,
    firstSendMinutes: (people * 2) / values.SEND_RATE / 60,
    sendMinutes: people / values.SEND_RATE / 60,
    blocks: Math.ceil(people / blockSize),
    receiptsPerSecond: allUnits / writeUnits / 60,
    receiptMinutes: (people * writeUnits) / allUnits,
    restoreMinutes: (held * writeUnits) / backgroundUnits,
    memory: baseMemory + people * memoryPerPerson,
  };
}

export const sizes = [500, 2_300, 10_000, 50_000] as const;

const number = (value: number): string => {
  const digits = value < 10 ? 1 : 0;
  return value.toLocaleString('en', { minimumFractionDigits: 0, maximumFractionDigits: digits });
};

/** The table of docs/capacity.md: a column for each size. */
export function capacityTable(): string {
  const all = sizes.map(capacityFor);
  const row = (what: string, read: (capacity: Capacity) => number, unit = ''): string[] => [
    what,
    ...all.map((capacity) => `${number(read(capacity))}${unit && ` ${unit}`}`),
  ];
  return table([
    ['employees (and licences)', ...sizes.map((size) => number(size))],
    row('resource units a minute that Microsoft gives', ({ unitsPerMinute }) => unitsPerMinute),
    row('… that background work uses at most', ({ backgroundUnits }) => backgroundUnits),
    row('… that all of it uses at most', ({ allUnits }) => allUnits),
    row('… for looks at lists, when nothing happens', ({ lookUnits }) => lookUnits),
    row('items in memory', ({ items }) => items),
    row('units of a start', ({ loadUnits }) => loadUnits),
    row('a start at least, by units', ({ loadUnits, backgroundUnits }) => loadUnits / backgroundUnits, 'min'),
    row('a card to everybody, the first time', ({ firstSendMinutes }) => firstSendMinutes, 'min'),
    row('a card to everybody, later', ({ sendMinutes }) => sendMinutes, 'min'),
    row('blocks of the ledger for it', ({ blocks }) => blocks),
    row('receipts a second at most', ({ receiptsPerSecond }) => receiptsPerSecond),
    row('everybody’s receipt at least', ({ receiptMinutes }) => receiptMinutes, 'min'),
    row('a restore at least', ({ restoreMinutes }) => restoreMinutes, 'min'),
    row('memory of the program', ({ memory }) => memory, 'MB'),
  ]).join('\n');
}
