import { randomUUID } from 'node:crypto';
import type { Database } from '../database.ts';
import { allApps, teamsApp, type AppRegistration, type TeamsApp } from '../municipality.ts';
import { appRoleNames, graphServicePrincipal } from './graph-resource.ts';

/** An app registration as Graph's `application`. */
export interface Application {
  id: string;
  appId: string;
  displayName: string;
  signInAudience: string;
  identifierUris: readonly string[];
  api: ApplicationApi;
  requiredResourceAccess: readonly unknown[];
  keyCredentials: readonly KeyCredential[];
}
export interface ApplicationApi {
  requestedAccessTokenVersion: number | null;
  oauth2PermissionScopes: readonly { id: string; value: string }[];
  preAuthorizedApplications: readonly { appId: string; delegatedPermissionIds: readonly string[] }[];
}
export interface KeyCredential {
  /** DER, base64. */
  key: string;
  type: string;
  usage: string;
  displayName?: string | undefined;
}
export interface FederatedCredential {
  id: string;
  appId: string;
  name: string;
  issuer: string;
  subject: string;
  audiences: readonly string[];
}
export interface ServicePrincipal {
  id: string;
  appId: string;
  displayName: string;
  accountEnabled: boolean;
}
export interface RoleAssignment {
  id: string;
  principalId: string;
  resourceId: string;
  appRoleId: string;
}
export interface PermissionGrant {
  id: string;
  clientId: string;
  consentType: string;
  resourceId: string;
  scope: string;
}
/** An Azure Bot with its channels. */
export interface Bot {
  name: string;
  properties: Record<string, unknown>;
  channels: readonly string[];
}

/** Objects that administrators make. */
interface Made {
  applications: Application[];
  federated: FederatedCredential[];
  servicePrincipals: ServicePrincipal[];
  roleAssignments: RoleAssignment[];
  permissionGrants: PermissionGrant[];
  bots: Bot[];
  catalog: TeamsApp[];
}

/** The organisation's Entra objects, Teams catalogue and Azure Bot, beyond the desk's own. */
export interface Tenant {
  /** Nothing is prepared: neither apps nor catalogue. */
  readonly isEmpty: boolean;
  readonly made: Readonly<Made>;
  /** Adds an object with a new id. */
  add<Kind extends Keyed>(kind: Kind, object: Omit<Made[Kind][number], 'id'>): Made[Kind][number];
  putBot(bot: Bot): void;
  publish(app: Omit<TeamsApp, 'catalogAppId'>): TeamsApp;
  changeApplication(id: string, change: Partial<Application>): void;
  /** All apps that may sign in, with the permissions consented to. */
  apps(): AppRegistration[];
  /** The app of the catalogue. */
  teamsApp(): TeamsApp | undefined;
}
type Keyed = 'applications' | 'federated' | 'servicePrincipals' | 'roleAssignments' | 'permissionGrants';

const nothing = (): Made => ({
  applications: [],
  federated: [],
  servicePrincipals: [],
  roleAssignments: [],
  permissionGrants: [],
  bots: [],
  catalog: [],
});

export function createTenant(db: Database, empty: boolean): Tenant {
  const isEmpty = db.setting<boolean>('tenantEmpty') ?? empty;
  db.setSetting('tenantEmpty', isEmpty);
  const made: Made = { ...nothing(), ...db.setting<Partial<Made>>('tenant') };
  const save = () => db.setSetting('tenant', made);

  /** Without a service principal an app is unknown to the tenant (700016). */
  const registered = (application: Application): AppRegistration[] =>
    made.servicePrincipals
      .filter(({ appId, accountEnabled }) => appId === application.appId && accountEnabled)
      .map((principal) => ({
        clientId: application.appId,
        secret: randomUUID(),
        name: application.displayName,
        graphRoles: made.roleAssignments
          .filter(
            ({ principalId, resourceId }) => principalId === principal.id && resourceId === graphServicePrincipal.id,
          )
          .flatMap(({ appRoleId }) => appRoleNames.get(appRoleId) ?? []),
        graphScopes: made.permissionGrants
          .filter(({ clientId }) => clientId === principal.id)
          .flatMap(({ scope }) => scope.split(' ')),
      }));

  return {
    isEmpty,
    made,
    add(kind, object) {
      const added = { id: randomUUID(), ...object } as Made[typeof kind][number];
      (made[kind] as unknown[]).push(added);
      save();
      return added;
    },
    putBot(bot) {
      made.bots = [...made.bots.filter(({ name }) => name !== bot.name), bot];
      save();
    },
    publish(app) {
      const published = { catalogAppId: randomUUID(), ...app };
      made.catalog.push(published);
      save();
      return published;
    },
    changeApplication(id, change) {
      made.applications = made.applications.map((one) => (one.id === id ? { ...one, ...change } : one));
      save();
    },
    apps: () => [...(isEmpty ? [] : allApps), ...made.applications.flatMap(registered)],
    teamsApp: () => made.catalog.at(-1) ?? (isEmpty ? undefined : teamsApp),
  };
}
