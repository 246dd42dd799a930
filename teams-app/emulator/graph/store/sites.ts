import type { Clock } from '../../clock.ts';
import type { Database } from '../../database.ts';
import type { Faults } from '../../faults.ts';
import { allApps, type AppRegistration } from '../../municipality.ts';
import type { Column, List } from './column-types.ts';
import type { Files } from './file-types.ts';
import { createFiles } from './files.ts';
import { createGrants, type Grants } from './grants.ts';
import { createSigner, type Signer } from './signer.ts';
import { createItemStore, type ItemStore } from './items-store.ts';
import { createListStore, type ListStore } from './lists-store.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import { writeFields, type WriteRules } from './write-fields.ts';

/** The one site: lists, items, files and permissions. */
export interface Sites {
  readonly lists: ListStore;
  readonly items: ItemStore;
  readonly files: Files;
  readonly grants: Grants;
  /** Signs addresses on the site's own host. */
  readonly signer: Signer;
  readonly subscriptions: Subscriptions;
  /** Checks of a write, with the present faults. */
  readonly rules: WriteRules;
  /**
   * Inserts items directly into a provisioned list, in one transaction, with Graph's checks. Keys are internal names
   * (`Title`, `Key`, …). Throws RangeError for an unknown list and GraphFault for an invalid value.
   */
  bulkInsert(listTitle: string, fields: readonly Record<string, unknown>[], app?: string): void;
}

export const userInformationList = 'User Information List';
export const defaultLibrary = 'Documents';

export function createSites(
  db: Database,
  clock: Clock,
  faults: Faults,
  granted: readonly AppRegistration[] = allApps,
): Sites {
  const lists = createListStore(db, clock);
  const items = createItemStore(db, clock, () => faults.tenant);
  lists.onPurge((list) => items.forget(list));
  const owner = allApps[0]?.clientId ?? '';
  const files = createFiles(db, { lists, items, app: owner });
  const ensure = (displayName: string, template: string, system: boolean) =>
    lists.find(displayName) ?? lists.create({ displayName, template, system, hidden: system, createdBy: owner });
  ensure(userInformationList, 'userInformation', true);
  ensure(defaultLibrary, 'documentLibrary', false);

  const targetList = (column: Column): List | undefined =>
    lists.find(column.kind.endsWith('erson') ? userInformationList : String(column.facet.lookup?.listId));
  const rules: WriteRules = {
    get faults() {
      return faults.graph;
    },
    get tenant() {
      return faults.tenant;
    },
    targetExists(column, id) {
      const list = targetList(column);
      return list !== undefined && items.get(list, id) !== undefined;
    },
  };
  return {
    lists,
    items,
    files,
    grants: createGrants(db, granted),
    signer: createSigner(db),
    subscriptions: createSubscriptions(db),
    rules,
    bulkInsert(listTitle, fields, app = owner) {
      const list = lists.find(listTitle);
      if (!list) throw new RangeError(`no such list: ${listTitle}`);
      try {
        db.transaction(() => {
          for (const given of fields) items.insert(list, writeFields(list, given, undefined, rules), app);
        });
      } catch (error) {
        items.recount(list);
        throw error;
      }
    },
  };
}
