import { z } from 'zod';
import { replaces } from '../../support/stamp.ts';
import type { Town } from '../town.ts';
import { stamped } from './story.ts';

/** A story that needs a town: its clock, and a program that may be killed. */
export interface TownStory {
  name: string;
  /** Done before anything is killed. */
  before?(town: Town): Promise<void>;
  acts(town: Town): Promise<void>;
  /** What is wrong, in words. */
  wrong(town: Town): Promise<string[]>;
  /** Beginnings of lines of the trail that a repeat rightly tells once more. */
  toldAgain?: readonly string[];
  /**
   * How often it is told undisturbed before anything is killed, for a story that is not the same each time: what a run
   * left is wrong where it is none of what those did. 1 by default.
   */
  tellings?: number;
}

const keyed = z.object({ key: z.string() });

/**
 * Sends one wish as a person: `POST /api/assets`, a form with the stamp of what it was opened with. Answers the key of
 * its record, or '' where it has none.
 */
export type Does = (personId: string, request: string, body?: unknown) => Promise<string>;
export const doing =
  (town: Town): Does =>
  async (personId, request, body) => {
    const [method = '', path = ''] = request.split(' ');
    const sent = replaces(method, path) ? await stamped(town, personId, path, body) : body;
    const answer = keyed.safeParse(await town.as(personId, method, path, sent));
    return answer.data?.key ?? '';
  };

/** Nothing but what every story is compared by: lists, trail and chats of an undisturbed run. */
export const nothingMore = async (): Promise<string[]> => [];
