import { z } from 'zod';

const account = z.looseObject({
  id: z.string(),
  aadObjectId: z.string().optional(),
  name: z.string().nullish(),
});

/** The parts of an activity in use, parsed at the door. The rest is ignored. */
export const incomingActivity = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  name: z.string().optional(),
  channelId: z.string(),
  serviceUrl: z.string(),
  from: account.optional(),
  recipient: account.optional(),
  conversation: z.looseObject({
    id: z.string().min(1),
    tenantId: z.string().optional(),
    conversationType: z.string().optional(),
    isGroup: z.boolean().optional(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string().optional() }).optional() }).nullish(),
  text: z.string().max(50_000).nullish(),
  /** When Teams took it, by its clock. */
  timestamp: z.coerce.date().optional().catch(undefined),
  locale: z.string().nullish(),
  action: z.string().optional(),
  replyToId: z.string().optional(),
  value: z.unknown().optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
  entities: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).nullish(),
});
export type IncomingActivity = z.output<typeof incomingActivity>;

/** The conversation's tenant; Teams sends it in either place. */
export const tenantOf = (activity: IncomingActivity): string | undefined =>
  activity.conversation.tenantId ?? activity.channelData?.tenant?.id;

/** A chat between one person and the bot, by `conversationType`. */
export const isPersonal = (activity: IncomingActivity): boolean =>
  activity.conversation.isGroup !== true && (activity.conversation.conversationType ?? 'personal') === 'personal';
