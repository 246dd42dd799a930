import { textOf, type Database } from '../../database.ts';

const schema = `CREATE TABLE IF NOT EXISTS subscriptions (id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;`;

export interface Subscription {
  id: string;
  resource: string;
  /** Id of the list that `resource` names. */
  list: string;
  changeType: 'updated';
  notificationUrl: string;
  lifecycleNotificationUrl?: string;
  clientState: string | null;
  /** ISO moment, real time. */
  expirationDateTime: string;
  applicationId: string;
}
/** Who wants to hear that a list has changed. */
export interface Subscriptions {
  /** Those that have not expired. */
  all(): Subscription[];
  put(subscription: Subscription): void;
  remove(id: string): void;
}

export function createSubscriptions(db: Database): Subscriptions {
  db.raw.exec(schema);
  const known = new Map<string, Subscription>();
  for (const row of db.all('SELECT * FROM subscriptions')) {
    known.set(textOf(row.id), JSON.parse(textOf(row.data)) as Subscription);
  }
  const remove = (id: string) => {
    known.delete(id);
    db.run('DELETE FROM subscriptions WHERE id = ?', id);
  };
  return {
    all() {
      for (const one of [...known.values()]) if (Date.parse(one.expirationDateTime) <= Date.now()) remove(one.id);
      return [...known.values()];
    },
    put(subscription) {
      known.set(subscription.id, subscription);
      db.run('INSERT OR REPLACE INTO subscriptions VALUES (?, ?)', subscription.id, JSON.stringify(subscription));
    },
    remove,
  };
}
