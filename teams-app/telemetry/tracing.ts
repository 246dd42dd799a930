import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type Span as OtelSpan } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Span, Tracer } from '../../api/kernel/index.ts';

export interface TracingSettings {
  /** Address of an OpenTelemetry collector, e.g. `http://127.0.0.1:4318`. */
  endpoint: string;
  /** Share of traces that is recorded, 0 to 1. */
  share: number;
  version: string;
}

/** Records traces and sends them by OTLP over HTTP, in the background. What cannot be sent is dropped. */
export function createTracing({ endpoint, share, version }: TracingSettings): {
  tracer: Tracer;
  close(): Promise<void>;
} {
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'sikkerhedshjulet', 'service.version': version }),
    // A caller that records its trace decides for ours too.
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const otel = provider.getTracer('sikkerhedshjulet');

  const spanOf = (inner: OtelSpan): Span => {
    const context = trace.setSpan(ROOT_CONTEXT, inner);
    return {
      traceId: inner.spanContext().traceId,
      child: (name, facts = {}) => spanOf(otel.startSpan(name, { attributes: facts }, context)),
      set: (facts) => void inner.setAttributes(facts),
      rename: (name) => void inner.updateName(name),
      end: (problem) => {
        if (problem !== undefined) {
          inner.setAttribute('error.type', problem);
          inner.setStatus({ code: SpanStatusCode.ERROR });
        }
        inner.end();
      },
    };
  };

  return {
    tracer: {
      root: (name, attributes = {}, traceparent) => {
        const kind = traceparent === undefined ? SpanKind.INTERNAL : SpanKind.SERVER;
        return spanOf(otel.startSpan(name, { attributes, kind }, callerOf(traceparent)));
      },
    },
    close: () => provider.shutdown(),
  };
}

/** The caller's span by W3C's header, or none. */
function callerOf(traceparent = ''): Context {
  const [, traceId, spanId, flags = ''] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
  });
}
