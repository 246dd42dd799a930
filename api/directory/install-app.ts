import type { PersonId } from '../kernel/index.ts';
import { failedAs, type Graph } from '../sharepoint/index.ts';

/** What came of an installation; `policyBlocked`: the tenant's app policy says no for this person. */
export type Installation = 'installed' | 'notInstalled' | 'policyBlocked';

/**
 * Installs the app for one person, so that the bot may write to them (1 Graph call of 30 a second; no resource units).
 * Already installed is a success. Needs `TeamsAppInstallation.ReadWriteSelfForUser.All`. Throws AppError: unavailable.
 */
export async function installApp(graph: Graph, catalogAppId: string, personId: PersonId): Promise<Installation> {
  try {
    await graph.post(
      `/users/${personId}/teamwork/installedApps`,
      { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${catalogAppId}` },
      { lane: 'background', repeatable: true },
    );
    return 'installed';
  } catch (thrown) {
    if (failedAs(thrown, 'changedMeanwhile', 'nameTaken')) return 'installed';
    if (failedAs(thrown, 'noAccess')) return 'policyBlocked';
    if (failedAs(thrown, 'itemGone')) return 'notInstalled';
    throw thrown;
  }
}
