import { z } from 'zod';
import { sharedText, type Instant, type PersonId } from '../kernel/index.ts';
import { choice, defineList, id, json, moment, whole, optional, text, type RecordIn } from '../sharepoint/index.ts';

/**
 * Where one recipient stands. Everybody in the audience is in exactly one state and they add up.
 * `waiting` → `reserved` → one of the ends. `uncertain`: on the wire when the process died, or answered so that it may
 * have arrived: nobody counts as told by it, and it is sent again once, on another day and marked as a repeat.
 */
export const recipientStates = [
  'waiting',
  'reserved',
  'sent',
  'uncertain',
  'notNeeded',
  'notInstalled',
  'blocked',
  'policyBlocked',
  'unreachable',
  'notApplicable',
  'left',
  'failed',
  'cancelled',
] as const;
export type RecipientState = (typeof recipientStates)[number];
/** Where recipients are counted: who got the card in a second attempt, after one that may have arrived, apart. */
export const countedStates = [...recipientStates, 'sentAgain'] as const;
export type CountedState = (typeof countedStates)[number];

const count = z.number().int().min(0);
/** `counts`: recipients by state, once they stand in a file of history. Of a day of reminders also what came of it. */
const campaignSums = z.object({
  counts: z.partialRecord(z.enum(countedStates), count).optional(),
  /** The month of history that has its recipients. */
  month: z.string().optional(),
  told: count.optional(),
  doneSince: count.optional(),
});

/** One message to many people about one subject: a published policy, later digests and approvals. */
export const Campaigns = defineList('Campaigns', {
  editedBy: 'program',
  everyItemCounts: true,
  describe: 'Campaigns of messages. Who gets one stands in DeliveryBlocks.',
  columns: {
    title: text('What it is about'),
    kind: text('Which kind of message, e.g. policy'),
    subjectKey: id<string>('The record it is about'),
    state: choice(
      ['sending', 'paused', 'cancelled', 'finished', 'stopped'] as const,
      'stopped: by itself, see stopCode',
    ),
    stopCode: optional(text('Code of the answer that stopped it')),
    startedAt: moment('When it began'),
    startedBy: id<PersonId>('Who began it'),
    changedAt: optional(moment('Latest change of state')),
    blocks: optional(whole('How many blocks of recipients it has had: while one is missing, nobody joins')),
    sums: optional(json(campaignSums, 'What stays when its recipients have become history')),
  },
});
export type Campaign = RecordIn<typeof Campaigns>;

const instant = z.iso.datetime() as unknown as z.ZodType<Instant>;

const recipient = z.object({
  person: z.string().transform(sharedText) as unknown as z.ZodType<PersonId>,
  state: z.enum(recipientStates),
  /** Activity id of the card, the only handle for editing it later. */
  activity: z.string().optional(),
  at: instant.optional(),
  /** Latest answer code from Teams, e.g. `BotNotInConversationRoster`, or the reason for `notApplicable`. */
  code: z.string().optional(),
  attempts: z.number().int().optional(),
  /** A message about it may have come before: the card says so, and there is no third. */
  isRepeat: z.boolean().optional(),
});
export type Recipient = z.output<typeof recipient>;
/** The same without the person, to read back what was written down beside the ledger. */
export const outcomeOf = recipient.omit({ person: true });

/** Recipients of one block: 200 stay well under the cell's 60,000 characters. */
export const blockSize = 200;

export const DeliveryBlocks = defineList('DeliveryBlocks', {
  editedBy: 'program',
  describe: 'Recipients of campaigns, up to 200 in one item, with what became of each.',
  columns: {
    title: text('Campaign and number'),
    campaignKey: id<string>('Campaign'),
    position: whole('Number of the block in its campaign, from 1'),
    /** Which run of the program holds the reservations in here. */
    holder: optional(text('Process that reserved recipients in this block')),
    recipients: json(z.array(recipient), 'Recipients and states'),
  },
});
export type DeliveryBlock = RecordIn<typeof DeliveryBlocks>;

/** How one person's chat with the bot is reached; `state` other than `open` says why it is not. */
const conversation = z.object({
  person: z.string().transform(sharedText) as unknown as z.ZodType<PersonId>,
  conversation: z.string().optional(),
  serviceUrl: z.string().optional(),
  /** `installing`: the app is being brought to the person, and the chat is not there yet. */
  state: z.enum(['open', 'installing', 'notInstalled', 'blocked', 'policyBlocked', 'unreachable']),
  at: instant,
  /** When the program installed the app for the person, once: whoever removes it after that does not want it. */
  givenAt: instant.optional(),
});
export type Conversation = z.output<typeof conversation>;

/** A log in pages: the newest entry of a person wins. A lost entry is found again when the person is next written to. */
export const ConversationPages = defineList('ConversationPages', {
  editedBy: 'program',
  describe: 'Chats between people and the bot, up to 200 in one item; the newest entry of a person wins.',
  columns: { title: text('Page'), entries: json(z.array(conversation), 'Chats') },
});
export type ConversationPage = RecordIn<typeof ConversationPages>;
