import type { Context } from '../../context.ts';
import type { Actor, CentreId } from '../../kernel/index.ts';
import type { Improvement } from './test-lists.ts';

/** A test or a downtime, as its log and improvements use it. */
export interface LogSubject {
  source: Improvement['source'];
  /** Key of its entries and improvements. */
  key: string;
  title: string;
  /** Path in the tab. */
  path: string;
  centreId?: CentreId;
  planKey?: string;
  /** Its log accepts entries: started, and not closed. */
  isOpen: boolean;
  mayRead: boolean;
  mayWrite: boolean;
  /** May add and cancel improvements. */
  mayKeep: boolean;
}

/** Resolves a key for an actor; undefined when of another kind. From memory. */
export type FindLogSubject = (context: Context, actor: Actor, subjectKey: string) => LogSubject | undefined;
