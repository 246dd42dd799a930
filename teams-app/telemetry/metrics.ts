import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from '../../api/kernel/index.ts';
import { gauges, type Observed } from './gauges.ts';

/** Metrics of one program, in Prometheus' text format. */
export interface Metrics {
  meter: Meter;
  /** From now the gauges are read from the running program, at each scrape. */
  observe(look: () => Observed): void;
  /** Adds those of the process: processor time, memory, event loop. */
  addProcess(): void;
  contentType: string;
  text(): Promise<string>;
  /** Our own metrics. */
  described(): readonly { name: string; type: string; help: string; labels: readonly string[] }[];
}

/** Most distinct codes of one label: those of other systems could be anything. */
const mostCodes = 60;
const requestSeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const graphSeconds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

export function createMetrics(isReady: () => boolean): Metrics {
  const registry = new Registry();
  const registers = [registry];
  let look: (() => Observed) | undefined;
  let observed: Observed | undefined;

  const requests = new Counter({
    name: 'isms_http_requests_total',
    help: 'Answered requests by route pattern and HTTP status',
    labelNames: ['route', 'status'],
    registers,
  });
  const requestTimes = new Histogram({
    name: 'isms_http_request_seconds',
    help: 'Time to answer a request, by route pattern',
    labelNames: ['route'],
    buckets: requestSeconds,
    registers,
  });
  const calls = new Counter({
    name: 'isms_graph_calls_total',
    help: 'Calls to Microsoft Graph by lane and HTTP status; status 0 without an answer, 429 when throttled',
    labelNames: ['lane', 'status'],
    registers,
  });
  const callTimes = new Histogram({
    name: 'isms_graph_call_seconds',
    help: 'Time of a call to Microsoft Graph, by lane',
    labelNames: ['lane'],
    buckets: graphSeconds,
    registers,
  });
  const units = new Counter({
    name: 'isms_graph_units_total',
    help: 'Resource units of SharePoint used, by lane',
    labelNames: ['lane'],
    registers,
  });
  const cards = new Counter({
    name: 'isms_cards_total',
    help: 'Cards by final state of their recipient, and the reason code',
    labelNames: ['state', 'code'],
    registers,
  });
  const logged = new Counter({
    name: 'isms_log_events_total',
    help: 'Logged warnings and errors by code',
    labelNames: ['level', 'code'],
    registers,
  });
  const ready: Gauge = new Gauge({
    name: 'isms_ready',
    help: '1 when requests are answered from loaded lists, as GET /api/ready says',
    registers,
    collect: () => ready.set(isReady() ? 1 : 0),
  });
  // Zero from the beginning, so that rates of rare events have a first value.
  logged.inc({ level: 'error', code: 'unexpected' }, 0);
  calls.inc({ lane: 'interactive', status: '429' }, 0);

  const bounded = boundedCodes();
  const looked = gauges.map(
    ({ name, help, labels, read }) =>
      new Gauge({
        name,
        help,
        labelNames: labels,
        registers,
        collect() {
          this.reset();
          if (!observed) return;
          for (const [values, value] of read(observed))
            if (Number.isFinite(value))
              this.set(Object.fromEntries(labels.map((label, n) => [label, values[n] ?? ''])), value);
        },
      }),
  );

  const own = [requests, requestTimes, calls, callTimes, units, cards, logged, ready, ...looked].map(describedIn);

  return {
    meter: {
      request: (route, status, seconds) => {
        requests.inc({ route, status: String(status) });
        requestTimes.observe({ route }, seconds);
      },
      graphCall: (lane, status, used, seconds) => {
        calls.inc({ lane, status: String(status) });
        callTimes.observe({ lane }, seconds);
        units.inc({ lane }, used);
      },
      card: (state, code = '') => cards.inc({ state, code: bounded('card', code) }),
      logged: (level, code) => logged.inc({ level, code: bounded('log', code) }),
    },
    observe: (given) => {
      look = given;
    },
    addProcess: () => collectDefaultMetrics({ register: registry, prefix: 'isms_' }),
    described: () => own,
    contentType: registry.contentType,
    text: () => {
      // One look a scrape, whatever the number of gauges.
      observed = look?.();
      return registry.metrics();
    },
  };
}

/** prom-client knows the labels and help of a metric, and does not say so in its types. */
function describedIn(metric: object) {
  const { name, help, labelNames } = metric as { name: string; help: string; labelNames: readonly string[] };
  return { name, type: typeOf(metric), help, labels: labelNames };
}

function typeOf(metric: object): string {
  if (metric instanceof Counter) return 'counter';
  return metric instanceof Histogram ? 'histogram' : 'gauge';
}

/** The code itself while a label has few of them, then `other`. Only code-like texts: nothing a person wrote. */
function boundedCodes(): (label: string, code: string) => string {
  const known = new Map<string, Set<string>>();
  return (label, code) => {
    if (code !== '' && !/^[A-Za-z][\w.-]{0,60}$/.test(code)) return 'other';
    const codes = known.get(label) ?? new Set();
    known.set(label, codes);
    if (!codes.has(code) && codes.size >= mostCodes) return 'other';
    codes.add(code);
    return code;
  };
}
