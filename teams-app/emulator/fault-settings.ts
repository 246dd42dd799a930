/**
 * How often a fault strikes: 0 never; up to 1 a probability (1 always); 2 and more every n-th time; `{ next: n }` the
 * next n times.
 */
export type Chance = number | { next: number };

export interface GraphFaults {
  /** No answer at all: the connection is reset. */
  away: boolean;
  /** Milliseconds before every answer. */
  latencyMs: number;
  /** A share of requests fails. On writes half of the 504s and resets happen after the write was done. */
  random: { rate: number; statuses: (number | 'reset')[]; retryAfterSeconds: number };
  /** The write is done and the answer is 504 `UnknownError` with an empty message. */
  commitThen504: Chance;
  /** The gateway answers 502 with an HTML page; nothing is done. */
  html502: Chance;
  /** 429 of another limit: `Retry-After` without `RateLimit-*`. */
  otherLimit: Chance;
  /** The app is blocked: 503 for ever. */
  blocked503: boolean;
  /** `Retry-After: 240` on every 429 and 503 instead of the true time. */
  retryAfterAbove180: boolean;
  /** Throttling band by number of licences; 0 switches throttling off. */
  licences: number;
  /** Milliseconds that delta is behind. */
  lagDelta: number;
  /** A column given when a list is made is not made (microsoft-graph-docs-contrib#675). */
  columnsLost: Chance;
  /** A new column comes out without index and uniqueness; a change of the column gives them. */
  columnsPlain: Chance;
  /** The default value of a new column is ignored (microsoft-graph-docs-contrib#3480). */
  defaultsIgnored: boolean;
  /** Milliseconds that a new list or column stays unseen. */
  lagSchema: number;
  /**
   * How delta of a list writes eTags: `braces` as Microsoft's page shows them (`"{GUID},n"`, where the item itself has
   * `"guid,n"`), `item` as the item has them, `none` leaves them out.
   */
  deltaEtag: 'braces' | 'item' | 'none';
  /** A deleted item makes delta carry an `{error: …}` object inside a 200. */
  deltaDeleteBug: boolean;
  /** Delta with a token answers 410 and a Location. */
  delta410: Chance;
  /** Delta replays what was already given. */
  duplicateDelta: boolean;
  /** `PATCH …/fields` answers 400 "Invalid request". */
  patchFieldsRejected: boolean;
  /** Query options without `$` answer 400 `badArgument`. */
  strictDollar: boolean;
  /** Lookup ids written as numbers answer 500. */
  strictLookupString: boolean;
  /**
   * What a create or change with a unique value that is taken answers: 400 in English (`words`), 400 in the site's
   * language (`danish`), 400 that names nothing (`bare`), 409 (`conflict`).
   */
  uniqueClash: 'words' | 'danish' | 'bare' | 'conflict';
  /** 403 on every new item and file, though existing ones may be changed (microsoft-graph-docs-contrib#3299). */
  createDenied: boolean;
  /** Name of a file that somebody has checked out: 423 on every write to it; '' is none, `*` all. */
  lockedFile: string;
  /** A token beside the address of an upload is refused with 401; else it is ignored. */
  strictUploadToken: boolean;
  /** 409 `resourceModified` on item changes without `If-Match`; nothing is written. */
  conflict409: Chance;
  /** Change notifications that are never delivered. */
  dropNotifications: Chance;
  /** Milliseconds for which changes are gathered before subscribers are told. */
  lagNotifications: number;
  /** Subscriptions to lists answer 403 to an app that has the site by `Sites.Selected` only. */
  subscriptionsRefused: boolean;
  /** Column changes at the same time collide with 409 or 500. */
  schemaConflict: boolean;
  /** Missing required fields answer 400. */
  requiredEnforced: boolean;
  /** Batch answers come in another order. */
  batchShuffle: boolean;
  /** IANA zone of the site; decides what date-only values look like. */
  siteTimeZone: string;
  /** Overrides the role that every granted app has on the site; '' leaves each its own. */
  role: '' | 'read' | 'write' | 'manage' | 'fullcontrol';
  /** The list view threshold (rows). */
  threshold: number;
}
export interface ConnectorFaults {
  latencyMs: number;
  random: { rate: number; kinds: ('429' | '412' | '500' | '502' | '503' | '504' | 'reset' | 'hang')[] };
  /** Error code of the connector for one person (Entra object id), e.g. `ConversationBlockedByUser`. */
  person: Record<string, string>;
  /** Calls a second that the app may make (Teams: 50), with the limits of each conversation; 0 switches it off. */
  rateLimit: number;
  /** `Retry-After` of a 429 that a switch made; 0 leaves the header out. */
  retryAfterSeconds: number;
  /** The message is stored and the answer is 504. */
  acceptThen504: Chance;
  /** The message is stored and the connection is reset. */
  acceptThenReset: Chance;
  /** Milliseconds after an installation through Graph until the chat is there and the bot is told of it. */
  chatDelayMs: number;
  /** What writing to somebody who removed the app answers; Teams was seen to do each of them. */
  uninstalled: (typeof uninstalledAnswers)[number];
}
export const uninstalledAnswers = ['BotNotInConversationRoster', 'MessageWritesBlocked', 'delivered'] as const;
export interface FaultSettings {
  /** Starts the random numbers anew, so that a run repeats. */
  seed: number;
  graph: GraphFaults;
  connector: ConnectorFaults;
}
export type FaultPatch = { seed?: number; graph?: Partial<GraphFaults>; connector?: Partial<ConnectorFaults> };

/** All switches off, with throttling for so many licences (0: none). */
export const noFaults = (licences = 0): FaultSettings => ({
  seed: 1,
  graph: {
    away: false,
    latencyMs: 0,
    random: { rate: 0, statuses: [429, 503, 504, 'reset'], retryAfterSeconds: 1 },
    commitThen504: 0,
    html502: 0,
    otherLimit: 0,
    blocked503: false,
    retryAfterAbove180: false,
    licences,
    lagDelta: 0,
    columnsLost: 0,
    columnsPlain: 0,
    defaultsIgnored: false,
    lagSchema: 0,
    deltaEtag: 'braces',
    deltaDeleteBug: false,
    delta410: 0,
    duplicateDelta: false,
    patchFieldsRejected: false,
    strictDollar: false,
    strictLookupString: false,
    uniqueClash: 'words',
    createDenied: false,
    lockedFile: '',
    strictUploadToken: false,
    conflict409: 0,
    dropNotifications: 0,
    lagNotifications: 1000,
    subscriptionsRefused: false,
    schemaConflict: false,
    requiredEnforced: false,
    batchShuffle: false,
    siteTimeZone: 'Europe/Copenhagen',
    role: '',
    threshold: 5000,
  },
  connector: {
    latencyMs: 0,
    random: { rate: 0, kinds: ['429', '504', 'reset'] },
    person: {},
    rateLimit: 0,
    retryAfterSeconds: 1,
    acceptThen504: 0,
    acceptThenReset: 0,
    chatDelayMs: 200,
    uninstalled: 'BotNotInConversationRoster',
  },
});
