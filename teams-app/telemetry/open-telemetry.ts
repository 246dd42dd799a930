import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../../api/context.ts';
import { noMeter, noTracer, type Meter, type Tracer } from '../../api/kernel/index.ts';
import type { Config } from '../config/index.ts';
import type { Observed } from './gauges.ts';
import type { Metrics } from './metrics.ts';

/** What operators read of a running program, and where. */
export interface Telemetry {
  meter: Meter;
  tracer: Tracer;
  /** Port of `GET /metrics`; undefined when off. */
  port: number | undefined;
  observe(look: () => Observed): void;
  close(): Promise<void>;
}

/**
 * Opens `GET /metrics` on its own port, without authentication: for a scraper on the same machine or network, never the
 * public address; and sends traces to a collector. Without the settings nothing is loaded. Rejects when the port is in
 * use.
 */
export async function openTelemetry(
  { metrics, traces }: Pick<Config, 'metrics' | 'traces'>,
  { isReady, version, log }: { isReady: () => boolean; version: string; log: Log },
): Promise<Telemetry> {
  const tracing = traces && (await import('./tracing.ts')).createTracing({ ...traces, version });
  const door = metrics && (await openMetrics(metrics, isReady, log));
  return {
    meter: door?.meter ?? noMeter,
    tracer: tracing?.tracer ?? noTracer,
    port: door?.port,
    observe: (look) => door?.observe(look),
    close: async () => {
      // What the collector does not take in time is lost.
      await tracing?.close().catch(() => log.warn({ code: 'traces.notSent' }, 'the last traces were not sent'));
      await door?.close();
    },
  };
}

async function openMetrics({ port, host }: NonNullable<Config['metrics']>, isReady: () => boolean, log: Log) {
  const { createMetrics } = await import('./metrics.ts');
  const all = createMetrics(isReady);
  all.addProcess();
  const server = serverOf(all, log);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  // A failed start must be able to end.
  server.unref();
  return {
    meter: all.meter,
    port: (server.address() as AddressInfo).port,
    observe: all.observe,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const serverOf = (metrics: Metrics, log: Log): Server =>
  createServer((request, response) => {
    const answer = (status: number, type: string, text: string) =>
      void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics')
      return answer(404, 'text/plain', 'Not Found');
    metrics.text().then(
      (text) => answer(200, metrics.contentType, text),
      (thrown: unknown) => {
        log.error({ code: 'metrics.unreadable', error: nameOf(thrown) }, 'metrics cannot be read');
        answer(500, 'text/plain', 'Internal Server Error');
      },
    );
  });

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);
