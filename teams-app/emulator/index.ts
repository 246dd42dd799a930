import express from 'express';
import type { Answers } from '../questions/index.ts';
import { askInside, type Ask, type HostHandler } from './exchange.ts';
import { createControl } from './control/index.ts';
import { createGraphHost, createSiteHost } from './graph/index.ts';
import { hosts } from './municipality.ts';
import { dispatch, listen, type Handler, type HostTable, type Listener } from './server.ts';
import { createAzureHost } from './tenant/azure.ts';
import { createWorld, type World } from './world.ts';

export interface EmulatorOptions {
  /** SQLite file, or ':memory:'. */
  database: string;
  /** Port of all hosts; 0 (the default) for a free one. */
  port?: number;
  /** Port of Graph alone. */
  graphPort?: number;
  /** The tenant's licences, for the throttling band. Absent: no throttling. */
  licences?: number;
  /** A tenant in which nothing is prepared. */
  empty?: boolean;
  /** Answers of a tenant in place of the desk's own. */
  answers?: Partial<Answers>;
}

export interface Emulator {
  /** `http://127.0.0.1:PORT`, all hosts. */
  address: string;
  /** `http://127.0.0.1:PORT`, for graph.microsoft.com only. */
  graphAddress: string;
  /** All hosts, for an in-process program: without serialisation. */
  ask: Ask;
  /** For seed, control API and tests. */
  world: World;
  /** `/emulator/*` and the host page at `/`; the app mounts it in desk mode. */
  control: express.Router;
  /** Registers the work of `POST /emulator/process`. */
  onProcess(run: () => Promise<void>): void;
  close(): Promise<void>;
}

/** Starts a Microsoft 365 on loopback. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const world = createWorld(options.database, options);
  const graph = createGraphHost(world);
  const entra: HostHandler = (request, response) =>
    world.faults.entra.away ? void response.destroy() : world.entra.handle(request, response);
  const table: HostTable = {
    [hosts.graph]: graph,
    [hosts.site]: createSiteHost(world),
    [hosts.login]: entra,
    [hosts.botLogin]: entra,
    [hosts.connector]: world.teams.handle,
    [hosts.identity]: world.entra.handleIdentity,
    [hosts.azure]: createAzureHost(world),
  };
  const control = createControl(world, () => ({ emulator: everything.address, graph: graphOnly.address }));
  const opened: Listener[] = [];
  const at = async (handler: Handler, port: number) => {
    const listener = await listen(handler, port);
    opened.push(listener);
    return listener;
  };
  const inside = askInside((host) => table[host]);
  const closeAll = async () => {
    inside.close();
    await Promise.all(opened.map((listener) => listener.close()));
    world.close();
  };
  const listening = async () => ({
    everything: await at(dispatch(table, express().use(control)), options.port ?? 0),
    graphOnly: await at(graph, options.graphPort ?? 0),
  });
  const { everything, graphOnly } = await listening().catch(async (thrown: unknown) => {
    await closeAll();
    throw thrown;
  });
  return {
    address: everything.address,
    graphAddress: graphOnly.address,
    ask: inside.ask,
    world,
    control,
    onProcess: world.control.onProcess,
    close: closeAll,
  };
}
