import { z } from 'zod';

const count = z.number().int().min(0);
const moment = z.iso.datetime();

export const driftView = z.object({
  list: z.string(),
  column: z.string().optional(),
  problem: z.enum([
    'missing',
    'wrongType',
    'notUnique',
    'notIndexed',
    'renamed',
    'choices',
    'textLength',
    'newer',
    'refuses',
    'required',
    'unique',
    'validated',
    'filledIn',
  ]),
  details: z.string().optional(),
  /** Types of a column, or lengths of a text. */
  instead: z.object({ found: z.string(), wanted: z.string() }).optional(),
});

/** One thing that needs attention. The texts, by `kind` and `code`, say what to do. */
const held = { kind: z.literal('listHeld'), list: z.string() };

export const attentionView = z.discriminatedUnion('kind', [
  /** A list or library has changed and is not used. */
  z.discriminatedUnion('why', [
    z.object({ ...held, why: z.literal('gone') }),
    z.object({ ...held, why: z.literal('replaced') }),
    z.object({ ...held, why: z.literal('columnsGone'), columns: z.array(z.string()).readonly() }),
    z.object({ ...held, why: z.literal('emptied'), items: count, expected: count }),
    z.object({ ...held, why: z.literal('fewer'), items: count, expected: count }),
  ]),
  /** The clock of the program's machine against Microsoft's; negative when it is behind. */
  z.object({ kind: z.literal('clockWrong'), aheadSeconds: z.number().int() }),
  /** One cause, and all it stops. */
  z.object({
    kind: z.literal('failing'),
    code: z.string(),
    lists: z.array(z.string()),
    jobs: z.array(z.string()),
  }),
  z.object({ kind: z.literal('alarm'), code: z.string() }),
  /** Several instances that cannot agree, one that is silent, or one whose clock is off. */
  z.discriminatedUnion('why', [
    z.object({ kind: z.literal('instances'), why: z.literal('away') }),
    z.object({ kind: z.literal('instances'), why: z.literal('silent'), name: z.string(), since: moment }),
    z.object({ kind: z.literal('instances'), why: z.literal('clock'), name: z.string(), seconds: z.number().int() }),
  ]),
  /** No durable storage: presses are refused while Microsoft 365 is unavailable. */
  z.object({
    kind: z.literal('journalAway'),
    code: z.enum(['diskFull', 'notWritable', 'inUse', 'tooMany', 'failed']),
  }),
  /** Unreadable journals that were renamed. */
  z.object({ kind: z.literal('journalDamaged'), files: z.array(z.string()) }),
  /** Promised work has waited over a quarter of an hour. */
  z.object({ kind: z.literal('promisesWait'), count, since: moment }),
  /** A certificate or secret ends within a month, or has. */
  z.object({
    kind: z.literal('secretEnds'),
    app: z.enum(['app', 'provisioning']),
    secret: z.enum(['certificate', 'secret']),
    expiresOn: z.iso.date(),
    daysLeft: z.number().int(),
  }),
  /** A certificate's file was replaced by one that is not used. */
  z.object({
    kind: z.literal('notRenewed'),
    app: z.enum(['app', 'provisioning']),
    why: z.enum(['unusable', 'unknown']),
  }),
  z.object({ kind: z.literal('stalled'), seconds: count }),
  z.object({
    kind: z.literal('campaignStopped'),
    key: z.string(),
    title: z.string(),
    about: z.object({ kind: z.string(), subjectKey: z.string() }),
    code: z.string().optional(),
  }),
  /** Deleted recipient blocks: nobody joins the campaign until they are restored. */
  z.object({
    kind: z.literal('blocksGone'),
    key: z.string(),
    title: z.string(),
    about: z.object({ kind: z.string(), subjectKey: z.string() }),
    count,
    /** Titles of the deleted items, for the recycle bin; the first ten. */
    items: z.array(z.string()),
  }),
  z.object({ kind: z.literal('setAside'), list: z.string(), count }),
  /** A history file is missing or changed. */
  z.object({
    kind: z.literal('history'),
    key: z.string(),
    list: z.string(),
    month: z.string(),
    path: z.string(),
    code: z.string(),
  }),
  /** Groups in Entra that the latest look could not read, by what they are for. */
  z.object({
    kind: z.literal('groupsUnread'),
    use: z.enum(['role', 'course']),
    groupIds: z.array(z.string()).readonly(),
  }),
  z.object({ kind: z.literal('drift'), list: z.string(), differences: z.array(driftView) }),
]);
export type AttentionView = z.output<typeof attentionView>;
