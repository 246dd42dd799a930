import { expect, it } from 'vitest';
import { inSpan, noTracer, spanned, traceId, unavailable, inTrace } from '../../../api/kernel/index.ts';
import { traced } from '../../../api/sharepoint/graph-span.ts';
import { createTracing } from '../../../teams-app/telemetry/tracing.ts';
import { traceReceiver } from '../../support/trace-receiver.ts';

const caller = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };

it('a request, its act and its calls are one trace, which goes on from the caller’s, with codes and no keys', async () => {
  const receiver = await traceReceiver();
  const { tracer, close } = createTracing({ endpoint: receiver.endpoint, share: 1, version: '1.2.3' });
  const call = traced(() => Promise.resolve({ status: 201 }));
  const refused = traced((): Promise<{ status: number }> => Promise.reject(unavailable('sharepoint.away')));
  const root = tracer.root('POST', {}, `00-${caller.trace}-${caller.span}-01`);
  await spanned(root, () =>
    inSpan('act POST /api/things', {}, async () => {
      expect(traceId()).toBe(caller.trace);
      await call('POST', '/sites/host,guid/lists/6d1f/items?$filter=key%20eq%20anne', {});
      await refused('GET', 'https://graph.microsoft.com/v1.0/users/anne@kommune.dk/teamwork/installedApps', {}).catch(
        () => undefined,
      );
    }),
  );
  await close();
  await receiver.close();

  const named = (name: string) => receiver.spans.find((span) => span.name === name);
  const [request, act] = [named('POST'), named('act POST /api/things')];
  const [write, read] = [named('Graph POST sites/*/lists/*/items'), named('Graph GET users/*/teamwork/installedApps')];
  expect(receiver.spans).toHaveLength(4);
  expect(receiver.spans.every((span) => span.traceId === caller.trace)).toBe(true);
  expect(request?.parentSpanId).toBe(caller.span);
  expect(act?.parentSpanId).toBe(request?.spanId);
  expect([write?.parentSpanId, read?.parentSpanId]).toEqual([act?.spanId, act?.spanId]);
  expect(read?.attributes).toContainEqual({ key: 'error.type', value: { stringValue: 'sharepoint.away' } });
  expect(JSON.stringify(receiver.spans)).not.toMatch(/anne|6d1f|guid/);
});

it('without a collector requests have an id each, for the log, and calls outside of one have none', async () => {
  const span = noTracer.root('POST');
  expect(await inTrace(span, () => inSpan('act', {}, () => Promise.resolve(traceId())))).toBe(span.traceId);
  expect(span.traceId).not.toBe(noTracer.root('POST').traceId);
  expect(await inSpan('act', {}, () => Promise.resolve(traceId()))).toBeUndefined();
});

it('a header that is none begins a trace of its own, and an absent collector hinders nobody', async () => {
  const { tracer, close } = createTracing({ endpoint: 'http://127.0.0.1:9', share: 0, version: '1' });
  const span = tracer.root('GET', {}, '00-00000000000000000000000000000000-0000000000000000-01');
  expect(span.traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(span.traceId).not.toMatch(/^0+$/);
  span.end();
  await close();
});
