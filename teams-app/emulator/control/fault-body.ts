import { z } from 'zod';
import { uninstalledAnswers, type FaultPatch } from '../fault-settings.ts';
import { connectorFaultNames } from '../teams/index.ts';

const chance = z.union([z.number().min(0), z.strictObject({ next: z.number().int().min(0) })]);
const rate = z.number().min(0).max(1);
const milliseconds = z.number().int().min(0).max(120_000);
const personFault = z
  .string()
  .refine((name) => connectorFaultNames.includes(name), { error: `must be one of ${connectorFaultNames.join(', ')}` });

/** Bodies of `PUT /emulator/faults`: the named switches are set, the others stay. */
export const faultBody = z.strictObject({
  seed: z.number().int().optional(),
  tenant: z.record(z.string(), z.string()).optional(),
  graph: z
    .looseObject({
      latencyMs: milliseconds.optional(),
      random: z
        .strictObject({
          rate: rate.optional(),
          statuses: z.array(z.union([z.number().int().min(400).max(599), z.literal('reset')])).optional(),
          retryAfterSeconds: z.number().min(0).optional(),
        })
        .optional(),
      commitThen504: chance.optional(),
      html502: chance.optional(),
      otherLimit: chance.optional(),
      unauthorized: chance.optional(),
      truncated: chance.optional(),
      delta410: chance.optional(),
      conflict409: chance.optional(),
      dropNotifications: chance.optional(),
      lagNotifications: milliseconds.optional(),
    })
    .optional(),
  entra: z.strictObject({ away: z.boolean().optional() }).optional(),
  connector: z
    .strictObject({
      latencyMs: milliseconds.optional(),
      random: z
        .strictObject({
          rate: rate.optional(),
          kinds: z.array(z.enum(['429', '412', '500', '502', '503', '504', 'reset', 'hang'])).optional(),
        })
        .optional(),
      person: z.record(z.string(), personFault).optional(),
      rateLimit: z.number().int().min(0).optional(),
      retryAfterSeconds: z.number().min(0).optional(),
      acceptThen504: chance.optional(),
      acceptThenReset: chance.optional(),
      chatDelayMs: z.number().int().min(0).max(86_400_000).optional(),
      uninstalled: z.enum(uninstalledAnswers).optional(),
    })
    .optional(),
});

/** The body as a patch; the switches themselves reject unknown names and wrong types. */
export const toFaultPatch = (body: z.output<typeof faultBody>): FaultPatch =>
  JSON.parse(JSON.stringify(body)) as FaultPatch;
