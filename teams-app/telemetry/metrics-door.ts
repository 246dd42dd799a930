import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../../api/context.ts';
import { noMeter, type Meter } from '../../api/kernel/index.ts';
import type { Config } from '../config/index.ts';
import type { Observed } from './gauges.ts';
import type { Metrics } from './metrics.ts';

/** Metrics of a running program, and where they are read. */
export interface MetricsDoor {
  meter: Meter;
  /** Port of `GET /metrics`; undefined when off. */
  port: number | undefined;
  observe(look: () => Observed): void;
  close(): Promise<void>;
}

const off: MetricsDoor = {
  meter: noMeter,
  port: undefined,
  observe: () => undefined,
  close: () => Promise.resolve(),
};

/**
 * Opens `GET /metrics` on its own port, without authentication: for a scraper on the same machine or network, never the
 * public address. Without `METRICS_PORT` nothing is loaded. Rejects when the port is in use.
 */
export async function openMetrics(
  { metrics }: Pick<Config, 'metrics'>,
  isReady: () => boolean,
  log: Log,
): Promise<MetricsDoor> {
  if (!metrics) return off;
  const { createMetrics } = await import('./metrics.ts');
  const all = createMetrics(isReady);
  all.addProcess();
  const server = serverOf(all, log);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(metrics.port, metrics.host, resolve);
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
