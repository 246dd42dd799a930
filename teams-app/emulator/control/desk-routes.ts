import type { Router } from 'express';
import { z } from 'zod';
import { tellLifecycle } from '../graph/notifications.ts';
import { clockRange, isInRange } from '../clock.ts';
import { apps, catalogAppId, hosts, manifestId, organisationName, siteId, tenantId } from '../municipality.ts';
import type { World } from '../world.ts';
import { faultBody, toFaultPatch } from './fault-body.ts';
import { bodyOf, refuse } from './refuse.ts';
import type { ControlRegistry } from './registry.ts';
import { TZDate } from '@date-fns/tz';
import Holidays from 'date-holidays';

const dayLength = 24 * 60 * 60 * 1000;

const clockBody = z
  .strictObject({
    now: z.union([z.iso.datetime({ offset: true, local: false }), z.iso.date(), z.null()]).optional(),
    addDays: z.number().int().min(-3650).max(3650).optional(),
    to: z.literal('nextWorkingDay').optional(),
  })
  .refine((body) => Object.values(body).filter((value) => value !== undefined).length === 1, {
    error:
      'Give either `now` (ISO moment with zone, date, or null for the real time), `addDays` (whole days, may be negative), or `to: "nextWorkingDay"` (9 in Denmark).',
  });
const lifecycleBody = z.strictObject({ event: z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']) });
const botBody = z.strictObject({
  url: z.url({ protocol: /^http$/, hostname: /^(localhost|127\.0\.0\.1|\[::1\])$/ }).nullable(),
});

export interface EmulatorAddresses {
  /** All hosts. */
  emulator: string;
  /** Graph alone, without a version. */
  graph: string;
}

/** Clock, faults, due work, statistics and addresses. */
export function addDeskRoutes(
  router: Router,
  world: World,
  registry: ControlRegistry,
  addresses: () => EmulatorAddresses,
): void {
  const { clock, faults, stats, teams } = world;
  const clockView = () => ({ now: clock.now().toISOString(), moved: clock.offset() !== 0, offsetMs: clock.offset() });

  router.get('/addresses', (request, response) => {
    const { emulator, graph } = addresses();
    response.json({
      app: `http://${request.headers.host}`,
      graph,
      connector: `${emulator}/teams/`,
      entra: emulator,
      site: siteId,
      emulator,
      tenant: tenantId,
    });
  });

  router.get('/host', (_request, response) => {
    response.json({
      organisation: organisationName,
      appName: apps.app.name,
      appIds: [catalogAppId, manifestId],
      tenantId,
      connectorHost: hosts.connector,
    });
  });

  router.get('/clock', (_request, response) => {
    response.json(clockView());
  });
  router.put('/clock', (request, response) => {
    const body = bodyOf(clockBody, request, response);
    if (!body) return;
    const moment = momentOf(body, clock.now());
    if (moment !== undefined && !isInRange(Date.parse(moment)))
      return refuse(response, 400, 'clockOutOfRange', `The clock takes a time ${clockRange}.`);
    clock.set(moment);
    response.json(clockView());
  });

  router.post('/process', async (_request, response) => {
    const started = performance.now();
    await teams.idle();
    if (!(await registry.process())) {
      return refuse(response, 503, 'appMissing', 'No app has said what is to be done.');
    }
    await teams.idle();
    response.json({ done: true, tookMs: Math.round(performance.now() - started) });
  });

  router.get('/faults', (_request, response) => {
    response.json(faults.get());
  });
  router.put('/faults', (request, response) => {
    const body = bodyOf(faultBody, request, response);
    if (!body) return;
    try {
      response.json(faults.put(toFaultPatch(body)));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      refuse(response, 400, 'invalidBody', error.message);
    }
  });
  router.delete('/faults', (_request, response) => {
    faults.reset();
    response.json(faults.get());
  });

  router.post('/lifecycle', async (request, response) => {
    const body = bodyOf(lifecycleBody, request, response);
    if (body) response.json({ subscriptions: await tellLifecycle(world, body.event) });
  });

  router.get('/stats', (_request, response) => {
    response.json({ ...stats.snapshot(), chats: { messagesFromBot: teams.delivered() } });
  });
  router.delete('/stats', (_request, response) => {
    stats.reset();
    response.status(204).end();
  });

  router.put('/bot', (request, response) => {
    const body = bodyOf(botBody, request, response);
    if (!body) return;
    teams.setBot(body.url ?? undefined);
    response.json(body);
  });
}

/** The clock's new moment; undefined for real time. */
function momentOf({ now, addDays, to }: z.output<typeof clockBody>, present: Date): string | undefined {
  if (to !== undefined) return nextWorkingDay(present);
  if (addDays !== undefined) return new Date(present.getTime() + addDays * dayLength).toISOString();
  return typeof now === 'string' ? atThisTime(now, present) : undefined;
}

/** A bare date keeps the time of day, to stay in working hours. */
const atThisTime = (moment: string, now: Date): string =>
  moment.length === 'YYYY-MM-DD'.length ? `${moment}${now.toISOString().slice(10)}` : moment;

const zone = 'Europe/Copenhagen';
const morning = 9;
const danish = new Holidays('DK');

/** 9 in Denmark on the next working day, or on the same one before 9. ISO. */
function nextWorkingDay(now: Date): string {
  const here = new TZDate(now.getTime(), zone);
  for (let ahead = here.getHours() < morning ? 0 : 1; ; ahead += 1) {
    const day = new TZDate(here.getFullYear(), here.getMonth(), here.getDate() + ahead, morning, zone);
    if (isWorkingDay(day)) return new Date(day.getTime()).toISOString();
  }
}

function isWorkingDay(day: TZDate): boolean {
  const found = danish.isHoliday(new Date(day.getTime()));
  const isHoliday = Array.isArray(found) && found.some(({ type }) => type === 'public');
  return day.getDay() !== 0 && day.getDay() !== 6 && !isHoliday;
}
