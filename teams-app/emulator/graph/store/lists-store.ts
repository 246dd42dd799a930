import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { textOf, type Database, type Row } from '../../database.ts';
import { badArgument, nameTaken } from '../errors.ts';
import type { Column, List } from './column-types.ts';
import { systemColumns } from './system-columns.ts';

const schema = `CREATE TABLE IF NOT EXISTS lists (number INTEGER PRIMARY KEY, id TEXT UNIQUE, data TEXT NOT NULL);`;

export interface NewList {
  displayName: string;
  description?: string;
  template: string;
  hidden?: boolean;
  system?: boolean;
  createdBy: string;
}

export interface ListStore {
  all(): List[];
  /** By id, or by title, ignoring case. */
  find(idOrTitle: string): List | undefined;
  create(list: NewList): List;
  /** Saves a changed object as the next version. */
  save(list: List): void;
  /** Moves it to the recycle bin, with its content. */
  recycle(list: List): void;
  /** Content of the recycle bin, oldest first. */
  recycled(): List[];
  /** Restores it: the same id, columns and items. Throws 409 while another list has its title. */
  restore(id: string): List | undefined;
  /** Permanently. */
  purge(list: List): void;
  /** Called when a list is permanently deleted, for its items. */
  onPurge(work: (list: List) => void): void;
}

export const withoutMilliseconds = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`;

function addressName(displayName: string, taken: readonly List[]): string {
  const plain = displayName.replace(/[^\p{L}\p{N}_-]/gu, '').slice(0, 50) || 'List';
  for (let number = 0; ; number += 1) {
    const name = number === 0 ? plain : `${plain}${number}`;
    if (!taken.some((list) => list.name.toLowerCase() === name.toLowerCase())) return name;
  }
}

/** Lists with columns: in memory, written through. */
export function createListStore(db: Database, clock: Clock): ListStore {
  db.raw.exec(schema);
  const lists = new Map<string, List>();
  const bin = new Map<string, List>();
  const purged: ((list: List) => void)[] = [];
  const load = (row: Row) => {
    const list = { ...(JSON.parse(textOf(row.data)) as List), number: Number(row.number) };
    (list.recycledAt === undefined ? lists : bin).set(list.id, list);
  };
  db.all('SELECT * FROM lists ORDER BY number').forEach(load);
  const write = (list: List) => db.run('UPDATE lists SET data = ? WHERE number = ?', JSON.stringify(list), list.number);
  const find = (idOrTitle: string) => {
    const wanted = idOrTitle.toLowerCase();
    return lists.get(wanted) ?? [...lists.values()].find((list) => list.displayName.toLowerCase() === wanted);
  };
  return {
    all: () => [...lists.values()],
    find,
    create({ displayName, description = '', template, hidden = false, system = false, createdBy }) {
      if (displayName.trim() === '') throw badArgument();
      if (find(displayName)) throw nameTaken();
      const now = withoutMilliseconds(clock.now());
      const list: List = {
        number: 0,
        id: randomUUID(),
        name: addressName(displayName, [...lists.values()]),
        displayName,
        description,
        template,
        hidden,
        system,
        created: now,
        modified: now,
        version: 1,
        createdBy,
        createdAt: Date.now(),
        columns: systemColumns(template),
      };
      list.number = Number(db.run('INSERT INTO lists (id, data) VALUES (?, ?)', list.id, JSON.stringify(list)));
      write(list);
      lists.set(list.id, list);
      return list;
    },
    save(list) {
      list.version += 1;
      list.modified = withoutMilliseconds(clock.now());
      write(list);
    },
    recycle(list) {
      list.recycledAt = withoutMilliseconds(clock.now());
      write(list);
      lists.delete(list.id);
      bin.set(list.id, list);
    },
    recycled: () => [...bin.values()],
    restore(id) {
      const list = bin.get(id);
      if (!list) return undefined;
      if (find(list.displayName)) throw nameTaken();
      delete list.recycledAt;
      write(list);
      bin.delete(id);
      lists.set(id, list);
      return list;
    },
    purge(list) {
      db.transaction(() => {
        for (const work of purged) work(list);
        db.run('DELETE FROM lists WHERE number = ?', list.number);
      });
      lists.delete(list.id);
      bin.delete(list.id);
    },
    onPurge: (work) => purged.push(work),
  };
}

/** Column of a list by internal name or id. */
export const columnOf = (list: List, nameOrId: string): Column | undefined =>
  list.columns.find((column) => column.name === nameOrId || column.id === nameOrId);
