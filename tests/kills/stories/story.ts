import { approvalsView } from '../../../api/approvals/contract.ts';
import type { LocalDate } from '../../../api/kernel/index.ts';
import type { ListDefinition } from '../../../api/sharepoint/index.ts';
import { stampFor } from '../../support/stamp.ts';

/** What people of a story can do, wherever it is told: with a kill at every write, or under every fault. */
export interface Stage {
  /** Id of the person of this name. */
  person(name: string): string;
  /** Ids of the holders of a role, by name. */
  holders(role: string): readonly string[];
  /** Calls the API as a person, with one key for all its tries, as the tab does. Throws for a refusal. */
  as(personId: string, method: string, path: string, body?: unknown): Promise<unknown>;
  /** Sends a file, as `as` does. */
  upload(personId: string, to: `${'PUT' | 'POST'} ${string}`, fileName: string, bytes: Uint8Array): Promise<unknown>;
  /** Presses a button of the latest card with these words, until the bot takes it; false: no card came. */
  press(personId: string, words: string, title: string, inputs?: Record<string, string>): Promise<boolean>;
  /** Writes to the bot, until it answers. */
  say(personId: string, text: string): Promise<void>;
  /** Does all due work. */
  process(): Promise<void>;
  /** The next working day at 9, with all due work done. */
  nextDay(): Promise<void>;
  today(): LocalDate;
  /** The records of a list as stored in SharePoint. */
  records<R extends { key: string }>(definition: ListDefinition<R>): R[];
}

/** What people do, and what must be there afterwards, wherever the program was stopped. */
export interface Story {
  name: string;
  /** Words of the cards that are about it. */
  about: readonly string[];
  /** Done before anything goes wrong. */
  before?(stage: Stage): Promise<void>;
  acts(stage: Stage): Promise<void>;
  /** What is wrong, in words. */
  wrong(stage: Stage): Promise<string[]>;
  /** Beginnings of lines of the trail that a repeat rightly tells once more. */
  toldAgain?: readonly string[];
}

/** People of the seed by their part. */
export const isk = 'Mette Sørensen';
export const manager = 'Hanne Toft Lauridsen';
export const employee = 'Anne Jensen';
export const centreId = 'voksne-og-velfaerd';
export const ciso = (stage: Stage): string => stage.holders('ciso')[0] ?? '';
export const acknowledge = 'Jeg har læst og følger den';

/** Those of a body to whom a request is waiting vote for it from their cards. */
export async function allApprove(stage: Stage, role: string, title: string): Promise<void> {
  await stage.process();
  for (const id of stage.holders(role)) {
    const waiting = approvalsView.parse(await stage.as(id, 'GET', '/api/approvals?show=waiting')).approvals;
    if (waiting.some((row) => row.title.includes(title) && row.mine === 'vote'))
      await stage.press(id, title, 'Godkend');
  }
  await stage.process();
}

/** A body as a form sends it, with the stamp of what the person has just read. */
export async function stamped(stage: Stage, personId: string, path: string, body: unknown): Promise<object> {
  const fields = typeof body === 'object' && body !== null ? body : {};
  return { ...fields, expected: await stampFor(path, body, (view) => stage.as(personId, 'GET', view)) };
}
/** Saves a form. */
export const save = async (stage: Stage, personId: string, path: string, body: object): Promise<unknown> =>
  stage.as(personId, 'PUT', path, await stamped(stage, personId, path, body));
