import { failedAs, type Graph } from '../sharepoint/index.ts';
import { accountSelect, readAccount, type Account } from './account.ts';
import type { CentreAttribute } from './settings.ts';

export interface AccountsRead {
  /** The latest data of each account. */
  accounts: Map<string, Account>;
  /** All accounts are included, so missing ones are gone. */
  whole: boolean;
  deltaLink: string;
  /** Entries that are no users. */
  unreadable: number;
}

const options = { lane: 'background', headers: { Prefer: 'odata.maxpagesize=999' } } as const;

/**
 * Changes in the directory since the link, or everything without one. An expired link (they live 7 days) means
 * everything. `onPage` gets the number of accounts read.
 */
export async function readAccounts(
  graph: Graph,
  attribute: CentreAttribute,
  link: string | undefined,
  onPage: (read: number) => void = () => undefined,
): Promise<AccountsRead> {
  const whole = link === undefined;
  const accounts = new Map<string, Account>();
  let unreadable = 0;
  let read = 0;
  let deltaLink: string | undefined;
  try {
    const start = `/users/delta?$select=${accountSelect(attribute)},manager`;
    for await (const page of graph.pages(link ?? start, options)) {
      for (const value of page.value) {
        const account = readAccount(value, attribute, whole);
        // Pages may repeat an account: later data overrides earlier.
        if (account) accounts.set(account.id, { ...accounts.get(account.id), ...account });
        else unreadable += 1;
      }
      read += page.value.length;
      onPage(read);
      deltaLink = page.deltaLink ?? deltaLink;
    }
  } catch (failure) {
    if (whole || !isTooOld(failure)) throw failure;
    return readAccounts(graph, attribute, undefined, onPage);
  }
  // Without a link the next sync reads everything.
  return { accounts, whole, unreadable, deltaLink: deltaLink ?? '' };
}

/** The directory answers 410, and for some broken tokens 400 with its own code. */
const isTooOld = (failure: unknown): boolean =>
  failedAs(failure, 'resyncRequired') ||
  (failedAs(failure, 'refused') && /syncState|resync|Directory_Delta/i.test(failure.answer.graphCode));

/** Everything the directory has of one account, for a new person whom a delta reported in part. */
export async function readWholeAccount(
  graph: Graph,
  attribute: CentreAttribute,
  id: string,
): Promise<Account | undefined> {
  try {
    const address = `/users/${id}?$select=${accountSelect(attribute)}&$expand=manager($select=id)`;
    return readAccount(await graph.get(address, { lane: 'background' }), attribute, true);
  } catch (failure) {
    if (failedAs(failure, 'itemGone')) return undefined;
    throw failure;
  }
}
