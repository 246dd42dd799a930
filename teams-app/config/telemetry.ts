import type { EnvValues } from './env.ts';

/** Where what operators read is found or sent; absent: nowhere. */
export interface TelemetrySettings {
  /** Where Prometheus reads. */
  metrics?: { port: number; host: string };
  /** The collector of traces, and the share of them that it gets. */
  traces?: { endpoint: string; share: number };
}

/** The metrics have a port of their own: the front leads to the other. */
export const metricsProblemsIn = ({ METRICS_PORT: metrics, PORT: port }: EnvValues): string[] =>
  metrics !== undefined && metrics !== 0 && metrics === port
    ? ['METRICS_PORT and PORT are the same: the metrics want a port of their own.']
    : [];

export function telemetryOf(values: EnvValues): TelemetrySettings {
  const { METRICS_PORT: port, METRICS_HOST: host } = values;
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share } = values;
  return {
    ...(port === undefined ? {} : { metrics: { port, host } }),
    ...(endpoint === undefined ? {} : { traces: { endpoint, share } }),
  };
}
