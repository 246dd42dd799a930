import type { Context } from '../context.ts';
import { AppError, digest, inParallel, nowOf, todayOf } from '../kernel/index.ts';
import { departmentClaims, departmentKey, People, type Person } from '../organisation/index.ts';
import type { Graph, Stored } from '../sharepoint/index.ts';
import { accountSelect, isPhoneHalfTold, type Account } from './account.ts';
import { DirectoryState } from './directory-state-list.ts';
import { leaves, personAfter, placed, type PersonChange, type Placement } from './person-after.ts';
import { readAccounts, readWholeAccount } from './read-accounts.ts';
import type { DirectorySettings } from './settings.ts';

/** What one sync did. */
export interface DirectoryReport {
  newcomers: number;
  changed: number;
  left: number;
  /** All accounts were read and compared. */
  whole: boolean;
}
export interface SyncProgress {
  state: 'reading' | 'writing';
  /** Accounts read, then people written of so many. */
  done: number;
  total?: number;
}
export type DirectoryContext = Pick<Context, 'list' | 'clock' | 'log'>;

const stateKey = 'users';
/** Concurrent writes; the unit budget limits their rate. */
const writers = 8;
/** A full load is refused when it would end more than this share of people at once. */
const goneShare = 0.2;
const goneFew = 25;

/**
 * Aligns the list of people with the directory: by delta, or everything the first time, after a change of settings, or
 * when the delta link has expired. The link is saved after all writes, so a crash repeats comparisons, not writes. 2
 * units per person written, in the background lane. Unparsable items are skipped, and compared again each time until
 * repaired. Throws AppError: unavailable; conflict `directory.tooManyGone` when a full load lacks a fifth of the
 * employees.
 */
export async function syncPeople(
  context: DirectoryContext,
  graph: Graph,
  settings: DirectorySettings,
  onProgress: (progress: SyncProgress) => void = () => undefined,
): Promise<DirectoryReport> {
  const placement = placementOf(context, settings);
  const { link, fingerprint } = savedLink(context, settings);
  const read = await readAccounts(graph, settings.centreAttribute, link, (done) =>
    onProgress({ state: 'reading', done }),
  );
  if (read.unreadable > 0)
    context.log.warn({ code: 'notUsers', unreadable: read.unreadable }, 'directory entries that are no users');

  const people = context.list(People);
  const unreadable = new Set(people.setAside().map(({ key }) => key));
  const told = [...read.accounts.values()].filter(({ id }) => !unreadable.has(id));
  const accounts = read.whole ? told : await completed(context, graph, settings, told);
  const gone = read.whole ? goneFrom(people.all(), read.accounts) : [];
  const planned = accounts.filter(
    (account) => personAfter(people.get(account.id), account, placement).do !== 'nothing',
  );
  const misplaced = people.all().filter((person) => isMisplaced(person, read.accounts, placement));

  const report: DirectoryReport = { newcomers: 0, changed: 0, left: 0, whole: read.whole };
  const total = planned.length + gone.length + misplaced.length;
  let done = 0;
  const write = async (id: string, after: (current: Person | undefined) => PersonChange) => {
    count(report, await writePerson(context, id, after));
    done += 1;
    onProgress({ state: 'writing', done, total });
  };
  onProgress({ state: 'writing', done, total });
  await inParallel(writers, planned, (account) =>
    write(account.id, (current) => personAfter(current, account, placement)),
  );
  await inParallel(writers, gone, ({ key }) => write(key, () => leaves(placement.today)));
  await inParallel(writers, misplaced, ({ key }) =>
    write(key, (current) => ({ do: 'change', fields: current ? placed(current, {}, placement) : {}, left: false })),
  );
  if (told.length === read.accounts.size) await keepLink(context, fingerprint, read.deltaLink);
  return report;
}

/** A delta may contain the changed part only; new people need everything, and phones both. */
async function completed(
  context: DirectoryContext,
  graph: Graph,
  settings: DirectorySettings,
  accounts: readonly Account[],
): Promise<Account[]> {
  const people = context.list(People);
  const complete: Account[] = [];
  await inParallel(writers, accounts, async (account) => {
    const person = people.get(account.id);
    // A person who returns after pseudonymisation is read in full.
    const isWhole = person?.pseudonymisedOn === undefined;
    const isEnough = person && isWhole ? !isPhoneHalfTold(account, person.phone) : false;
    if (isEnough || account.removed) return void complete.push(account);
    const whole = await readWholeAccount(graph, settings.centreAttribute, account.id);
    if (whole) complete.push(whole);
    else if (person) complete.push(account);
  });
  return complete;
}

/** Employees missing from a full load. A large number is a fault, not a wave of resignations. */
function goneFrom(people: readonly Stored<Person>[], accounts: ReadonlyMap<string, Account>): Stored<Person>[] {
  const employed = people.filter((person) => person.leftOn === undefined);
  const gone = employed.filter((person) => !accounts.has(person.key));
  if (gone.length > goneFew && gone.length > employed.length * goneShare) {
    throw new AppError('conflict', 'directory.tooManyGone', { gone: gone.length, employed: employed.length });
  }
  return gone;
}

/** The department got another centre since the person was last written. */
const isMisplaced = (person: Person, accounts: ReadonlyMap<string, Account>, placement: Placement): boolean =>
  person.leftOn === undefined && !accounts.has(person.key) && Object.keys(placed(person, {}, placement)).length > 0;

type Outcome = 'newcomer' | 'changed' | 'left' | 'nothing';
async function writePerson(
  context: DirectoryContext,
  id: string,
  after: (current: Person | undefined) => PersonChange,
): Promise<Outcome> {
  const people = context.list(People);
  const change = after(people.get(id));
  if (change.do === 'nothing') return 'nothing';
  if (change.do === 'create') {
    const { existed } = await people.create(change.record, 'background');
    if (!existed) return 'newcomer';
  }
  let outcome: Outcome = 'nothing';
  await people.update(
    id,
    (current) => {
      const now = after(current);
      if (now.do !== 'change') return undefined;
      outcome = now.left ? 'left' : 'changed';
      return now.fields;
    },
    'background',
  );
  return outcome;
}

function count(report: DirectoryReport, outcome: Outcome): void {
  if (outcome === 'newcomer') report.newcomers += 1;
  if (outcome === 'changed') report.changed += 1;
  if (outcome === 'left') report.left += 1;
}

function placementOf(context: DirectoryContext, settings: DirectorySettings): Placement {
  const claims = departmentClaims(context);
  return {
    rule: settings.employeeRule,
    today: todayOf(context.clock),
    now: nowOf(context.clock),
    centreOf: (department) => (department === undefined ? undefined : claims.get(departmentKey(department))),
  };
}

/**
 * The saved link gives the changes since, so it is valid only for the same settings, properties and people: after the
 * list was lost, emptied or restored, everything is read again.
 */
function savedLink(context: DirectoryContext, settings: DirectorySettings) {
  const selected = digest(accountSelect(settings.centreAttribute)).slice(0, 8);
  const fingerprint = `Users by ${settings.centreAttribute}, ${settings.employeeRule}, ${selected}`;
  const state = context.list(DirectoryState).get(stateKey);
  const fits = state?.title === fingerprint && state.people === peopleMark(context);
  if (state?.deltaLink && !fits)
    context.log.warn({ code: 'readAgain' }, 'directory state does not fit the people, all are read again');
  // A hand-edited link counts as none.
  const link =
    fits && /\/users\/(?:microsoft\.graph\.)?delta/i.test(state.deltaLink ?? '') ? state.deltaLink : undefined;
  return { fingerprint, link };
}

/** Count and sum of all ids, including those set aside: differs when people are missing or added. */
function peopleMark(context: DirectoryContext): string {
  const people = context.list(People);
  const keys = [...people.all().map(({ key }) => key), ...people.setAside().map(({ key = '' }) => key)];
  return `${keys.length} ${keys.reduce((sum, key) => (sum + hashOf(key)) % 2 ** 32, 0).toString(16)}`;
}

/** FNV-1a: 50,000 ids in some milliseconds. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < key.length; place += 1) hash = Math.imul(hash ^ key.charCodeAt(place), 0x01000193);
  return hash >>> 0;
}

async function keepLink(context: DirectoryContext, title: string, deltaLink: string): Promise<void> {
  const states = context.list(DirectoryState);
  const fields = { title, deltaLink, people: peopleMark(context), syncedAt: nowOf(context.clock) };
  const { existed } = await states.create({ key: stateKey, ...fields }, 'background');
  if (existed) await states.update(stateKey, () => fields, 'background');
}
