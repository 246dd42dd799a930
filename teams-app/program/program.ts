import { actorOf, deputyFor } from '../../api/organisation/index.ts';
import { settleWrites } from '../../api/audit/index.ts';
import { showInterruptedImports } from '../../api/imports/index.ts';
import { groupsOfRounds } from '../../api/awareness/index.ts';
import type { Context } from '../../api/context.ts';
import { appInstallations, createDirectory } from '../../api/directory/index.ts';
import { declareHistory } from '../../api/history/index.ts';
import { declareRetention } from '../../api/retention/index.ts';
import { fixedRetention, retentionTable } from './retention-table.ts';
import { createJournal } from '../../api/journal/index.ts';
import { createApi, createTokenVerifier, usualLimits } from '../../api/http/index.ts';
import { nowOf, plausibleClock } from '../../api/kernel/index.ts';
import { createLists, memoryCopy, openLibrary, type Lists } from '../../api/sharepoint/index.ts';
import { createBot } from '../../bot/index.ts';
import { createGate, createSending, type Sending } from '../../bot/sending/index.ts';
import { calendarDoor } from './calendar-door.ts';
import { figuresDoor } from './figures-door.ts';
import { createCardFollowers } from './card-followers.ts';
import { asRepeat, campaignKinds, cardOf, replacedCardOf } from './card-kinds.ts';
import { chatSettingsOf } from './chat-settings.ts';
import type { Config } from '../config/index.ts';
import { connect, whoseTokens, type Surroundings } from './connect.ts';
import { declareSubjects } from './declare-subjects.ts';
import { createContext } from './context.ts';
import { describePerson } from './describe-person.ts';
import type { Desk } from '../desk/desk.ts';
import { healthOf } from './health.ts';
import { historyTable } from '../jobs/history-table.ts';
import { jobTable } from '../jobs/job-table.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import { plansKeeper } from './cached-plans/cache-plans.ts';
import { waitingWithPlans } from './cached-plans/serve-cached.ts';
import { rememberingLog } from '../jobs/latest-problems.ts';
import { listChanges } from './list-changes.ts';
import { allLibraries, allLists, documentsLibrary } from './lists.ts';
import { followOthers, openInstances, sharedBy, tellingWrites } from './open-instances.ts';
import { lookOfAll, operationsLook, programVersion } from './operations-look.ts';
import { provisioned } from './provision-here.ts';
import { routesWith } from './routes.ts';
import { closeServer, createWeb, listen } from './server.ts';
import { observedOf } from '../telemetry/gauges.ts';
import { openTelemetry, type Telemetry } from '../telemetry/open-telemetry.ts';
import { createReadiness, type Readiness } from './readiness.ts';
import { warmUp } from './warm-up.ts';

/** The running program. */
export interface Program {
  /** Its address, e.g. `http://127.0.0.1:3978`. */
  address: string;
  context: Context;
  lists: Lists;
  sending: Sending;
  jobs: Jobs;
  readiness: Readiness;
  /** Port of `GET /metrics`; undefined when off. */
  metricsPort: number | undefined;
  /** Does all due work. */
  process(): Promise<void>;
  /** Completes running work, starts nothing that waits for units, and releases the ports, within seconds. */
  close(): Promise<void>;
}

/**
 * Starts everything: provisions lists if allowed, loads them, listens, and starts its jobs. Retries while Microsoft 365
 * is away, `config.startPatience` at most. Throws when it stays away, or a list is missing.
 */
export async function startProgram(config: Config, given: Surroundings, desk?: Desk): Promise<Program> {
  const readiness = createReadiness();
  const { isReady } = readiness;
  const telemetry = await openTelemetry(config, { isReady, version: programVersion(), log: given.log });
  return start(config, given, { readiness, telemetry }, desk).catch(async (thrown: unknown) => {
    await telemetry.close();
    throw thrown;
  });
}

async function start(
  config: Config,
  given: Surroundings,
  { readiness, telemetry }: { readiness: Readiness; telemetry: Telemetry },
  desk?: Desk,
): Promise<Program> {
  const { fetch } = given;
  const { meter, tracer } = telemetry;
  const clock = plausibleClock(given.clock);
  const log = rememberingLog(given.log, clock, meter);
  const surroundings = { ...given, clock, log, meter };
  const connection = connect(config, config.app, surroundings);
  const { graph, graphOf, clockAheadMs, now, stop } = connection;
  const waiting = waitingWithPlans(config, surroundings, desk);
  const { patiently } = waiting;
  const { siteId, drift } = await patiently(() => provisioned(config, surroundings));
  const seeded = desk?.seed();

  const instances = await patiently(() => openInstances(config, siteId, log));
  const journal = createJournal(instances.journal, log);
  const copy = memoryCopy(graph, fetch, siteId, documentsLibrary);
  const lists = createLists({ graph, siteId, clock, log, copy, libraries: allLibraries, ...tellingWrites(instances) });
  // Before loading: what others write during it is not missed.
  const heardBy = followOthers(instances, { lists, budget: graph.budget });
  await patiently(() => lists.load(allLists));
  const context = createContext(config, {
    clock,
    log,
    lists,
    journal,
    ...sharedBy(instances),
    documents: openLibrary({ graph, fetch, siteId }, lists, documentsLibrary),
    groupRoles: (personId) => directory.groupRoles(personId),
    groupRoleHolders: () => directory.groupRoleHolders(),
    groupMembers: (groupId) => directory.groupMembers(groupId),
  });
  declareSubjects(context);
  declareHistory(context, historyTable);
  declareRetention(context, { rows: retentionTable, fixed: fixedRetention });
  const directory = createDirectory(context, graph, config.organisation, () => groupsOfRounds(context));

  if (seeded) await desk?.fillChats(context, cardOf(context));
  await patiently(() => directory.loadGroups());

  const gate = createGate({ perSecond: config.sendRate, shared: instances.rate });
  const bot = createBot({
    context,
    gate,
    chatSettings: chatSettingsOf(config, fetch, connection),
    personLimits: config.personLimits,
    perMinute: instances.perMinute,
  });
  const sending = createSending({
    context,
    kinds: campaignKinds,
    cardFor: cardOf(context),
    asRepeat: asRepeat(context),
    replacedCard: replacedCardOf(context),
    chat: bot.chat,
    gate,
    meter,
    leads: instances.leads,
    tracer,
    apps: appInstallations(graph, config.catalogAppId),
  });
  const cardFollowers = createCardFollowers(context, sending.editCard);
  const jobs = createJobs(
    context,
    jobTable(config, {
      context,
      lists,
      directory,
      sending,
      cardJobs: cardFollowers.jobs,
      bot,
      keepPlans: plansKeeper(context, config),
      leads: instances.leads,
    }),
    { leads: instances.leads, tracer },
  );

  const onHeard = (body: unknown) => void instances.tell?.({ kind: 'notified', body });
  const changes = listChanges(config, { graph, siteId, lists, log, onHeard });
  heardBy(changes, context);
  // Before others write. What cannot be read now, the job finds out.
  await settleWrites(context, allLists).catch(() => undefined);
  await bot.promises.load();
  await showInterruptedImports(context).catch(() => undefined);
  const parts = {
    context,
    instances,
    lists,
    journal,
    promises: bot.promises,
    directory,
    jobs,
    sending,
    graph,
    clockAheadMs,
    problems: () => log.problems(),
    drift,
    startedAt: nowOf(clock),
    changes,
  };
  const look = operationsLook(config, parts);
  const ofAll = lookOfAll(look, instances);
  telemetry.observe(() => observedOf(context, look()));
  const web = createWeb(
    {
      ready: () => readiness.status(),
      health: () => healthOf({ ...parts, look, lookOfAll: ofAll }),
      caughtUp: instances.caughtUp,
      messages: (request, response) => bot.handler(request, response),
      api: createApi({
        context,
        lists: allLists,
        routes: routesWith(ofAll, (personId) => bot.promises.comingFor(personId)),
        graphOf,
        people: { actorOf, deputyFor },
        verifyToken: createTokenVerifier({ ...whoseTokens(config), fetch, now }),
        checkAnswers: desk !== undefined,
        ...(config.personLimits ? { limits: usualLimits, perMinute: instances.perMinute } : {}),
      }),
      listChanges: changes.door,
      calendar: calendarDoor(context),
      figuresFeed: figuresDoor(context),
      openInTeams: `${context.organisation.tabLink}home`,
      ...(desk ? { desk: desk.control } : {}),
    },
    context.log,
    { meter, tracer },
  );
  await waiting.close();
  const { server, port } = await listen(web, config.port, config.host);
  const address = `http://127.0.0.1:${port}`;
  // On the desk there is no load to spread, and "everything now" waits for the result.
  const process = async () => {
    if (desk) gate.aim(Infinity);
    await jobs.runAll().finally(() => gate.aim(config.sendRate));
  };
  await desk?.connect({ address, process, describe: (personId) => describePerson(context, personId) });
  jobs.start();
  sending.start();
  instances.onLead(() => void sending.takeOver());
  void warmUp(context);
  changes.begin(address);
  readiness.open();

  return {
    address,
    context,
    lists,
    sending,
    jobs,
    readiness,
    metricsPort: telemetry.port,
    process,
    async close() {
      readiness.drain();
      log.ending();
      stop();
      await closeServer(server);
      await sending.stop();
      await jobs.stop();
      await cardFollowers.stop();
      await changes.stop();
      await lists.stop();
      await telemetry.close();
      await instances.close();
    },
  };
}
