import { z } from 'zod';
import { freshness, personRef } from '../http/contract.ts';
import { day, link } from '../http/input.ts';
import { assignableRoles } from '../kernel/index.ts';

const body = z.enum(assignableRoles);
const localDate = z.iso.date();

/** A record that shows that something was done; what it is called, and a path, only for those who may open it. */
export const evidenceView = z.object({ on: localDate, title: z.string(), path: z.string().optional() });
export type EvidenceView = z.output<typeof evidenceView>;

/** What has been approved within an area, by whom and when. */
const areaApproval = z.object({
  title: z.string(),
  on: localDate,
  path: z.string().optional(),
  /** The bodies that approved it, in order. */
  bodies: z.array(body),
  /** One of them is the management body. */
  byManagement: z.boolean(),
});
/** `approved`: by the management body. `others`: by others only. `none`: by nobody. */
export const areaStates = ['none', 'others', 'approved'] as const;
export const areaRow = z.object({
  /** Number in § 6, from 1. */
  number: z.number().int(),
  title: z.string(),
  path: z.string(),
  state: z.enum(areaStates),
  /** The latest first. */
  approvals: z.array(areaApproval),
  /** The management body is asked now: the body, and the request for those who may open it. */
  waiting: z.object({ body, path: z.string().optional() }).optional(),
  /** Controls that meet the requirement, and when each was assessed last. */
  controls: z.array(z.object({ title: z.string(), assessedOn: localDate.optional(), path: z.string() })),
});
export type AreaRow = z.output<typeof areaRow>;

export const managementDutyView = z.object({
  day: localDate,
  /** The bodies that count as management, as the setting says. */
  bodies: z.array(body),
  areas: z.array(areaRow),
  /** When management supervised, the latest first; at most ten. */
  supervision: z.array(evidenceView),
  members: z.array(
    z.object({
      person: personRef,
      body,
      courses: z.array(z.object({ title: z.string(), on: localDate })),
    }),
  ),
  /** May ask a management body, and record what one decided in its meeting. */
  abilities: z.object({ ask: z.boolean() }),
  freshness,
});
export type ManagementDutyView = z.output<typeof managementDutyView>;

const areas = z.array(z.number().int().min(1).max(10)).min(1).max(10);
/** Which of the ten areas of § 6, and which management body decides. */
export const askBody = z.object({ areas, body });
export const meetingBody = askBody.extend({
  meetingOn: day(),
  /** Item of the agenda or journal number: where the minutes say it. */
  reference: z.string().trim().min(1).max(100),
  minutesUrl: link.optional(),
});
export type AskBody = z.output<typeof askBody>;
export type MeetingBody = z.output<typeof meetingBody>;
