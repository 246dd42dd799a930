import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { expectedAt, flag, offset, oneLine } from '../http/input.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();

export const assetKinds = ['system', 'workProcess'] as const;
export const assetStates = ['planned', 'inUse', 'retired'] as const;
/** `vital`: critical services to citizens, companies or operation stop without it (R4). */
export const criticalities = ['low', 'medium', 'high', 'vital'] as const;
/** Where it runs. */
export const hostings = ['own', 'supplier', 'cloudEu', 'cloudOutsideEu', 'manual', 'unknown'] as const;
/**
 * Article 4, 9 and 10 of the GDPR, and confidential data by Danish law. `unknown`: not stated; an empty list means
 * none.
 */
export const personalDataKinds = ['ordinary', 'confidential', 'sensitive', 'criminal', 'unknown'] as const;
export const dataSubjectGroups = ['citizens', 'children', 'vulnerable', 'employees', 'relatives', 'partners'] as const;
/** Status of its risk assessment. `notNeeded` has a written reason; `due`: within 30 days. */
const assessmentStatuses = ['none', 'draft', 'current', 'due', 'overdue', 'notNeeded'] as const;
/** Colours of a risk in another register, mildest first. */
export const carriedScores = ['green', 'lightGreen', 'yellow', 'orange', 'red'] as const;
/** Whether there is a data processing agreement, by another register. */
export const agreementStates = ['yes', 'no', 'onGoing', 'notRelevant'] as const;
/** An asset's data from another register. */
export const carried = z.object({
  score: z.enum(carriedScores).optional(),
  /** When it was assessed there. */
  scoredOn: z.iso.date().optional(),
  agreement: z.enum(agreementStates).optional(),
  agreementOn: z.iso.date().optional(),
});
export type Carried = z.output<typeof carried>;
/** Colours of levels: drawn with the theme's tokens, never without the word (WCAG 1.4.1). Mildest first. */
export const tones = ['green', 'lightGreen', 'yellow', 'orange', 'red', 'darkRed'] as const;

/** Display of a level: word and colour; `severity` 0 (mildest) to 1 compares levels of different scales. */
export const levelMark = z.object({ word: z.string(), tone: z.enum(tones), severity: z.number() });
export type LevelMark = z.output<typeof levelMark>;

export const assetRef = z.object({
  key: z.string(),
  title: z.string(),
  kind: z.enum(assetKinds),
  /** Out of use: what still names it says so. */
  retired: z.literal(true).optional(),
});
export type AssetRef = z.output<typeof assetRef>;

const key = z.string().min(1).max(255);
const link = z.object({ title: oneLine.min(1).max(200), url: z.url({ protocol: /^https?$/ }).max(2_000) });

export const assetFields = {
  title: oneLine.min(1).max(200),
  kind: z.enum(assetKinds),
  /** Plain text. */
  description: z.string().trim().max(4_000).default(''),
  /** The owning centre; absent: the whole organisation. */
  centreId: key.optional(),
  /** Its owner (system owner, process owner). */
  ownerId: key.optional(),
  /** Centres that use it. */
  usedBy: z.array(key).max(200).default([]),
  supplier: z.string().trim().max(200).optional(),
  personalData: z.array(z.enum(personalDataKinds)).max(personalDataKinds.length).default([]),
  dataSubjects: z.array(z.enum(dataSubjectGroups)).max(dataSubjectGroups.length).default([]),
  criticality: z.enum(criticalities),
  hosting: z.enum(hostings).default('unknown'),
  state: z.enum(assetStates).default('inUse'),
  /** Required assets: a process depends on systems, a system on systems. */
  dependsOn: z.array(key).max(200).default([]),
  links: z.array(link).max(30).default([]),
  /** Id in another register, e.g. `os2kitos:5c9…`; imports match by it. */
  externalId: z.string().trim().max(200).optional(),
};
export const assetBody = z.object({
  ...assetFields,
  /** The writer's `changedAt`, of a change; refused when changed since. */
  expected: expectedAt.optional(),
});
export type AssetBody = z.input<typeof assetBody>;

/** Status of its assessment; from the risks room, above assets. */
const assetStatus = z.object({
  assessment: z.enum(assessmentStatuses),
  /** The worst current level, own and inherited; absent without a finished assessment. */
  level: levelMark.optional(),
  /** The asset whose risk gives the level, if another: one that depends on it. */
  levelFrom: assetRef.optional(),
  assessmentKey: z.string().optional(),
  draftKey: z.string().optional(),
  assessedOn: localDate.optional(),
  reviewOn: localDate.optional(),
  /** Critical services stop without it, by their figures or as stated (R4). */
  vital: z.boolean().optional(),
});
export type AssetStatus = z.output<typeof assetStatus>;

/** A reference to the asset, with its page. `kind` has its texts under `assets.reference.<kind>`. */
const assetReference = z.object({ kind: z.string(), title: z.string(), path: z.string() });
export type AssetReference = z.output<typeof assetReference>;

export const assetRow = assetRef.extend({
  state: z.enum(assetStates),
  criticality: z.enum(criticalities),
  centre: centreRef.optional(),
  owner: personRef.optional(),
  supplier: z.string().optional(),
  changedAt: moment,
  status: assetStatus,
  abilities: z.object({ assess: z.boolean() }),
});
export type AssetRow = z.output<typeof assetRow>;

export const assetView = assetRow.extend({
  description: z.string(),
  usedBy: z.array(centreRef),
  personalData: z.array(z.enum(personalDataKinds)),
  dataSubjects: z.array(z.enum(dataSubjectGroups)),
  hosting: z.enum(hostings),
  links: z.array(z.object({ title: z.string(), url: z.string() })),
  externalId: z.string().optional(),
  dependsOn: z.array(assetRef),
  /** Direct dependants. */
  neededBy: z.array(assetRef),
  /** Other references: assessments, controls, plans. */
  references: z.array(assetReference),
  notNeeded: z.object({ reason: z.string(), by: personRef, at: moment }).optional(),
  /** Data from another register; the score only for readers of risks. */
  carried: carried.optional(),
  /** Why it was retired. */
  retiredReason: z.string().optional(),
  changedBy: personRef,
  abilities: z.object({ edit: z.boolean(), retire: z.boolean(), decideNotNeeded: z.boolean(), assess: z.boolean() }),
  freshness,
});
export type AssetView = z.output<typeof assetView>;

const registerQuery = z.object({
  q: z.string().max(100).optional(),
  kind: z.enum(assetKinds).optional(),
  state: z.enum(assetStates).optional(),
  criticality: z.enum(criticalities).optional(),
  assessment: z.enum(assessmentStatuses).optional(),
  /** Owning or using centre; `mine`: the reader's. */
  centreId: z.string().max(255).optional(),
  ownerId: z.string().max(255).optional(),
  sort: z.enum(['title', 'kind', 'centre', 'owner', 'criticality', 'level', 'reviewOn', 'changedAt']).default('title'),
  descending: flag.default(false),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type AssetsQuery = z.output<typeof registerQuery>;

export const assetRegisterContract = {
  'GET /api/assets': {
    summary: 'IT systems and work processes (R1)',
    query: registerQuery,
    answer: z.object({
      assets: z.array(assetRow),
      total: count,
      /** `systems` and `workProcesses` as the rows that they lead to: with those out of use. */
      counts: z.object({ systems: count, workProcesses: count, retired: count, unassessed: count }),
      centres: z.array(centreRef),
      /** The reader's own centres, shown first. */
      mine: z.array(z.string()),
      abilities: z.object({ add: z.boolean(), import: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/assets.xlsx': {
    summary: 'The same as a workbook',
    query: registerQuery,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'GET /api/asset-names': {
    summary: 'Assets by name, for choosing one: best hits first, at most 20',
    query: z.object({ q: z.string().max(100).default(''), kind: z.enum(assetKinds).optional() }),
    answer: z.object({ assets: z.array(assetRef.extend({ centre: z.string().optional() })) }),
  },
  'POST /api/assets': { summary: 'Add an asset', body: assetBody.omit({ expected: true }), answer: assetView },
  'GET /api/assets/:assetKey': { summary: 'One asset with all that refers to it', answer: assetView },
  'PUT /api/assets/:assetKey': {
    summary: 'Change an asset',
    body: assetBody.extend({ expected: expectedAt }),
    answer: assetView,
  },
  'POST /api/assets/:assetKey/retire': {
    summary: 'Take it out of use; what refers to it stays and is told',
    body: z.object({ reason: z.string().trim().min(3).max(500) }),
    answer: assetView,
  },
  'POST /api/assets/:assetKey/reinstate': { summary: 'Take it into use again', answer: assetView },
  'POST /api/assets/:assetKey/not-needed': {
    summary: 'Decide with a reason that it needs no risk assessment',
    body: z.object({ reason: z.string().trim().min(10).max(1_000) }),
    answer: assetView,
  },
  'DELETE /api/assets/:assetKey/not-needed': { summary: 'It needs one after all', answer: assetView },
} satisfies Endpoints;
