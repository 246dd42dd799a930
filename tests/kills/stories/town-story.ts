import { z } from 'zod';
import type { Town } from '../town.ts';

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

/** Sends one wish as a person: `POST /api/assets`. Answers the key of its record, or '' where it has none. */
export type Does = (personId: string, request: string, body?: unknown) => Promise<string>;
export const doing =
  (town: Town): Does =>
  async (personId, request, body) => {
    const [method = '', path = ''] = request.split(' ');
    const answer = keyed.safeParse(await town.as(personId, method, path, body));
    return answer.data?.key ?? '';
  };

const stamped = z.object({ etag: z.string().optional(), changedAt: z.string().optional() });
/** The stamp of a record as a form would send it. */
export async function stampOf(town: Town, personId: string, path: string): Promise<string | undefined> {
  const { data } = stamped.safeParse(await town.as(personId, 'GET', path));
  return data?.etag ?? data?.changedAt;
}

/** Nothing but what every story is compared by: lists, trail and chats of an undisturbed run. */
export const nothingMore = async (): Promise<string[]> => [];
