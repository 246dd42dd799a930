import type { Context } from '../../context.ts';
import type { Actor, CentreId } from '../../kernel/index.ts';
import type { Improvement } from './test-lists.ts';

/** A test or a downtime, as far as its log and its improvements need to know. */
export interface LogSubject {
  source: Improvement['source'];
  /** What its entries and improvements are kept under. */
  key: string;
  title: string;
  /** Path in the tab. */
  path: string;
  centreId?: CentreId;
  planKey?: string;
  /** Its log takes entries: it has begun, and its record is not closed. */
  isOpen: boolean;
  mayRead: boolean;
  mayWrite: boolean;
  /** Adds improvements and gives them up. */
  mayKeep: boolean;
}

/** Finds what a key names, as it is for an actor; undefined when the key is of another kind. From memory. */
export type FindLogSubject = (context: Context, actor: Actor, subjectKey: string) => LogSubject | undefined;
