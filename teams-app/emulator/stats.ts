/** Requests to the emulator since the start or the latest reset. */
export interface StatsSnapshot {
  graph: {
    requests: number;
    resourceUnits: number;
    /** By method and path template, e.g. `GET /sites/{site}/lists/{list}/items`. */
    byRoute: Record<string, { requests: number; resourceUnits: number; statuses: Record<string, number> }>;
    byApp: Record<string, { requests: number; resourceUnits: number }>;
  };
  connector: { calls: number; byKind: Record<string, { calls: number; statuses: Record<string, number> }> };
}
export interface Stats {
  graph(route: string, app: string, resourceUnits: number, status: number): void;
  /** A call of the bot connector, e.g. `send`, `createConversation`, `update`; status 0 = connection reset. */
  connector(kind: string, status: number): void;
  snapshot(): StatsSnapshot;
  reset(): void;
}

const empty = (): StatsSnapshot => ({
  graph: { requests: 0, resourceUnits: 0, byRoute: {}, byApp: {} },
  connector: { calls: 0, byKind: {} },
});
const count = (statuses: Record<string, number>, status: number) => {
  statuses[status] = (statuses[status] ?? 0) + 1;
};

export function createStats(): Stats {
  let data = empty();
  return {
    graph(route, app, resourceUnits, status) {
      const line = (data.graph.byRoute[route] ??= { requests: 0, resourceUnits: 0, statuses: {} });
      const caller = (data.graph.byApp[app] ??= { requests: 0, resourceUnits: 0 });
      for (const sum of [data.graph, line, caller]) {
        sum.requests += 1;
        sum.resourceUnits += resourceUnits;
      }
      count(line.statuses, status);
    },
    connector(kind, status) {
      const line = (data.connector.byKind[kind] ??= { calls: 0, statuses: {} });
      data.connector.calls += 1;
      line.calls += 1;
      count(line.statuses, status);
    },
    snapshot: () => structuredClone(data),
    reset() {
      data = empty();
    },
  };
}
