import type { Answers } from '../questions/index.ts';

/**
 * Frequency of a fault: 0 never; up to 1 a probability (1 always); 2 and more every n-th time; `{ next: n }` the next n
 * times.
 */
export type Chance = number | { next: number };

export interface GraphFaults {
  /** No answer: the connection is reset. */
  away: boolean;
  /** Milliseconds before every answer. */
  latencyMs: number;
  /** A share of requests fails. On writes half of the 504s and resets follow a completed write. */
  random: { rate: number; statuses: (number | 'reset')[]; retryAfterSeconds: number };
  /** The write succeeds, the answer is 504 `UnknownError` with an empty message. */
  commitThen504: Chance;
  /** 502 of the gateway with an HTML page, without effect. */
  html502: Chance;
  /** 429 of another limit: `Retry-After` without `RateLimit-*`. */
  otherLimit: Chance;
  /** 401: the token is refused, as when it was revoked. */
  unauthorized: Chance;
  /** The JSON of a success ends in the middle. */
  truncated: Chance;
  /** 429 and 503 without `Retry-After`. */
  withoutRetryAfter: boolean;
  /** One part does not answer: connections are reset. `files` is the document library. */
  areaAway: (typeof areas)[number];
  /** The app is blocked: always 503. */
  blocked503: boolean;
  /** `Retry-After: 240` on every 429 and 503 instead of the real time. */
  retryAfterAbove180: boolean;
  /** Throttling band by licences; 0 disables throttling. */
  licences: number;
  /** Delay of delta in milliseconds. */
  lagDelta: number;
  /** A column given at list creation is not created (microsoft-graph-docs-contrib#675). */
  columnsLost: Chance;
  /** A new column lacks index and uniqueness; a change of the column adds them. */
  columnsPlain: Chance;
  /** The default value of a new column is ignored (microsoft-graph-docs-contrib#3480). */
  defaultsIgnored: boolean;
  /** Milliseconds until a new list or column is visible. */
  lagSchema: number;
  /**
   * Form of eTags in a list's delta: `braces` as in Microsoft's page (`"{GUID},n"`, where the item has `"guid,n"`),
   * `item` as on the item, `none` omitted.
   */
  deltaEtag: 'braces' | 'item' | 'none';
  /** After a deletion delta contains an `{error: …}` object inside a 200. */
  deltaDeleteBug: boolean;
  /** Delta with a token answers 410 and a Location. */
  delta410: Chance;
  /** Delta repeats earlier changes. */
  duplicateDelta: boolean;
  /** `PATCH …/fields` answers 400 "Invalid request". */
  patchFieldsRejected: boolean;
  /** Query options without `$` answer 400 `badArgument`. */
  strictDollar: boolean;
  /** Lookup ids written as numbers answer 500. */
  strictLookupString: boolean;
  /**
   * Answer to a create or change with a taken unique value: 400 in English (`words`), 400 in the site's language
   * (`danish`), 400 without a name (`bare`), 409 (`conflict`).
   */
  uniqueClash: 'words' | 'danish' | 'bare' | 'conflict';
  /** 403 on every new item and file, though existing ones may be changed (microsoft-graph-docs-contrib#3299). */
  createDenied: boolean;
  /** Name of a checked-out file: 423 on every write to it; '' is none, `*` all. */
  lockedFile: string;
  /** An administrator has locked the site (`NoAccess`): 423 `notAllowed` to every call. */
  siteLocked: boolean;
  /** A token on an upload URL is refused with 401; else ignored. */
  strictUploadToken: boolean;
  /** 409 `resourceModified` on item changes without `If-Match`; nothing is written. */
  conflict409: Chance;
  /** Change notifications never delivered. */
  dropNotifications: Chance;
  /** Milliseconds of gathering changes before notification. */
  lagNotifications: number;
  /** List subscriptions answer 403 to an app with `Sites.Selected` only. */
  subscriptionsRefused: boolean;
  /** Concurrent column changes collide with 409 or 500. */
  schemaConflict: boolean;
  /** Missing required fields answer 400. */
  requiredEnforced: boolean;
  /** Batch answers are reordered. */
  batchShuffle: boolean;
  /** IANA zone of the site; decides date-only values. */
  siteTimeZone: string;
  /** Overrides every granted app's role on the site; '' does not. */
  role: '' | 'read' | 'write' | 'manage' | 'fullcontrol';
  /** The list view threshold (rows). */
  threshold: number;
}
export const areas = ['', 'lists', 'files', 'directory', 'teams', 'learning'] as const;
export interface EntraFaults {
  /** No token and no key is given: connections are reset. */
  away: boolean;
}
export interface ConnectorFaults {
  latencyMs: number;
  random: { rate: number; kinds: ('429' | '412' | '500' | '502' | '503' | '504' | 'reset' | 'hang')[] };
  /** The connector's error code for one person (Entra object id), e.g. `ConversationBlockedByUser`. */
  person: Record<string, string>;
  /** The app's calls per second (Teams: 50), with limits per conversation; 0 disables it. */
  rateLimit: number;
  /** `Retry-After` of a switched 429; 0 omits the header. */
  retryAfterSeconds: number;
  /** The message is stored and the answer is 504. */
  acceptThen504: Chance;
  /** The message is stored and the connection is reset. */
  acceptThenReset: Chance;
  /** Milliseconds from an installation through Graph until the chat exists and the bot is notified. */
  chatDelayMs: number;
  /** Answer to a message for a person without the app; Teams has been seen to use each. */
  uninstalled: (typeof uninstalledAnswers)[number];
}
export const uninstalledAnswers = ['BotNotInConversationRoster', 'MessageWritesBlocked', 'delivered'] as const;
export interface FaultSettings {
  /** Reseeds the random numbers, for repeatable runs. */
  seed: number;
  graph: GraphFaults;
  connector: ConnectorFaults;
  entra: EntraFaults;
  /** How this tenant answers what tenants answer differently. */
  tenant: Answers;
}
export type FaultPatch = {
  seed?: number;
  graph?: Partial<GraphFaults>;
  connector?: Partial<ConnectorFaults>;
  entra?: Partial<EntraFaults>;
  tenant?: Partial<Answers>;
};

/** All off, with throttling for so many licences (0: none), and without the tenant's answers. */
export const noFaults = (licences = 0): Omit<FaultSettings, 'tenant'> => ({
  seed: 1,
  graph: {
    away: false,
    latencyMs: 0,
    random: { rate: 0, statuses: [429, 503, 504, 'reset'], retryAfterSeconds: 1 },
    commitThen504: 0,
    html502: 0,
    otherLimit: 0,
    unauthorized: 0,
    truncated: 0,
    withoutRetryAfter: false,
    areaAway: '',
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
    siteLocked: false,
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
  entra: { away: false },
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
