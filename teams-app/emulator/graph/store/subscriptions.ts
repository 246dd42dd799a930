import { textOf, type Database } from '../../database.ts';

const schema = `CREATE TABLE IF NOT EXISTS subscriptions (id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;`;

export interface Subscription {
  id: string;
  resource: string;
  /** Id of the list in `resource`. */
  list: string;
  changeType: 'updated';
  notificationUrl: string;
  lifecycleNotificationUrl?: string;
  clientState: string | null;
  /** ISO moment, real time. */
  expirationDateTime: string;
  applicationId: string;
}
/** Subscriptions to list changes. */
export interface Subscriptions {
  /** Those that have not expired. */
  all(): Subscription[];
  /** Whether the list has a subscription. */
  isWatched(list: string): boolean;
  put(subscription: Subscription): void;
  remove(id: string): void;
}

export function createSubscriptions(db: Database): Subscriptions {
  db.raw.exec(schema);
  const known = new Map<string, Subscription & { ends: number }>();
  const keep = (one: Subscription) => known.set(one.id, { ...one, ends: Date.parse(one.expirationDateTime) });
  for (const row of db.all('SELECT * FROM subscriptions')) keep(JSON.parse(textOf(row.data)) as Subscription);
  const remove = (id: string) => {
    known.delete(id);
    db.run('DELETE FROM subscriptions WHERE id = ?', id);
  };
  const living = (): Subscription[] => {
    const now = Date.now();
    for (const { id, ends } of [...known.values()]) if (ends <= now) remove(id);
    return [...known.values()].map(({ ends: _ends, ...one }) => one);
  };
  return {
    all: living,
    // Called after every item change.
    isWatched: (list) => {
      for (const one of known.values()) if (one.list === list && one.ends > Date.now()) return true;
      return false;
    },
    put(subscription) {
      keep(subscription);
      db.run('INSERT OR REPLACE INTO subscriptions VALUES (?, ?)', subscription.id, JSON.stringify(subscription));
    },
    remove,
  };
}
