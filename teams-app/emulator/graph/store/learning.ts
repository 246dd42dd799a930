import { createHash } from 'node:crypto';
import { textOf, type Database } from '../../database.ts';

/** A person's activity with a course of Viva Learning. */
export interface LearningActivity {
  id: string;
  userId: string;
  /** The course in Viva Learning. */
  contentId: string;
  status: 'notStarted' | 'inProgress' | 'completed';
  completedDateTime?: string;
}

export interface Learning {
  /** Adds or replaces a person's activity with a course. */
  put(activity: Omit<LearningActivity, 'id'>): LearningActivity;
  of(userId: string): LearningActivity[];
}

const schema = `CREATE TABLE IF NOT EXISTS learning (
  user_id TEXT, content_id TEXT, data TEXT NOT NULL, PRIMARY KEY (user_id, content_id)) WITHOUT ROWID;`;

const idOf = (...parts: string[]): string => {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Course activities of Viva Learning, by person. */
export function createLearning(db: Database): Learning {
  db.raw.exec(schema);
  return {
    put(given) {
      const activity = { ...given, id: idOf(given.userId, given.contentId) };
      const data = JSON.stringify(activity);
      db.run(
        'INSERT OR REPLACE INTO learning (user_id, content_id, data) VALUES (?, ?, ?)',
        given.userId,
        given.contentId,
        data,
      );
      return activity;
    },
    of: (userId) =>
      db
        .all('SELECT data FROM learning WHERE user_id = ?', userId)
        .map((row) => JSON.parse(textOf(row.data)) as LearningActivity),
  };
}
