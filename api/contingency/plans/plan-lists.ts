import { z } from 'zod';
import { frozenFile, type VersionNow } from '../../approvals/index.ts';
import { discardColumns, documentColumns, type DocumentNow } from '../../documents/index.ts';
import type { CentreId, PersonId } from '../../kernel/index.ts';
import {
  choice,
  defineList,
  id,
  json,
  longText,
  moment,
  optional,
  text,
  type RecordIn,
  type Stored,
  whole,
} from '../../sharepoint/index.ts';
import { planContent, planKinds } from '../contract.ts';

const centreIds = z.array(z.string()) as unknown as z.ZodType<CentreId[]>;

/** Constant across versions. */
export const ContingencyPlans = defineList('ContingencyPlans', {
  describe: 'Emergency procedures and restore plans of vital systems; what they say stands in the versions (R5).',
  columns: {
    title: text('Title when it was begun'),
    kind: choice(planKinds, 'Emergency procedure or restore plan'),
    assetKey: id<string>('The system or work process'),
    centreId: optional(id<CentreId>('The centre that keeps it; none: the whole organisation')),
    ...documentColumns,
  },
});
export type ContingencyPlan = RecordIn<typeof ContingencyPlans>;

const planForm = z.object({ key: z.string(), title: z.string(), file: frozenFile });

/** One version. Waiting, in force and superseded follow from its approval and are never stored. */
export const ContingencyPlanVersions = defineList('ContingencyPlanVersions', {
  describe: 'Versions of contingency plans. Where each stands follows from its approval (R5).',
  columns: {
    title: text('Title'),
    planKey: id<string>('The plan'),
    number: whole('Number, from 1'),
    centreIds: json(centreIds, 'Centres that it is for; empty: all that use the system'),
    content: json(planContent, 'Triggers, steps, work-arounds, contacts and the way back'),
    forms: json(z.array(planForm), 'Forms in the library, with version and hash'),
    summary: longText('What is new'),
    reviewMonths: whole('Months until it is looked at again'),
    testMonths: whole('Months between two tests'),
    document: optional(json(frozenFile, 'The document in the library')),
    madeBy: id<PersonId>('Who wrote it'),
    madeAt: moment('When it was begun'),
    changedBy: id<PersonId>('Who changed it last'),
    changedAt: moment('When it was last changed'),
    ...discardColumns,
  },
});
export type ContingencyPlanVersion = RecordIn<typeof ContingencyPlanVersions>;

/** A version with its current state. */
export type PlanVersionNow = VersionNow<Stored<ContingencyPlanVersion>>;
/** A plan's state today. */
export type PlanNow = DocumentNow<'plan', ContingencyPlan, ContingencyPlanVersion>;
