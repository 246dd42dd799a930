import type { Journal } from './journal/index.ts';
import type { AssignableRole, Clock, HeldRole, Language, PersonId } from './kernel/index.ts';
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
  /** The one handle of a list; asking twice gives the same. */
  list<R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R>;
  /** Where files are kept: procedures, minutes. */
  documents: DocumentLibrary;
  /** What is under way and must outlive a kill: promises given, messages on the wire. */
  journal: Journal;
  log: Log;
  /** The texts of a language. `count` chooses the plural. */
  texts(language: Language): Translate;
  organisation: OrganisationSettings;
  /** Roles a person holds by membership of a mapped Entra group (RoleGroups), as of the latest directory sync. */
  groupRoles?(personId: PersonId): readonly HeldRole[];
  /** The same for everybody who holds one, so that nobody has to be asked one by one. */
  groupRoleHolders?(): ReadonlyMap<PersonId, readonly HeldRole[]>;
  /**
   * Members of an Entra group that a course round names, groups within groups included, as of the latest directory
   * sync; `undefined` while they have not been read. The same set until the members change.
   */
  groupMembers?(groupId: string): ReadonlySet<PersonId> | undefined;
  /** State that is no record, by name (`contextPart`): what is cached, under way or declared. Made with the first of them. */
  readonly parts?: Map<symbol, unknown>;
}

/** The municipality's own settings (docs/operating.md says which variable sets which). */
export interface OrganisationSettings {
  name: string;
  tenantId: string;
  /** Where the tab's deep links begin, e.g. `https://teams.microsoft.com/l/entity/<app id>/`. */
  tabLink: string;
  /** Where browsers and calendars find the program, without a slash at the end. */
  publicUrl: string;
  /** Messages a second the bot may send; 40 by default, the platform's cap is 50. */
  sendRate: number;
  /** Days an employee has to acknowledge a policy version. */
  acknowledgeWithinDays: number;
  /** Bodies that are management in the sense of NIS 2-loven § 7; Direktionen and Koncernledelsen where none is named. */
  managementBodies?: readonly AssignableRole[];
  /** Days that pictures from inspections are kept. */
  inspectionPhotoDays: number;
  /** Days that history stays in memory; never fewer than the rules look back, which is the default. */
  historyLiveDays?: number;
}
