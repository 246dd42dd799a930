import type { Router } from 'express';
import type { Context } from '../../api/context.ts';
import type { Clock, Fetch, PersonId } from '../../api/kernel/index.ts';
import { hosts } from '../emulator/municipality.ts';
import type { GivenPerson, Seeded } from '../seed/index.ts';
import type { World } from '../emulator/world.ts';
import { deskFetch, type DeskHosts } from './desk-fetch.ts';

/** Data the program gives its desk once it listens. */
export interface DeskProgram {
  /** Where the program is, e.g. `http://127.0.0.1:3978`; the bot is at `/api/messages` there. */
  address: string;
  /** Does all due work; resolves when done. */
  process(): Promise<void>;
  /** Roles and centre of a person, for the person switcher. */
  describe(personId: string): { roles: readonly string[]; centre?: string } | undefined;
}

/** The card of a kind of campaign about a subject, for the person now. */
export type CardFor = (kind: string, subjectKey: string, personId: PersonId) => { summary: string; card: unknown };

/** A local Microsoft 365, in this process or a separate one. */
export interface Desk {
  /** All outgoing requests: known hosts are answered on loopback, others refused. */
  fetch: Fetch;
  /** The desk's movable clock. */
  clock: Clock;
  /** Address of all hosts, and that of Graph alone. */
  address: string;
  graphAddress: string;
  /** `/emulator/*` and the host page at `/`; the program's server mounts it. */
  control: Router;
  /**
   * Fills an empty desk with people, policy and receipts, after provisioning. `undefined` when not empty, or when
   * another process runs the desk and seeds it.
   */
  seed(): Seeded | undefined;
  /** Adds the seeded campaigns' cards to the chats; after `seed` has filled the desk. */
  fillChats(context: Context, cardFor: CardFor): Promise<void>;
  /** Fills an empty desk, after provisioning, with the municipality's own people. Items by list. */
  load(people: readonly GivenPerson[]): Readonly<Record<string, number>>;
  /** Gives the desk the bot's address, its due work, and people's descriptions. */
  connect(program: DeskProgram): Promise<void>;
  /** Its data, when in this process; for tests and measurements. */
  world?: World;
  close(): Promise<void>;
}

/** The desk's hosts, all at one address, or in this process. */
export const fetchFrom = (address: DeskHosts[string]): Fetch =>
  deskFetch(Object.fromEntries(Object.values(hosts).map((host) => [host, address])));

export const messagesOf = ({ address }: DeskProgram): string => `${address}/api/messages`;
