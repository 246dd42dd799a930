import { recordingLists } from '../../api/audit/index.ts';
import type { Context, Log } from '../../api/context.ts';
import type { Journal } from '../../api/journal/index.ts';
import type { Clock, HeldRole, KeyedQueue, PersonId } from '../../api/kernel/index.ts';
import type { DocumentLibrary, Lists } from '../../api/sharepoint/index.ts';
import type { Config } from '../config/index.ts';
import { trailedLists } from './trailed-lists.ts';
import { translator } from '../../api/texts/translate.ts';

export interface Parts {
  clock: Clock;
  log: Log;
  lists: Pick<Lists, 'handle'>;
  documents: DocumentLibrary;
  journal: Journal;
  exclusive?: KeyedQueue;
  tellOthers?(name: string, value: unknown): void;
  groupRoles(personId: PersonId): readonly HeldRole[];
  groupRoleHolders(): ReadonlyMap<PersonId, readonly HeldRole[]>;
  groupMembers(groupId: string): ReadonlySet<PersonId> | undefined;
}

type ContextConfig = Pick<
  Config,
  | 'organisation'
  | 'tenantId'
  | 'catalogAppId'
  | 'publicUrl'
  | 'sendRate'
  | 'inspectionPhotoDays'
  | 'managementBodies'
  | 'historyLiveDays'
>;

/** Input of all acts, views and derivations. */
export const createContext = (config: ContextConfig, { lists, ...parts }: Parts): Context => {
  const context: Context = {
    ...parts,
    list: recordingLists(
      (definition) => lists.handle(definition),
      trailedLists,
      () => context,
    ),
    texts: translator,
    organisation: {
      name: config.organisation.name,
      tenantId: config.tenantId,
      tabLink: `https://teams.microsoft.com/l/entity/${config.catalogAppId}/`,
      publicUrl: config.publicUrl,
      sendRate: config.sendRate,
      acknowledgeWithinDays: config.organisation.acknowledgeWithinDays,
      inspectionPhotoDays: config.inspectionPhotoDays,
      managementBodies: config.managementBodies,
      ...(config.historyLiveDays === undefined ? {} : { historyLiveDays: config.historyLiveDays }),
    },
  };
  return context;
};
