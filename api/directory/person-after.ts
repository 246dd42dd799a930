import { addDays, type CentreId, type Instant, type LocalDate } from '../kernel/index.ts';
import { leaveOf, mostLeaveDays, type Person } from '../organisation/index.ts';
import { phoneOf, type Account } from './account.ts';
import type { DirectorySettings } from './settings.ts';

/** How an account changes the list of people. `fields` given as `undefined` are cleared. */
export type PersonChange =
  | { do: 'nothing' }
  | { do: 'create'; record: Person }
  | { do: 'change'; fields: PersonFields; left: boolean };
export type PersonFields = Partial<Omit<Person, 'key'>>;

export interface Placement {
  rule: DirectorySettings['employeeRule'];
  /** The centre mapped to the attribute's value. */
  centreOf(department: string | undefined): CentreId | undefined;
  today: LocalDate;
  now: Instant;
}

/**
 * The change that aligns a person with the account. New people are added by the rule; a closed or removed account ends
 * employment today, a reopened one resumes it as after a leave; a new centre records the old one and the day (R9, R15).
 */
export function personAfter(current: Person | undefined, account: Account, placement: Placement): PersonChange {
  if (!current)
    return isEmployee(account, placement.rule) ? { do: 'create', record: newPerson(account, placement) } : nothing;
  const closed = account.removed || account.enabled === false || account.guest === true;
  if (closed) return current.leftOn === undefined ? leaves(placement.today) : nothing;
  // Of a person who has left only the return matters: the name may have been pseudonymised since.
  if (current.leftOn !== undefined && account.enabled !== true) return nothing;
  const told = toldFields(account);
  if (current.pseudonymisedOn !== undefined) told.pseudonymisedOn = undefined;
  if (account.enabled === true && current.leftOn !== undefined)
    Object.assign(told, { leftOn: undefined, ...awayMeanwhile(current, current.leftOn, placement) });
  const fields = { ...onlyChanged(current, told), ...placed(current, told, placement) };
  return Object.keys(fields).length === 0 ? nothing : { do: 'change', fields, left: false };
}

/**
 * The time between leaving and returning, as a leave that is over: deadlines count from the return, not from what was
 * asked meanwhile. A recorded leave that includes today covers it already; one to come stays.
 */
function awayMeanwhile(current: Person, leftOn: LocalDate, { today, now }: Placement): PersonFields {
  if (leftOn >= today) return {};
  const to = addDays(today, -1);
  const earliest = addDays(to, -mostLeaveDays);
  const from = leftOn > earliest ? leftOn : earliest;
  const leave = leaveOf(current);
  if (leave && leave.from <= today && leave.to >= today) return {};
  if (leave && leave.from > today) return { earlierFrom: from, earlierTo: to, absenceAt: now };
  return {
    absentFrom: from,
    absentTo: to,
    standInId: undefined,
    absenceBy: undefined,
    absenceAt: now,
    ...(leave ? { earlierFrom: leave.from, earlierTo: leave.to } : {}),
  };
}

const nothing: PersonChange = { do: 'nothing' };
export const leaves = (today: LocalDate): PersonChange => ({ do: 'change', fields: { leftOn: today }, left: true });

function isEmployee(account: Account, rule: DirectorySettings['employeeRule']): boolean {
  if (account.removed || account.enabled !== true || account.guest === true) return false;
  switch (rule) {
    case 'members':
      return true;
    case 'department':
      return Boolean(account.department);
    case 'hireDate':
      return Boolean(account.hiredOn);
  }
}

function newPerson(account: Account, { centreOf }: Placement): Person {
  const department = account.department ?? undefined;
  return withoutUndefined({
    key: account.id,
    title: account.name ?? account.upn ?? account.id,
    upn: account.upn ?? '',
    mail: account.mail ?? undefined,
    jobTitle: account.jobTitle ?? undefined,
    phone: phoneOf(account) ?? undefined,
    department,
    centreId: centreOf(department),
    managerId: account.managerId ?? undefined,
    hiredOn: account.hiredOn ?? undefined,
    teams: account.teams ?? false,
    language: account.language ?? 'da',
  });
}

/** The reported fields of the account; those without a value are `undefined`. */
function toldFields(account: Account): PersonFields {
  const fields: PersonFields = {};
  if (account.name) fields.title = account.name;
  if (account.upn) fields.upn = account.upn;
  if (account.mail !== undefined) fields.mail = account.mail ?? undefined;
  if (account.jobTitle !== undefined) fields.jobTitle = account.jobTitle ?? undefined;
  const phone = phoneOf(account);
  if (phone !== undefined) fields.phone = phone ?? undefined;
  if (account.department !== undefined) fields.department = account.department ?? undefined;
  if (account.managerId !== undefined) fields.managerId = account.managerId ?? undefined;
  if (account.hiredOn !== undefined) fields.hiredOn = account.hiredOn ?? undefined;
  if (account.teams !== undefined) fields.teams = account.teams;
  if (account.language !== undefined) fields.language = account.language;
  return fields;
}

const onlyChanged = (current: Person, told: PersonFields): PersonFields => {
  const known = new Map<string, unknown>(Object.entries(current));
  return Object.fromEntries(Object.entries(told).filter(([field, value]) => known.get(field) !== value));
};

/**
 * The centre by the department. An unmapped department removes a person's centre only when the department itself is
 * new; otherwise a centre set by hand stays.
 */
export function placed(current: Person, told: PersonFields, { centreOf, today }: Placement): PersonFields {
  const isNew = 'department' in told && told.department !== current.department;
  const department = 'department' in told ? told.department : current.department;
  const centreId = centreOf(department) ?? (isNew ? undefined : current.centreId);
  if (centreId === current.centreId) return {};
  if (current.centreId === undefined) return { centreId };
  return { centreId, movedOn: today, movedFrom: current.centreId };
}

function withoutUndefined(person: { [Name in keyof Person]: Person[Name] | undefined } & Pick<Person, 'key'>): Person {
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined)) as Person;
}
