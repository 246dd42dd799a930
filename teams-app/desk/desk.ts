import type { Router } from 'express';
import type { Context } from '../../api/context.ts';
import type { Clock, Fetch, PersonId } from '../../api/kernel/index.ts';
import { hosts } from '../emulator/municipality.ts';
import type { GivenPerson, Seeded } from '../seed/index.ts';
import type { World } from '../emulator/world.ts';
import { deskFetch, type DeskHosts } from './desk-fetch.ts';

/** What the program tells its desk once it listens. */
export interface DeskProgram {
  /** Where the program is, e.g. `http://127.0.0.1:3978`; the bot is at `/api/messages` there. */
  address: string;
  /** Does all that is due now; resolves when it is done. */
  process(): Promise<void>;
  /** Roles and centre of a person, for the person switcher. */
  describe(personId: string): { roles: readonly string[]; centre?: string } | undefined;
}

/** The card of a kind of campaign about a subject, as it is right for the person now. */
export type CardFor = (kind: string, subjectKey: string, personId: PersonId) => { summary: string; card: unknown };

/** A whole Microsoft 365 on this machine, in this process or in one of its own. */
export interface Desk {
  /** Everything the program sends goes here: known hosts are answered on loopback, others refused. */
  fetch: Fetch;
  /** The desk's movable clock. */
  clock: Clock;
  /** All hosts on one address, and Graph alone on another. */
  address: string;
  graphAddress: string;
  /** `/emulator/*` and the host page at `/`; the program's server mounts it. */
  control: Router;
  /**
   * Fills an empty desk with people, policy and receipts, once the lists are provisioned. `undefined` when it was full
   * already, or when the desk is another process's, which does it itself.
   */
  seed(): Seeded | undefined;
  /** Puts the seeded campaigns' cards into the chats; only after `seed` has filled the desk. */
  fillChats(context: Context, cardFor: CardFor): Promise<void>;
  /** Fills an empty desk, once the lists are provisioned, with people of the municipality's own. Items by list. */
  load(people: readonly GivenPerson[]): Readonly<Record<string, number>>;
  /** Tells the desk where the bot is, what "all that is due" means, and who is who. */
  connect(program: DeskProgram): Promise<void>;
  /** All that it remembers, when it runs in this process; for tests and measurements. */
  world?: World;
  close(): Promise<void>;
}

/** The desk's hosts, all answered at one place: an address, or in this process. */
export const fetchFrom = (address: DeskHosts[string]): Fetch =>
  deskFetch(Object.fromEntries(Object.values(hosts).map((host) => [host, address])));

export const messagesOf = ({ address }: DeskProgram): string => `${address}/api/messages`;
