import { z } from 'zod';
import { sharedText, type PersonId } from '../kernel/index.ts';
import {
  choice,
  defineList,
  id,
  json,
  moment,
  whole,
  optional,
  text,
  type RecordIn,
  coded,
  instantIn,
} from '../sharepoint/index.ts';

/**
 * State of one recipient. Every person of the audience is in exactly one. `waiting` → `reserved` → a final state.
 * `uncertain`: in flight when the process ended, or with an ambiguous answer: not counted as informed, and sent again
 * once, on another day and marked as a repeat.
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
/** States for counts: repeats after an uncertain delivery are counted separately. */
const countedStates = [...recipientStates, 'sentAgain'] as const;
export type CountedState = (typeof countedStates)[number];

const count = z.number().int().min(0);
/** `counts`: recipients by state, once moved to history. For a day of reminders its results too. */
const campaignSums = z.object({
  counts: z.partialRecord(z.enum(countedStates), count).optional(),
  /** The history month with its recipients. */
  month: z.string().optional(),
  told: count.optional(),
  doneSince: count.optional(),
});

/** One message to many people about one subject: a published policy, digests, approvals. */
export const Campaigns = defineList('Campaigns', {
  editedBy: 'program',
  everyItemCounts: true,
  describe: 'Campaigns of messages. Who gets one stands in DeliveryBlocks.',
  columns: {
    title: text('What it is about'),
    kind: coded(text('Which kind of message, e.g. policy')),
    subjectKey: id<string>('The record it is about'),
    state: choice(
      ['sending', 'paused', 'cancelled', 'finished', 'stopped'] as const,
      'stopped: by itself, see stopCode',
    ),
    stopCode: optional(text('Code of the answer that stopped it')),
    startedAt: moment('When it began'),
    startedBy: id<PersonId>('Who began it'),
    changedAt: optional(moment('Latest change of state')),
    steeredPress: optional(id<string>('The press that last paused, resumed or cancelled it: its repeat does nothing')),
    blocks: optional(whole('How many blocks of recipients it has had: while one is missing, nobody joins')),
    sums: optional(json(campaignSums, 'What stays when its recipients have become history')),
  },
});
export type Campaign = RecordIn<typeof Campaigns>;

const recipient = z.object({
  person: z.string().transform(sharedText) as unknown as z.ZodType<PersonId>,
  state: z.enum(recipientStates),
  /** Activity id of the card, needed to edit it. */
  activity: z.string().optional(),
  at: instantIn.optional(),
  /** Latest answer code from Teams, e.g. `BotNotInConversationRoster`, or the reason for `notApplicable`. */
  code: z.string().optional(),
  attempts: z.number().int().optional(),
  /** A message may have arrived before: the card says so, and there is no third. */
  isRepeat: z.boolean().optional(),
});
export type Recipient = z.output<typeof recipient>;
/** The same without the person, for reading the outcome log beside the ledger. */
export const outcomeOf = recipient.omit({ person: true });

/** Recipients per block: 200 stay well under the cell's 60,000 characters. */
export const blockSize = 200;

export const DeliveryBlocks = defineList('DeliveryBlocks', {
  editedBy: 'program',
  describe: 'Recipients of campaigns, up to 200 in one item, with what became of each.',
  columns: {
    title: text('Campaign and number'),
    campaignKey: id<string>('Campaign'),
    position: whole('Number of the block in its campaign, from 1'),
    /** The program run that reserved its recipients. */
    holder: optional(text('Process that reserved recipients in this block')),
    recipients: json(z.array(recipient), 'Recipients and states'),
  },
});
export type DeliveryBlock = RecordIn<typeof DeliveryBlocks>;

/** A person's chat with the bot; `state` other than `open` says why it is unavailable. */
const conversation = z.object({
  person: z.string().transform(sharedText) as unknown as z.ZodType<PersonId>,
  conversation: z.string().optional(),
  serviceUrl: z.string().optional(),
  /** `installing`: the app is being installed, and the chat does not exist yet. */
  state: z.enum(['open', 'installing', 'notInstalled', 'blocked', 'policyBlocked', 'unreachable']),
  at: instantIn,
  /** When the program installed the app, once: a person who then removes it does not want it. */
  givenAt: instantIn.optional(),
});
export type Conversation = z.output<typeof conversation>;

/** A log in pages: a person's newest entry wins. A lost entry is restored when the person is next written to. */
export const ConversationPages = defineList('ConversationPages', {
  editedBy: 'program',
  describe: 'Chats between people and the bot, up to 200 in one item; the newest entry of a person wins.',
  columns: { title: text('Page'), entries: json(z.array(conversation), 'Chats') },
});
export type ConversationPage = RecordIn<typeof ConversationPages>;
