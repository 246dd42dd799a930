/** The desk's tenant. Everything is fictional; `ishoj.example` can never be a real domain. */
export interface AppRegistration {
  readonly clientId: string;
  readonly secret: string;
  readonly name: string;
  /** Graph application permissions, as `roles` in the app's tokens. */
  readonly graphRoles: readonly string[];
  /** Delegated permissions with administrator consent. */
  readonly graphScopes?: readonly string[];
  /** Role granted on the site by `Sites.Selected`; absent means no grant, hence 403. */
  readonly siteRole?: 'read' | 'write' | 'manage' | 'fullcontrol';
}

export const tenantId = '6f1c2a34-58d0-4a7e-9b1f-2d0c7a51e001';
export const organisationName = 'Ishøj Kommune';
export const domain = 'ishoj.example';
export const siteHost = 'ishoj.sharepoint.com';
export const sitePath = '/sites/informationssikkerhed';
export const siteCollectionGuid = '0b7d1f52-93c4-4a0b-8f5e-71d1c0a9e002';
export const webGuid = 'c4e8a6d1-27b5-4f39-9d66-5a3f08b7e003';
export const siteId = `${siteHost},${siteCollectionGuid},${webGuid}`;
export const siteUrl = `https://${siteHost}${sitePath}`;

/** The app's Teams catalogue id (in `teamsApp@odata.bind`) and manifest id. */
export const catalogAppId = 'a1d9c3e7-4b52-4e08-8c9a-6f7b2d10e004';
export const manifestId = 'd2b7e5f0-6c31-4d94-a8e2-1c9f4a73e005';

export const apps = {
  app: {
    clientId: '3e5a9b10-7d42-4c68-b0f3-8a1d6c25e010',
    secret: 'desk-app-secret',
    name: 'Sikkerhedshjulet',
    /** Exactly those of docs/permissions.md. */
    graphRoles: [
      'Sites.Selected',
      'User.Read.All',
      'GroupMember.Read.All',
      'TeamsAppInstallation.ReadWriteSelfForUser.All',
    ],
    graphScopes: ['LearningAssignedCourse.Read', 'LearningSelfInitiatedCourse.Read'],
    siteRole: 'write',
  },
  provisioning: {
    clientId: '9c27f4d8-1e60-4b95-8d3a-0f5b7e94e011',
    secret: 'desk-provisioning-secret',
    name: 'Sikkerhedshjulet provisioning',
    graphRoles: ['Sites.Selected'],
    siteRole: 'fullcontrol',
  },
  weak: {
    clientId: '5d80b6c3-a924-47f1-9e5c-3b6a1f08e012',
    secret: 'desk-weak-secret',
    name: 'App without a grant',
    graphRoles: ['Sites.Selected'],
  },
} as const satisfies Record<string, AppRegistration>;

export const allApps: readonly AppRegistration[] = Object.values(apps);

/** An app in the organisation's Teams catalogue, by its package. */
export interface TeamsApp {
  catalogAppId: string;
  manifestId: string;
  botId: string;
  /** Client id of sign-in, the audience of tab tokens. */
  tabClientId: string;
  name: string;
  version: string;
}
export const teamsApp: TeamsApp = {
  catalogAppId,
  manifestId,
  botId: apps.app.clientId,
  tabClientId: apps.app.clientId,
  name: apps.app.name,
  version: '1.0.0',
};

/** The user-assigned managed identity of the desk's Azure. */
export const managedIdentity = {
  clientId: '7b14e0c2-5d3f-4a86-b1c9-e2f60d8a7021',
  principalId: 'c05f92d6-18ab-4e73-9f24-6d7b31e8a022',
} as const;

/** Hosts of Microsoft 365 on the emulator's port. */
export const hosts = {
  graph: 'graph.microsoft.com',
  login: 'login.microsoftonline.com',
  botLogin: 'login.botframework.com',
  connector: 'smba.trafficmanager.net',
  site: siteHost,
  /** Azure's instance metadata: tokens of managed identities. The only host without TLS. */
  identity: '169.254.169.254',
  azure: 'management.azure.com',
} as const;

/** Template ids of Entra's roles, as in a token's `wids`. */
export const directoryRoles = {
  applicationAdministrator: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  privilegedRoleAdministrator: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  sharePointAdministrator: 'f28a1f50-f6e7-4571-818b-6a12f2af6b6c',
  teamsAdministrator: '69091246-20e8-4a56-aa4d-066075b2a7a8',
} as const;
export type DirectoryRole = keyof typeof directoryRoles;
