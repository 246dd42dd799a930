import { actorOf, deputyFor } from '../../../api/organisation/index.ts';
import { createApi, createTokenVerifier, usualLimits } from '../../../api/http/index.ts';
import { asAppError, unavailable, failureWords } from '../../../api/kernel/index.ts';
import { listsFromCache, type DocumentLibrary } from '../../../api/sharepoint/index.ts';
import type { Journal } from '../../../api/journal/index.ts';
import { createBot } from '../../../bot/index.ts';
import { createGate } from '../../../bot/sending/index.ts';
import { calendarDoor } from '../calendar-door.ts';
import { chatSettingsOf } from '../chat-settings.ts';
import type { Config } from '../../config/index.ts';
import { connect, whoseTokens, type Surroundings } from '../connect.ts';
import { declareSubjects } from '../declare-subjects.ts';
import { createContext } from '../context.ts';
import { describePerson } from '../describe-person.ts';
import type { Desk } from '../../desk/desk.ts';
import { patienceOf, type Patiently } from '../patient-start.ts';
import { allRoutes } from '../routes.ts';
import { closeServer, createWeb, listen } from '../server.ts';
import { readCache } from './cache-file.ts';

/** What answers while the start waits for Microsoft 365. */
export interface Meanwhile {
  close(): Promise<void>;
}

const away = () => Promise.reject(unavailable('sharepoint.away'));
const nothingDurable: Journal = {
  add: away,
  put: away,
  remove: away,
  all: () => Promise.resolve([]),
  takeOver: () => Promise.resolve([]),
  close: () => Promise.resolve(),
  status: () => ({ state: 'unavailable', code: 'failed', damaged: [] }),
};
const noFiles: DocumentLibrary = { upload: away, download: away, remove: away };

/**
 * Serves the latest snapshot during start-up: *Når det er nede* in the tab and in the chat, with its age. Other
 * requests are answered as unavailable, and nothing is written. Undefined without a snapshot.
 */
async function openMeanwhile(
  config: Config,
  surroundings: Surroundings,
  desk: Desk | undefined,
): Promise<Meanwhile | undefined> {
  const kept = await readCache(config);
  if (!kept) return undefined;
  const { fetch, clock, log } = surroundings;
  const connection = connect(config, config.app, surroundings);
  const { graphOf, now, stop } = connection;
  const context = createContext(config, {
    clock,
    log,
    lists: listsFromCache(kept.lists),
    documents: noFiles,
    journal: nothingDurable,
    // Group roles are not saved: their holders are answered as colleagues.
    groupRoles: () => [],
    groupRoleHolders: () => new Map(),
    groupMembers: () => undefined,
  });
  declareSubjects(context);
  const bot = createBot({
    context,
    gate: createGate({ perSecond: config.sendRate }),
    personLimits: config.personLimits,
    chatSettings: chatSettingsOf(config, fetch, connection),
    // Chats are recorded at the next message.
    onConversation: () => undefined,
  });
  const asOf = kept.lists.map((list) => list.asOf).sort()[0] ?? kept.keptAt;
  const web = createWeb(
    {
      health: async () => ({
        status: 'degraded',
        lists: { asOf, stale: true, setAside: 0, held: [] },
        incompleteCampaigns: 0,
        jobs: [],
        journal: { state: 'unavailable', code: 'starting', damaged: 0 },
        promises: { waiting: 0 },
        sending: { state: 'starting' },
      }),
      ready: () => ({ status: 'notReady', code: 'cachedPlans' }),
      messages: (request, response) => bot.handler(request, response),
      api: createApi({
        context,
        routes: allRoutes,
        graphOf,
        people: { actorOf, deputyFor },
        checkAnswers: desk !== undefined,
        verifyToken: createTokenVerifier({ ...whoseTokens(config), fetch, now }),
        ...(config.personLimits ? { limits: usualLimits } : {}),
      }),
      // Microsoft repeats a refused notification.
      listChanges: (_request, response) => void response.sendStatus(503),
      calendar: calendarDoor(context),
      // The snapshot has no figures.
      figuresFeed: (_request, response) => void response.sendStatus(503),
      openInTeams: `${context.organisation.tabLink}home`,
      ...(desk ? { desk: desk.control } : {}),
    },
    log,
  );
  const { server, port } = await listen(web, config.port, config.host);
  await desk?.connect({
    address: `http://127.0.0.1:${port}`,
    process: () => Promise.resolve(),
    describe: (personId) => describePerson(context, personId),
  });
  log.warn({ code: 'start.fromKept', asOf }, 'Microsoft 365 is away: plans are shown as they were');
  return {
    close: async () => {
      stop();
      await closeServer(server);
    },
  };
}

/**
 * Patience of a start-up with plans to show: unlimited while it serves. `close` releases the port, before the program
 * itself listens on it.
 */
export function waitingWithPlans(
  config: Config,
  surroundings: Surroundings,
  desk: Desk | undefined,
): { patiently: Patiently; close(): Promise<void> } {
  let meanwhile: Promise<Meanwhile | undefined> | undefined;
  const open = async (): Promise<boolean> => {
    // Zero patience means one try.
    if (config.startPatience === 0) return false;
    meanwhile ??= openMeanwhile(config, surroundings, desk).catch((thrown: unknown) => {
      surroundings.log.warn(
        { code: asAppError(thrown).code, error: failureWords(thrown) },
        'kept plans cannot be shown',
      );
      return undefined;
    });
    return (await meanwhile) !== undefined;
  };
  const close = async () => {
    await (await meanwhile)?.close();
    meanwhile = undefined;
  };
  const patiently = patienceOf({ seconds: config.startPatience, meanwhile: open });
  return {
    close,
    patiently: async (step) => {
      try {
        return await patiently(step);
      } catch (failure) {
        await close();
        throw failure;
      }
    },
  };
}
