import type { Journal } from './journal/index.ts';
import type { AssignableRole, Clock, HeldRole, KeyedQueue, Language, PersonId } from './kernel/index.ts';
import type { DocumentLibrary, ListDefinition, ListHandle } from './sharepoint/index.ts';
import type { Translate } from './texts/catalogue.ts';

export type { Translate } from './texts/catalogue.ts';

/** A named logger. Ids and codes only: never names or free text. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** What every act, view and derivation gets. Made once in `teams-app/program/context.ts`. */
export interface Context {
  clock: Clock;
  /** The handle of a list; repeated calls give the same. */
  list<R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R>;
  /** Stored files: procedures, minutes. */
  documents: DocumentLibrary;
  /** Pending work that must survive a crash: promises, and messages in flight. */
  journal: Journal;
  log: Log;
  /** The texts of a language. `count` chooses the plural. */
  texts(language: Language): Translate;
  organisation: OrganisationSettings;
  /** Roles a person holds by membership of a mapped Entra group (RoleGroups), as of the latest directory sync. */
  groupRoles?(personId: PersonId): readonly HeldRole[];
  /** The same for all holders, without asking for each person. */
  groupRoleHolders?(): ReadonlyMap<PersonId, readonly HeldRole[]>;
  /**
   * Members of an Entra group in a course round, including nested groups, as of the latest directory sync; `undefined`
   * until read. The same set until the members change.
   */
  groupMembers?(groupId: string): ReadonlySet<PersonId> | undefined;
  /** Serialises work per key across instances; absent: there is one. Throws AppError `unavailable`. */
  exclusive?: KeyedQueue;
  /** Tells the other instances a value of a `sharedPart`; absent: there are none. */
  tellOthers?(name: string, value: unknown): void;
  /** State outside the lists, by name (`contextPart`): cached, running or declared. Created on demand. */
  readonly parts?: Map<symbol, unknown>;
}

/** The municipality's settings (docs/operating.md names the variables). */
export interface OrganisationSettings {
  name: string;
  tenantId: string;
  /** Start of the tab's deep links, e.g. `https://teams.microsoft.com/l/entity/<app id>/`. */
  tabLink: string;
  /** Public address for browsers and calendars, without a trailing slash. */
  publicUrl: string;
  /** Messages a second the bot may send; default 40, the platform's cap is 50. */
  sendRate: number;
  /** Days to acknowledge a policy version. */
  acknowledgeWithinDays: number;
  /** Management bodies in the sense of NIS 2-loven § 7; default Direktionen and Koncernledelsen. */
  managementBodies?: readonly AssignableRole[];
  /** Retention of inspection pictures in days. */
  inspectionPhotoDays: number;
  /** Days that history stays in memory; at least, and by default, as far as the rules look back. */
  historyLiveDays?: number;
}
