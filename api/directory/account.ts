import { z } from 'zod';
import {
  isInRange,
  languageOf,
  localDate,
  type Instant,
  type Language,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import type { CentreAttribute } from './settings.ts';

/**
 * Directory data of one account. An `undefined` member was not reported (a delta reports only changes); `null` means
 * that it has no value.
 */
export interface Account {
  id: PersonId;
  /** Deleted, also temporarily. */
  removed: boolean;
  enabled?: boolean;
  guest?: boolean;
  name?: string | null;
  upn?: string | null;
  mail?: string | null;
  jobTitle?: string | null;
  mobilePhone?: string | null;
  /** The first of the business phones. */
  businessPhone?: string | null;
  /** Attribute that decides the centre. */
  department?: string | null;
  managerId?: PersonId | null;
  hiredOn?: LocalDate | null;
  teams?: boolean;
  language?: Language;
}

const orgDataAttributes: readonly CentreAttribute[] = ['division', 'costCenter'];

/** Properties to request. Delta reports changes of selected ones only. */
export const accountSelect = (attribute: CentreAttribute): string =>
  [
    'id',
    'displayName',
    'userPrincipalName',
    'mail',
    'jobTitle',
    'mobilePhone',
    'businessPhones',
    orgDataAttributes.includes(attribute) ? 'employeeOrgData' : attribute,
    'employeeHireDate',
    'accountEnabled',
    'userType',
    'preferredLanguage',
    'assignedPlans',
  ].join(',');

const textValue = z.string().nullish();
const userSchema = z.object({
  id: z.string().min(1),
  '@removed': z.unknown().optional(),
  displayName: textValue,
  userPrincipalName: textValue,
  mail: textValue,
  jobTitle: textValue,
  mobilePhone: textValue,
  businessPhones: z.array(z.string()).nullish(),
  department: textValue,
  companyName: textValue,
  officeLocation: textValue,
  employeeOrgData: z.object({ division: textValue, costCenter: textValue }).nullish(),
  employeeHireDate: textValue,
  accountEnabled: z.boolean().nullish(),
  userType: textValue,
  preferredLanguage: textValue,
  assignedPlans: z.array(z.object({ service: textValue, capabilityStatus: textValue })).nullish(),
  manager: z.object({ id: z.string() }).nullish(),
  'manager@delta': z.array(z.object({ id: z.string(), '@removed': z.unknown().optional() })).optional(),
});
type User = z.output<typeof userSchema>;

/**
 * Parses a Graph user; undefined when it is none. `whole`: every property was reported, so absent means no value (a
 * delta without a token omits what was never set). Single lines are cut at SharePoint's 255 characters.
 */
export function readAccount(value: unknown, attribute: CentreAttribute, whole: boolean): Account | undefined {
  const parsed = userSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const user = parsed.data;
  const id = user.id as PersonId;
  if (user['@removed'] !== undefined) return { id, removed: true };
  const told = <Value>(given: Value | undefined): Value | null | undefined =>
    given === undefined && whole ? null : given;
  const line = (given: string | null | undefined) =>
    told(given)?.slice(0, 255) ?? (told(given) === undefined ? undefined : null);
  const plans = told(user.assignedPlans);
  const preferred = told(user.preferredLanguage);
  return withoutUntold({
    id,
    removed: false,
    enabled: user.accountEnabled ?? (whole ? true : undefined),
    guest: told(user.userType) === undefined ? undefined : user.userType === 'Guest',
    name: line(user.displayName),
    upn: line(user.userPrincipalName),
    mail: line(user.mail),
    jobTitle: line(user.jobTitle),
    mobilePhone: line(oneLine(user.mobilePhone)),
    businessPhone: line(firstPhone(user.businessPhones)),
    department: line(attributeOf(user, attribute)),
    managerId: managerOf(user),
    hiredOn: hireDateOf(told(user.employeeHireDate)),
    teams: plans === undefined ? undefined : hasTeams(plans),
    language: preferred === undefined ? undefined : languageOf(preferred ?? undefined),
  });
}

/** `null` when empty. */
const oneLine = (text: string | null | undefined): string | null | undefined =>
  typeof text === 'string' ? text.replaceAll(/\s+/g, ' ').trim() || null : text;

const firstPhone = (phones: readonly string[] | null | undefined): string | null | undefined =>
  phones === undefined ? undefined : (phones?.map(oneLine).find((phone) => typeof phone === 'string') ?? null);

/** The number to call: the mobile, else a business phone. `undefined` when not reported. */
export function phoneOf({ mobilePhone, businessPhone }: Account): string | null | undefined {
  return mobilePhone === null ? businessPhone : mobilePhone;
}

/**
 * Whether a delta reported one phone while the other decides too, so that both must be read. `known`: the number in the
 * list of people.
 */
export function isPhoneHalfTold({ mobilePhone, businessPhone }: Account, known: string | undefined): boolean {
  if (mobilePhone === undefined) return businessPhone !== undefined && (businessPhone ?? undefined) !== known;
  return mobilePhone === null && businessPhone === undefined && known !== undefined;
}

type Untold<T> = { [Name in keyof T]: T[Name] | undefined };
/** Absent instead of `undefined`, so that "not reported" has one form. */
function withoutUntold(account: Untold<Account> & Pick<Account, 'id' | 'removed'>): Account {
  const told = Object.entries(account).filter(([, value]) => value !== undefined);
  return Object.assign({ id: account.id, removed: account.removed }, Object.fromEntries(told));
}

function attributeOf(user: User, attribute: CentreAttribute): string | null | undefined {
  switch (attribute) {
    case 'division':
    case 'costCenter':
      return user.employeeOrgData === undefined ? undefined : (user.employeeOrgData?.[attribute] ?? null);
    case 'department':
    case 'companyName':
    case 'officeLocation':
      return user[attribute];
  }
}

/** Not reported is not "none": a delta lacks the manager without `manager@delta`. */
function managerOf(user: User): PersonId | null | undefined {
  if (user.manager !== undefined) return (user.manager?.id ?? null) as PersonId | null;
  const changes = user['manager@delta'];
  if (changes === undefined) return undefined;
  const now = changes.find((change) => change['@removed'] === undefined);
  return (now?.id ?? null) as PersonId | null;
}

const hireDateOf = (moment: string | null | undefined): LocalDate | null | undefined => {
  if (moment === null || moment === undefined) return moment;
  if (Number.isNaN(Date.parse(moment))) return null;
  const day = localDate(moment as Instant);
  return isInRange(day) ? day : null;
};

const hasTeams = (plans: NonNullable<User['assignedPlans']> | null): boolean =>
  plans?.some(
    (plan) => plan.service === 'TeamspaceAPI' && ['Enabled', 'Warning'].includes(plan.capabilityStatus ?? ''),
  ) ?? false;
