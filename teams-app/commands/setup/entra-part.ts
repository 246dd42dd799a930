import { neededPermissions, provisioningPermission } from '../doctor/permissions.ts';
import type { Answers } from './answers.ts';
import type { Condition, Ensured, Json, Part } from './declaration.ts';
import { answer, appName, graphAppId, host, provisioningName } from './shared-answers.ts';

/** Teams' clients that sign people in to the tab: desktop and mobile, and the web. */
const teamsClients = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];
/** Unique within the app only. */
const scopeId = '6d0f1c7e-3a52-4b89-9e14-7f2b80c5d401';

const scope: Json = {
  id: scopeId,
  value: 'access_as_user',
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: 'Use Sikkerhedshjulet in Teams',
  adminConsentDescription: 'Teams signs people in to the tab.',
};
const roleAccess = (permissions: readonly { id: string }[]): Json => [
  { resourceAppId: graphAppId, resourceAccess: permissions.map(({ id }) => ({ id, type: 'Role' })) },
];

/** By its client id once that is known: a name may be used twice. */
function application(as: string, name: string, known: string | undefined): Pick<Ensured, 'as' | 'look'> {
  const filter = known === undefined ? `displayName eq '${name}'` : `appId eq '${known}'`;
  return { as, look: { path: `/applications?$filter=${filter}` } };
}
const itself = (as: string, ...where: Condition[]): Ensured['look'] => ({
  path: `/applications?$filter=appId eq '{${as}.appId}'`,
  where,
});
const change = (as: string, body: Json): NonNullable<Ensured['make']> => ({
  method: 'PATCH',
  path: `/applications/{${as}.id}`,
  body,
});
const principal = (as: string, of: string): Ensured => ({
  what: `the service principal of ${of === 'app' ? appName : provisioningName}`,
  why: 'the app exists in the tenant only by it, and permissions are consented to for it',
  as,
  look: { path: `/servicePrincipals?$filter=appId eq '{${of}.appId}'` },
  make: { method: 'POST', path: '/servicePrincipals', body: { appId: `{${of}.appId}` } },
});

/** A federated credential where there is a managed identity, else the certificate, if the app has none. */
function credential(as: 'app' | 'provisioning', answers: Answers, certificates: Certificates): Ensured[] {
  const subject = answers['SETUP_MANAGED_IDENTITY_OBJECT_ID'];
  if (as === 'app' && subject !== undefined)
    return [
      {
        what: `the federated credential of the managed identity ${subject}`,
        why: 'the program signs in as the app without a key or secret that could be lost or end',
        look: { path: '/applications/{app.id}/federatedIdentityCredentials', where: [['subject', subject]] },
        make: {
          method: 'POST',
          path: '/applications/{app.id}/federatedIdentityCredentials',
          body: {
            name: 'managed-identity',
            issuer: `https://login.microsoftonline.com/${answer(answers, 'TENANT_ID')}/v2.0`,
            subject,
            audiences: ['api://AzureADTokenExchange'],
          },
        },
      },
    ];
  const key = certificates[as];
  if (key === undefined) return [];
  return [
    {
      what: `the certificate of ${as === 'app' ? appName : provisioningName}, unless the app has one`,
      why: 'the app signs in with it; one that ends is replaced by hand, since both work side by side',
      look: itself(as, ['keyCredentials[].type', 'AsymmetricX509Cert']),
      make: change(as, {
        keyCredentials: [{ type: 'AsymmetricX509Cert', usage: 'Verify', key, displayName: 'CN=sikkerhedshjulet' }],
      }),
    },
  ];
}

/** Certificates to upload: DER, base64. */
export interface Certificates {
  app?: string | undefined;
  provisioning?: string | undefined;
}

/** The two app registrations, with what Teams asks of the first. */
export function entra(answers: Answers, certificates: Certificates): Part {
  const uri = `api://${host(answers)}/{app.appId}`;
  return {
    name: 'entra',
    title: 'App registrations in Entra',
    who: 'Application Administrator',
    api: 'graph',
    scopes: ['Application.ReadWrite.All'],
    steps: [
      {
        what: `the app ${appName}: single tenant, tokens of version 2, scope access_as_user`,
        why: 'the program reads and writes the lists, signs people in to the tab and speaks as the bot with it',
        ...application('app', appName, answers['APP_ID']),
        make: {
          method: 'POST',
          path: '/applications',
          body: {
            displayName: appName,
            signInAudience: 'AzureADMyOrg',
            api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [scope] },
            requiredResourceAccess: roleAccess(neededPermissions),
          },
        },
      },
      {
        what: 'tokens of version 2 and the scope access_as_user, if the app lacks them',
        why: 'the program takes no other token of the tab',
        look: itself(
          'app',
          ['api.requestedAccessTokenVersion', 2],
          ['api.oauth2PermissionScopes[].value', 'access_as_user'],
        ),
        make: change('app', { api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [scope] } }),
      },
      {
        what: `the address ${uri.replace('{app.appId}', '<client id>')}`,
        why: 'Teams asks for the token of the tab by it: the host must be that of the program',
        look: itself('app', ['identifierUris[]', uri]),
        make: change('app', { identifierUris: [uri] }),
      },
      {
        what: 'the Teams clients as pre-authorised (desktop and mobile, web)',
        why: 'people are signed in without being asked',
        look: itself(
          'app',
          ...teamsClients.map((client): Condition => ['api.preAuthorizedApplications[].appId', client]),
        ),
        make: change('app', {
          api: {
            preAuthorizedApplications: teamsClients.map((appId) => ({ appId, delegatedPermissionIds: [scopeId] })),
          },
        }),
      },
      ...credential('app', answers, certificates),
      principal('appPrincipal', 'app'),
      {
        what: `the app ${provisioningName}: single tenant, Sites.Selected alone`,
        why: 'only it may make lists and columns, and the running program never has its credential',
        ...application('provisioning', provisioningName, answers['PROVISIONING_APP_ID']),
        make: {
          method: 'POST',
          path: '/applications',
          body: {
            displayName: provisioningName,
            signInAudience: 'AzureADMyOrg',
            requiredResourceAccess: roleAccess([provisioningPermission]),
          },
        },
      },
      ...credential('provisioning', answers, certificates),
      principal('provisioningPrincipal', 'provisioning'),
    ],
    gives: { APP_ID: '{app.appId}', PROVISIONING_APP_ID: '{provisioning.appId}' },
  };
}
