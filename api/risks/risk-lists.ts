import { z } from 'zod';
import { tones } from '../assets/contract.ts';
import type { CentreId, PersonId } from '../kernel/index.ts';
import {
  boolean,
  choice,
  date,
  defineList,
  id,
  json,
  longText,
  moment,
  optional,
  text,
  type RecordIn,
  whole,
  coded,
  typedExceptIn,
  codeText,
  momentIn,
  isMonth,
} from '../sharepoint/index.ts';
import { isSoundScale } from './scales/scale-rules.ts';
import {
  assessmentForms,
  assessmentStates,
  estimate,
  quickForm,
  riskScale,
  treatments,
  triggerReasons,
  views,
} from './contract.ts';
import { threat } from './contract.ts';
import { outcomeColumns } from '../actions/index.ts';

/** An incomplete hand-edited matrix is set aside. */
const soundScale = riskScale.refine(isSoundScale);
const personIds = z.array(z.string()) as unknown as z.ZodType<PersonId[]>;

/** Municipal scales, and the current one. A scale never changes. */
export const RiskScales = defineList('RiskScales', {
  describe: 'Own risk scales, and with the key `current` which scale new assessments are measured with (R1).',
  columns: {
    title: typedExceptIn(['current'], text('Name; of `current` the key of the scale in use')),
    scale: optional(json(soundScale, 'Steps, levels and matrix')),
    madeBy: id<PersonId>('Who made or chose it'),
    madeAt: moment('When'),
  },
});

/** Municipal threat catalogues, and hidden built-in ones. */
export const ThreatCatalogues = defineList('ThreatCatalogues', {
  describe: 'Own catalogues of threats; an item with a shipped catalogue’s key only says that it is hidden (R1).',
  columns: {
    title: text('Name'),
    kind: choice(['system', 'workProcess', 'both'], 'What it is for'),
    hidden: boolean('Not offered to new assessments'),
    threats: json(z.array(threat), 'Its threats'),
    changedBy: id<PersonId>('Who changed it'),
    changedAt: moment('When'),
  },
});
export type ThreatCatalogue = RecordIn<typeof ThreatCatalogues>;

/** A threat as of the start of the assessment, with its catalogue; without one it is the writers' own. */
const frozenThreat = threat.extend({ catalogueKey: z.string().optional() });
/** An asset's facts when assessed: changes since require a new assessment. */
export const assetFacts = z.object({
  supplier: z.string(),
  hosting: codeText,
  personalData: z.array(codeText),
  dependsOn: z.array(z.string()),
});
export type AssetFacts = z.output<typeof assetFacts>;

/** An assessment of an asset, with frozen scale and threats. */
export const Assessments = defineList('Assessments', {
  describe: 'Risk assessments of assets: scale and threats as they were, who took part, when and until when (R1, R2).',
  columns: {
    title: text('Name of the asset when it was begun'),
    assetKey: id<string>('The asset'),
    number: whole('First, second … of the asset'),
    state: choice(assessmentStates, 'Where it stands'),
    form: choice(assessmentForms, 'Short or long form'),
    quick: optional(json(quickForm, 'Answers of the short form')),
    scale: json(soundScale, 'The scale it is measured with'),
    threats: json(z.array(frozenThreat), 'Its threats'),
    views: json(z.array(z.enum(views)), 'Whose consequences are assessed'),
    participantIds: json(personIds, 'Who took part'),
    guests: longText('Others who took part'),
    heldOn: optional(date('Day it was held')),
    reviewMonths: whole('Months until the next'),
    note: longText('Note'),
    trigger: optional(choice(triggerReasons, 'What asked for it')),
    copiedFrom: optional(coded(text('Key of the assessment it was copied from'))),
    facts: optional(json(assetFacts, 'What the asset was like when it was finished')),
    startedAt: moment('When it was begun'),
    startedBy: id<PersonId>('Who began it'),
    changedAt: moment('When it was last changed'),
    changedBy: id<PersonId>('Who changed it'),
    openReason: optional(longText('Why threats were left without an answer')),
    finishedAt: optional(moment('When it was finished')),
    finishedBy: optional(id<PersonId>('Who finished it')),
  },
});
export type Assessment = RecordIn<typeof Assessments>;
export type FrozenThreat = z.output<typeof frozenThreat>;

const stamp = z.object({ by: z.string() as unknown as z.ZodType<PersonId>, at: momentIn });

/** An assessment's answers about one threat. Created with the first field. */
export const Risks = defineList('Risks', {
  describe: 'What an assessment says of a threat: consequence, likelihood, controls and treatment (R1).',
  columns: {
    title: text('The threat'),
    assessmentKey: id<string>('The assessment'),
    threatKey: id<string>('The threat’s key'),
    notRelevant: optional(longText('Why the threat is not relevant')),
    vulnerability: longText('What makes it possible'),
    existing: longText('What is done about it already'),
    controlKeys: json(z.array(z.string()), 'Controls that are there'),
    inherent: json(estimate, 'Before controls'),
    current: json(estimate, 'With the controls that are there'),
    target: json(estimate, 'When the plan is carried out'),
    treatment: optional(choice(treatments, 'How it is treated')),
    treatmentNote: longText('Why so'),
    stamps: json(z.record(z.string(), stamp), 'Who changed which field last'),
  },
});
export type Risk = RecordIn<typeof Risks>;

/** An action about a risk. Tied to asset and threat, so it survives new assessments. */
export const RiskActions = defineList('RiskActions', {
  describe: 'Actions that treat a risk: owner, date, cost, effect and progress (R1). Each is an obligation.',
  columns: {
    title: text('What is done'),
    riskKey: id<string>('The risk: asset and threat'),
    assetKey: id<string>('The asset'),
    ownerId: id<PersonId>('Who does it'),
    due: date('By when'),
    cost: optional(whole('Cost in kroner')),
    effect: longText('What it should achieve'),
    progress: whole('Per cent done'),
    note: longText('Note on the progress'),
    ...outcomeColumns,
  },
});
export type RiskAction = RecordIn<typeof RiskActions>;

const words = z.object({ da: z.string(), en: z.string().optional() });
/** A cell with its complete meaning, comparable across scales. Steps from 1. */
const frozenCell = z.object({
  consequence: z.number().int(),
  likelihood: z.number().int(),
  /** Number of steps and levels of the scale. */
  of: z.object({ consequence: z.number().int(), likelihood: z.number().int(), levels: z.number().int() }),
  /** Level index, mildest 0. */
  level: z.number().int(),
  words: z.object({ consequence: words, likelihood: words, level: words }),
  tone: z.enum(tones),
});
export type FrozenCell = z.output<typeof frozenCell>;

/** Requests for acceptance. The decisions are in the approval requests. */
export const RiskAcceptances = defineList('RiskAcceptances', {
  describe:
    'What has been asked to be accepted, one item for each content: reason, last day and the risk as it was (R1). The decision is an approval.',
  columns: {
    title: text('The risk'),
    riskKey: id<string>('The risk: asset and threat'),
    assetKey: id<string>('The asset'),
    reason: longText('Why it should be accepted'),
    until: date('Last day of the acceptance'),
    current: json(frozenCell, 'Where the risk stood'),
    target: optional(json(frozenCell, 'Where the plan would bring it')),
    treatment: optional(choice(treatments, 'How it was treated')),
    askedBy: id<PersonId>('Who asked'),
    askedAt: moment('When'),
  },
});
export type RiskAcceptance = RecordIn<typeof RiskAcceptances>;

/** An event that requires an early reassessment of an asset. */
export const AssessmentTriggers = defineList('AssessmentTriggers', {
  describe: 'Why an asset must be assessed again before its time, and by when (R2).',
  columns: {
    title: text('What has happened'),
    assetKey: id<string>('The asset'),
    reason: choice(triggerReasons, 'Kind of event'),
    due: date('By when'),
    raisedBy: id<PersonId>('Who said so'),
    raisedAt: moment('When'),
    takenBackAt: optional(moment('When it was taken back')),
  },
});
export type AssessmentTrigger = RecordIn<typeof AssessmentTriggers>;

/** Number of risks at a level, with its words then. */
export const levelCount = z.object({
  severity: z.number(),
  word: z.object({ da: z.string(), en: z.string().optional() }),
  tone: z.enum(tones),
  count: z.number().int(),
});
/** Risk levels at the end of a month, from before `Figures`: read-only. */
export const RiskFigures = defineList('RiskFigures', {
  editedBy: 'program',
  describe:
    'Risks by level at the end of each month, for the whole and by centre, from before `Figures` held it (R2). The key is the month.',
  columns: {
    title: text('The month, YYYY-MM'),
    levels: json(z.array(levelCount), 'Risks by level'),
    byCentre: json(z.record(z.string(), z.array(levelCount)), 'The same by centre'),
    frozenAt: moment('When it was frozen'),
  },
  check: ({ key }) => (isMonth(key) ? [] : [{ column: 'Key', wrong: 'form', hint: '2026-11' }]),
});
export type RiskFigure = RecordIn<typeof RiskFigures>;

/** People's saved views of the register. */
export const SavedViews = defineList('SavedViews', {
  editedBy: 'program',
  describe: 'Saved views of the risk register: filters, order and columns.',
  columns: {
    title: text('Name'),
    personId: id<PersonId>('Whose it is'),
    query: longText('The address after ?'),
    shared: boolean('Everybody with access sees it'),
  },
});

/** The centre of a figure. */
export type FigureCentre = CentreId | 'none';
