import { odataText } from '../../../api/sharepoint/index.ts';
import { botScope, defaultServiceUrl } from '../../../bot/botframework/settings.ts';
import type { Settings } from '../../config/index.ts';
import type { Connection, Surroundings } from '../../program/connect.ts';
import { entriesIn, isDone, needed, NotAsked, textIn, type Person } from '../../questions/index.ts';
import { graphCaller, teamsCaller, type Fence } from './callers.ts';

/** Looks, a pause apart, until something has happened in Teams. */
const looks = 60;

const permission = 'TeamsAppInstallation.ReadWriteSelfForUser.All for the running app';

/** Somebody on whom the bot is tried. Throws NotAsked without the settings or permissions. */
export async function openPerson(
  id: string,
  { app, tenantId, catalogAppId }: Settings,
  { graph, tokens }: Connection,
  { fetch, fence, pause }: Pick<Surroundings, 'fetch'> & { fence: Fence; pause(): Promise<void> },
): Promise<{ person: Person; close(): Promise<string[]> }> {
  if (!app || tenantId === undefined || catalogAppId === undefined)
    throw new NotAsked('CATALOG_APP_ID is not set.', { isFailure: true });
  const address = `/users/${encodeURIComponent(id)}/teamwork/installedApps`;
  fence.open(address);
  const installedApps = graphCaller(graph, fence, address);
  const base = `${defaultServiceUrl}v3/conversations`;
  const conversations = teamsCaller(fetch, () => tokens(botScope), base);
  const filter = `$filter=teamsApp/id%20eq%20${odataText(catalogAppId)}`;
  const installation = async (): Promise<string> => {
    const { body } = needed(await installedApps('GET', `?$expand=teamsApp&${filter}`), permission);
    const [first] = entriesIn(body);
    return first ? textIn(first, 'id') : '';
  };
  const person: Person = {
    id,
    hadApp: (await installation()) !== '',
    installedApps,
    installation,
    install: () =>
      installedApps('POST', '', {
        'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${catalogAppId}`,
      }),
    conversations,
    open: () =>
      conversations('POST', '', {
        bot: { id: `28:${app.clientId}` },
        isGroup: false,
        members: [{ id }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      }),
    until: async (look) => {
      for (let round = 1; round <= looks; round += 1) {
        const value = await look();
        if (value !== undefined) return value;
        await pause();
      }
      return undefined;
    },
  };
  return {
    person,
    close: async () => {
      const left = person.hadApp ? '' : await installation();
      const isGone = left === '' || isDone(await installedApps('DELETE', `/${left}`));
      return isGone ? [] : [`the app for ${id}`];
    },
  };
}
