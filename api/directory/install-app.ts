import { z } from 'zod';
import type { PersonId } from '../kernel/index.ts';
import { failedAs, odataText, type Graph } from '../sharepoint/index.ts';

/** Result of an installation; `policyBlocked`: the tenant's app policy forbids it for this person. */
export type Installation = 'installed' | 'alreadyThere' | 'notInstalled' | 'policyBlocked';

/** The chat of a person's installation. `coming`: the app is installed, the chat not yet open. */
export type InstalledChat = { state: 'open'; conversation: string } | { state: 'coming' } | { state: 'absent' };

/** Installations of the app from the organisation's catalog. */
export interface AppInstallations {
  /** Installs the app for one person. Throws AppError: unavailable. */
  install(personId: PersonId): Promise<Installation>;
  /** The chat, or that the app is not installed. Throws AppError: unavailable. */
  chatOf(personId: PersonId): Promise<InstalledChat>;
}

const installations = z.object({ value: z.array(z.object({ id: z.string() })) });
const chat = z.object({ id: z.string().min(1) });

/**
 * Installation by Graph, no resource units: 1 call of 30 a second to install, 2 of 30 a second to find the chat. All
 * need `TeamsAppInstallation.ReadWriteSelfForUser.All` alone.
 */
export function appInstallations(graph: Graph, catalogAppId: string): AppInstallations {
  const options = { lane: 'background' } as const;
  const appsOf = (personId: PersonId) => `/users/${personId}/teamwork/installedApps`;
  return {
    install: async (personId) => {
      try {
        await graph.post(
          appsOf(personId),
          { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${catalogAppId}` },
          { ...options, repeatable: true },
        );
        return 'installed';
      } catch (thrown) {
        if (failedAs(thrown, 'changedMeanwhile', 'nameTaken')) return 'alreadyThere';
        if (failedAs(thrown, 'noAccess')) return 'policyBlocked';
        if (failedAs(thrown, 'itemGone')) return 'notInstalled';
        throw thrown;
      }
    },
    chatOf: async (personId) => {
      try {
        const filter = `$filter=teamsApp/id eq ${odataText(catalogAppId)}`;
        const found = installations.parse(await graph.get(`${appsOf(personId)}?$expand=teamsApp&${filter}`, options));
        const [installation] = found.value;
        if (!installation) return { state: 'absent' };
        return await openOrComing(`${appsOf(personId)}/${installation.id}/chat`);
      } catch (thrown) {
        if (failedAs(thrown, 'itemGone')) return { state: 'absent' };
        throw thrown;
      }
    },
  };

  async function openOrComing(address: string): Promise<InstalledChat> {
    try {
      return { state: 'open', conversation: chat.parse(await graph.get(address, options)).id };
    } catch (thrown) {
      if (failedAs(thrown, 'itemGone')) return { state: 'coming' };
      throw thrown;
    }
  }
}
