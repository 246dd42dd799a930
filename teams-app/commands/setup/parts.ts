import {
  neededDelegated,
  neededPermissions,
  outdatedDelegated,
  provisioningPermission,
} from '../doctor/permissions.ts';
import type { Answers } from './answers.ts';
import type { Condition, Ensured, Part } from './declaration.ts';
import { entra, type Certificates } from './entra-part.ts';
import { answer, appName, graphAppId, host, packageOf, provisioningName } from './shared-answers.ts';

const botApi = 'api-version=2022-09-15';

const found = (as: string, name: string, known: string | undefined): Ensured => ({
  what: `the service principal of ${name}`,
  why: 'made by the part entra',
  as,
  look: {
    path: `/servicePrincipals?$filter=${known === undefined ? `displayName eq '${name}'` : `appId eq '${known}'`}`,
  },
});

const grants = "/oauth2PermissionGrants?$filter=clientId eq '{appPrincipal.id}'";

/** A grant stays with its names: it hinders a new one, and only its scope can be changed. */
const outdated = (name: string): Ensured => ({
  what: `${name} on behalf of people is an outdated name`,
  why: 'no token is given for it',
  as: 'outdated',
  look: { path: grants, where: [['scope[words]', name]] },
  unwanted: `Update-MgOauth2PermissionGrant -OAuth2PermissionGrantId {outdated.id} -Scope '${neededDelegated.join(' ')}' removes it and grants the right ones. The scope is now: {outdated.scope}`,
});

function consent(answers: Answers): Part {
  const consented = (to: string, { id, permission }: { id: string; permission: string }, why: string): Ensured => ({
    what: `${permission} for ${to === 'appPrincipal' ? appName : provisioningName}`,
    why,
    look: { path: `/servicePrincipals/{${to}.id}/appRoleAssignments`, where: [['appRoleId', id]] },
    make: {
      method: 'POST',
      path: `/servicePrincipals/{${to}.id}/appRoleAssignments`,
      body: { principalId: `{${to}.id}`, resourceId: '{graph.id}', appRoleId: id },
    },
  });
  return {
    name: 'consent',
    title: 'Consent to application permissions of Microsoft Graph',
    who: 'Privileged Role Administrator',
    api: 'graph',
    scopes: ['AppRoleAssignment.ReadWrite.All', 'DelegatedPermissionGrant.ReadWrite.All', 'Application.Read.All'],
    steps: [
      {
        what: 'Microsoft Graph',
        why: 'the permissions are its',
        as: 'graph',
        look: { path: `/servicePrincipals?$filter=appId eq '${graphAppId}'` },
      },
      found('appPrincipal', appName, answers['APP_ID']),
      ...neededPermissions.map((one) => consented('appPrincipal', one, one.use)),
      ...outdatedDelegated.map((name) => outdated(name)),
      {
        what: `${neededDelegated.join(' and ')} on behalf of people`,
        why: 'courses taken in Viva Learning are fetched; without it everything else works',
        look: { path: grants, where: neededDelegated.map((name): Condition => ['scope[words]', name]) },
        make: {
          method: 'POST',
          path: '/oauth2PermissionGrants',
          body: {
            clientId: '{appPrincipal.id}',
            consentType: 'AllPrincipals',
            resourceId: '{graph.id}',
            scope: neededDelegated.join(' '),
          },
        },
        optional: true,
        remedy: `Where it has a grant with other scopes already, there can be no second: give that one these scopes too, by Get-MgOauth2PermissionGrant and Update-MgOauth2PermissionGrant -Scope '… ${neededDelegated.join(' ')}'.`,
      },
      found('provisioningPrincipal', provisioningName, answers['PROVISIONING_APP_ID']),
      consented('provisioningPrincipal', provisioningPermission, 'make lists and columns on the one site'),
    ],
    gives: {},
  };
}

function sharepoint(answers: Answers): Part {
  const granted = (as: string, name: string, role: string, why: string): Ensured => ({
    what: `the role ${role} on the site for ${name}`,
    why,
    look: {
      path: '/sites/{site.id}/permissions',
      where: [['grantedToIdentitiesV2[].application.id', `{${as}.appId}`]],
    },
    make: {
      method: 'POST',
      path: '/sites/{site.id}/permissions',
      body: { roles: [role], grantedToIdentities: [{ application: { id: `{${as}.appId}`, displayName: name } }] },
    },
  });
  return {
    name: 'sharepoint',
    title: 'Rights on the one SharePoint site',
    who: 'SharePoint Administrator',
    api: 'graph',
    scopes: ['Sites.FullControl.All', 'Application.Read.All'],
    steps: [
      {
        what: `the site https://${answer(answers, 'SITE_HOST')}${answer(answers, 'SITE_PATH')} (a team site without guests, made by hand)`,
        why: 'its lists are the only database',
        as: 'site',
        look: { path: `/sites/${answer(answers, 'SITE_HOST')}:${answer(answers, 'SITE_PATH')}`, single: true },
      },
      found('appPrincipal', appName, answers['APP_ID']),
      found('provisioningPrincipal', provisioningName, answers['PROVISIONING_APP_ID']),
      granted('appPrincipal', appName, 'write', 'read and write items and files, and make no list'),
      granted(
        'provisioningPrincipal',
        provisioningName,
        'fullcontrol',
        'make lists and columns (manage is enough too)',
      ),
    ],
    gives: {},
  };
}

function azure(answers: Answers): Part {
  const group = `/subscriptions/${answer(answers, 'SETUP_AZURE_SUBSCRIPTION')}/resourceGroups/${answer(answers, 'SETUP_AZURE_RESOURCE_GROUP')}`;
  const bots = `${group}/providers/Microsoft.BotService/botServices`;
  const bot = `${bots}/${answers['SETUP_BOT_NAME'] ?? `sikkerhedshjulet-${host(answers).replaceAll('.', '-')}`}`;
  const appId = answer(answers, 'APP_ID');
  return {
    name: 'azure',
    title: 'Bot registration in Azure (free tier)',
    who: 'Contributor on the resource group',
    api: 'azure',
    scopes: [],
    steps: [
      {
        what: `the Azure Bot of the app, single tenant, with the messaging endpoint ${answer(answers, 'PUBLIC_URL')}/api/messages`,
        why: 'Teams hands what people write to the bot to this address',
        look: { path: `${bots}?${botApi}`, where: [['properties.msaAppId', appId]] },
        make: {
          method: 'PUT',
          path: `${bot}?${botApi}`,
          body: {
            location: 'global',
            kind: 'azurebot',
            sku: { name: 'F0' },
            properties: {
              displayName: appName,
              endpoint: `${answer(answers, 'PUBLIC_URL')}/api/messages`,
              msaAppId: appId,
              msaAppType: 'SingleTenant',
              msaAppTenantId: answer(answers, 'TENANT_ID'),
            },
          },
        },
      },
      {
        what: 'the channel Microsoft Teams of the bot',
        why: 'without it Teams does not know the bot',
        look: { path: `${bot}/channels?${botApi}`, where: [['properties.channelName', 'MsTeamsChannel']] },
        make: {
          method: 'PUT',
          path: `${bot}/channels/MsTeamsChannel?${botApi}`,
          body: { location: 'global', properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } } },
        },
      },
    ],
    gives: {},
  };
}

const teams = (answers: Answers): Part => ({
  name: 'teams',
  title: 'The app in the Teams catalogue',
  who: 'Teams Administrator',
  api: 'graph',
  scopes: ['AppCatalog.ReadWrite.All'],
  steps: [
    {
      what: `the app of ${packageOf(answers)} in the organisation's catalogue`,
      why: 'people have it in Teams; a later version is uploaded in the Teams admin centre',
      as: 'catalog',
      look: {
        path: `/appCatalogs/teamsApps?$filter=externalId eq '${answers['MANIFEST_ID'] ?? answer(answers, 'APP_ID')}'`,
      },
      make: { method: 'POST', path: '/appCatalogs/teamsApps', file: packageOf(answers) },
    },
  ],
  gives: { CATALOG_APP_ID: '{catalog.id}' },
});

/** All that only administrators may do, in order. */
export const partsFor = (answers: Answers, certificates: Certificates): readonly Part[] => [
  entra(answers, certificates),
  consent(answers),
  sharepoint(answers),
  azure(answers),
  teams(answers),
];
