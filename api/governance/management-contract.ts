import { z } from 'zod';
import { freshness, personRef } from '../http/contract.ts';
import { day, link } from '../http/input.ts';
import { assignableRoles } from '../kernel/index.ts';

const body = z.enum(assignableRoles);
const localDate = z.iso.date();

/** Evidence; title and path only for those who may open it. */
export const evidenceView = z.object({ on: localDate, title: z.string(), path: z.string().optional() });
export type EvidenceView = z.output<typeof evidenceView>;

/** An approval within an area, by whom and when. */
const areaApproval = z.object({
  title: z.string(),
  on: localDate,
  path: z.string().optional(),
  /** The bodies that approved it, in order. */
  bodies: z.array(body),
  /** One is the management body. */
  byManagement: z.boolean(),
});
/** `approved`: by the management body. `others`: by others only. `none`: by nobody. */
const areaStates = ['none', 'others', 'approved'] as const;
export const areaRow = z.object({
  /** Number in § 6, from 1. */
  number: z.number().int(),
  title: z.string(),
  path: z.string(),
  state: z.enum(areaStates),
  /** Latest first. */
  approvals: z.array(areaApproval),
  /** Pending with the management body: the body, and the request for permitted readers. */
  waiting: z.object({ body, path: z.string().optional() }).optional(),
  /** Controls that meet the requirement, with their last assessment. */
  controls: z.array(z.object({ title: z.string(), assessedOn: localDate.optional(), path: z.string() })),
});
export type AreaRow = z.output<typeof areaRow>;

export const managementDutyView = z.object({
  day: localDate,
  /** The management bodies, by the setting. */
  bodies: z.array(body),
  areas: z.array(areaRow),
  /** Management's supervision, latest first; at most ten. */
  supervision: z.array(evidenceView),
  members: z.array(
    z.object({
      person: personRef,
      body,
      courses: z.array(z.object({ title: z.string(), on: localDate })),
    }),
  ),
  /** May ask a management body, and record its meeting's decision. */
  abilities: z.object({ ask: z.boolean() }),
  freshness,
});
export type ManagementDutyView = z.output<typeof managementDutyView>;

const areas = z.array(z.number().int().min(1).max(10)).min(1).max(10);
/** Areas of § 6, and the deciding management body. */
export const askBody = z.object({ areas, body });
export const meetingBody = askBody.extend({
  meetingOn: day(),
  /** Agenda item or journal number of the minutes. */
  reference: z.string().trim().min(1).max(100),
  minutesUrl: link.optional(),
});
export type AskBody = z.output<typeof askBody>;
export type MeetingBody = z.output<typeof meetingBody>;
