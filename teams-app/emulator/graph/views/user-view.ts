import { organisationName } from '../../municipality.ts';
import type { DirectoryGroup, DirectoryUser } from '../store/directory-types.ts';

type View = Record<string, unknown>;

/** Graph's default properties. */
export const standardUser = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
] as const;

const teamsPlan = '57ff2da0-773e-42df-b2af-ffb7a2317929';
const teamsSku = '6fd2c87f-b296-42f0-b197-1e91e994b900';

const derived: Readonly<Record<string, (user: DirectoryUser) => unknown>> = {
  businessPhones: () => [],
  assignedPlans: ({ teamsLicence, createdDateTime }) =>
    teamsLicence
      ? [
          {
            assignedDateTime: createdDateTime,
            capabilityStatus: 'Enabled',
            service: 'TeamspaceAPI',
            servicePlanId: teamsPlan,
          },
        ]
      : [],
  assignedLicenses: ({ teamsLicence }) => (teamsLicence ? [{ disabledPlans: [], skuId: teamsSku }] : []),
  companyName: () => organisationName,
  onPremisesSyncEnabled: () => true,
};
const hidden = new Set(['managerId', 'teamsLicence', 'botBlocked']);

/** A user's property as shown by Graph; undefined if Graph lacks it. */
export function userProperty(user: DirectoryUser, name: string): unknown {
  if (hidden.has(name)) return undefined;
  const stored: unknown = new Map<string, unknown>(Object.entries(user)).get(name);
  return stored === undefined ? derived[name]?.(user) : stored;
}

/** Existing properties of a user; selecting others is the caller's error. */
export const userProperties: ReadonlySet<string> = new Set([
  ...standardUser,
  ...Object.keys(derived),
  'accountEnabled',
  'createdDateTime',
  'department',
  'employeeHireDate',
  'employeeId',
  'employeeLeaveDateTime',
  'employeeType',
  'employeeOrgData',
  'usageLocation',
  'userType',
  'manager',
  'otherMails',
  'proxyAddresses',
  'onPremisesExtensionAttributes',
  'onPremisesSamAccountName',
  'city',
  'country',
  'state',
  'streetAddress',
  'postalCode',
  'deletedDateTime',
  'mailNickname',
  'identities',
  'securityIdentifier',
  'ageGroup',
]);

/** Selected properties, `null` for unset ones, as in reads (not delta). */
export function userView(user: DirectoryUser, select: readonly string[] = standardUser): View {
  const names = select.filter((name) => name !== 'manager');
  const chosen = names.includes('id') ? names : [...names, 'id'];
  return Object.fromEntries(chosen.map((name) => [name, userProperty(user, name) ?? null]));
}

export const groupView = (group: DirectoryGroup): View => ({
  id: group.id,
  deletedDateTime: null,
  createdDateTime: group.createdDateTime,
  description: group.description ?? null,
  displayName: group.displayName,
  groupTypes: [],
  mail: null,
  mailEnabled: false,
  mailNickname: group.mailNickname,
  securityEnabled: true,
  visibility: null,
});
