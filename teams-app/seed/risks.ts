import type { Asset } from '../../api/assets/index.ts';
import { addDays, stableKey, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import type { Estimate } from '../../api/risks/contract.ts';
import { assetFactsOf, shippedCatalogues, shippedScales, statusesOf } from '../../api/risks/index.ts';
import type { Assessment, AssessmentTrigger, FrozenThreat, Risk, RiskAction } from '../../api/risks/index.ts';
import { dice, type Dice } from './dice.ts';
import { systemThreats, workThreats, type SeedThreat } from './risk-threats.ts';

/** Unassessed assets, for the overview. */
const neverAssessed = ['sys-noedkald', 'sys-tandpleje', 'sys-kort', 'arb-ppr', 'arb-tilskud'];
/** Assessed twice, a year apart. */
const assessedTwice = ['sys-omsorg', 'sys-boernesag', 'arb-medicin', 'arb-sygedagpenge', 'sys-loen', 'sys-netvaerk'];
const drafted = 'sys-velfaerdsrobot';

const morning = (day: LocalDate): Instant => `${day}T09:00:00.000Z` as Instant;
const step = (value: number): number => Math.min(4, Math.max(1, value));

/** Severity for data subjects, and for the municipality. */
function weights({ personalData, dataSubjects, criticality }: Asset) {
  const exposed = dataSubjects.some((group) => group === 'children' || group === 'vulnerable');
  const isSensitive = personalData.includes('sensitive') || personalData.includes('criminal');
  const plain = personalData.length === 0 ? 1 : 2;
  const people = isSensitive ? 3 + Number(exposed && criticality === 'vital') : plain + Number(personalData.length > 1);
  return { people, organisation: { low: 1, medium: 2, high: 3, vital: 4 }[criticality] };
}

function estimatesOf(
  asset: Asset,
  threat: SeedThreat,
  chance: Dice,
): Record<'inherent' | 'current' | 'target', Estimate> {
  const { people, organisation } = weights(asset);
  const spread = chance.whole(-1, 0);
  const triple = (base: number) =>
    Object.fromEntries(threat.hits.map((dimension, place) => [dimension, step(base + spread - place)]));
  const [before, now, then] = threat.likelihood;
  const luck = chance.next() < 0.25 ? -1 : 0;
  const stops = threat.hits.includes('availability');
  return {
    inherent: {
      likelihood: step(before),
      consequence: {
        dataSubject: triple(stops ? people - 1 : people),
        organisation: triple(stops ? organisation : organisation - 1),
      },
    },
    current: { likelihood: step(now + luck), consequence: {} },
    target: { likelihood: step(Math.min(then, now + luck)), consequence: {} },
  };
}

/** Treatment of the two worst levels, and of some yellow ones. */
function treated(level: number, threat: SeedThreat, chance: Dice): Pick<Risk, 'treatment' | 'treatmentNote'> {
  if (level === 0) return { treatmentNote: '' };
  if (threat.action) return { treatment: 'mitigate', treatmentNote: '' };
  return chance.next() < 0.8
    ? { treatment: 'accept', treatmentNote: 'Det koster mere at gøre mere, end det er værd.' }
    : { treatmentNote: '' };
}

interface Made {
  assessments: Assessment[];
  risks: Risk[];
  actions: RiskAction[];
  triggers: AssessmentTrigger[];
}

/** Assessments of most assets, with treatment of the worst risks. */
export function seedRisks(assets: readonly Asset[], today: LocalDate, byCode: (code: string) => PersonId): Made {
  const made: Made = { assessments: [], risks: [], actions: [], triggers: [] };
  for (const [place, asset] of assets.entries()) {
    const isOpen = asset.state === 'inUse' && asset.notNeeded === undefined && !neverAssessed.includes(asset.key);
    if (asset.key === drafted) assess(made, asset, { number: 1, daysAgo: 5, draft: true, today, byCode });
    if (!isOpen) continue;
    const daysAgo = 30 + ((place * 53) % 380);
    const twice = assessedTwice.includes(asset.key);
    if (twice) assess(made, asset, { number: 1, daysAgo: daysAgo + 365, today, byCode, superseded: true });
    assess(made, asset, { number: twice ? 2 : 1, daysAgo, today, byCode });
  }
  made.triggers.push({
    key: 'udloeser-omsorg',
    title: 'Nærcare flytter driften til et nyt datacenter i januar.',
    assetKey: 'sys-omsorg',
    reason: 'supplierChanged',
    due: addDays(today, 35),
    raisedBy: byCode('fatima'),
    raisedAt: morning(addDays(today, -6)),
  });
  return made;
}

interface When {
  number: number;
  daysAgo: number;
  today: LocalDate;
  byCode: (code: string) => PersonId;
  draft?: boolean;
  superseded?: boolean;
}

const stateOf = ({ draft, superseded }: When): Assessment['state'] => {
  if (draft) return 'draft';
  return superseded ? 'superseded' : 'finished';
};

function assess(made: Made, asset: Asset, when: When): void {
  const { number, daysAgo, today, byCode, draft = false, superseded = false } = when;
  const isSystem = asset.kind === 'system';
  const catalogue = shippedCatalogues.find(({ key }) => key === (isSystem ? 'systems' : 'work'));
  const scale = shippedScales.find(({ key }) => key === 'standard')?.scale;
  if (!catalogue || !scale) throw new RangeError('the shipped scale and catalogues are gone');
  const heldOn = addDays(today, -daysAgo);
  const by = asset.ownerId ?? byCode('fatima');
  const threats: FrozenThreat[] = catalogue.threats.map((threat) => ({ ...threat, catalogueKey: catalogue.key }));
  const key = stableKey(asset.key, String(number));
  const assessment: Assessment = {
    key,
    title: asset.title,
    assetKey: asset.key,
    number,
    form: 'full',
    scale,
    threats,
    heldOn,
    guests: '',
    note: '',
    views: ['dataSubject', 'organisation'],
    participantIds: [by, byCode('signe')],
    reviewMonths: 12,
    state: stateOf(when),
    startedAt: morning(addDays(heldOn, -9)),
    startedBy: by,
    changedAt: morning(heldOn),
    changedBy: by,
    ...(draft ? {} : { finishedAt: morning(heldOn), finishedBy: by, facts: assetFactsOf(asset) }),
  };
  made.assessments.push(assessment);
  const chance = dice(`risks ${key}`);
  const answered = (isSystem ? systemThreats : workThreats).filter(() => chance.next() < (draft ? 0.3 : 0.85));
  for (const threat of answered) {
    const estimates = estimatesOf(asset, threat, chance);
    const worse = superseded ? { ...estimates, current: estimates.inherent } : estimates;
    const level = statusesOf(assessment, worse).current?.level ?? 0;
    const title = threats.find((known) => known.key === threat.key)?.title.da ?? threat.key;
    const treatment = draft ? { treatmentNote: '' } : treated(level, threat, chance);
    made.risks.push({
      key: stableKey(key, threat.key),
      title,
      assessmentKey: key,
      threatKey: threat.key,
      ...worse,
      ...treatment,
      vulnerability: threat.vulnerability,
      existing: threat.existing,
      controlKeys: [...threat.controls],
      stamps: { 'inherent.likelihood': { by, at: morning(heldOn) } },
    });
    const isPlanned = !superseded && treatment.treatment === 'mitigate' && threat.action && chance.next() < 0.9;
    if (isPlanned) made.actions.push(actionOf(asset, threat, { chance, today, by, daysAgo, byCode }));
  }
}

function actionOf(
  asset: Asset,
  { key, action }: SeedThreat,
  {
    chance,
    today,
    by,
    daysAgo,
    byCode,
  }: { chance: Dice; today: LocalDate; by: PersonId; daysAgo: number; byCode: When['byCode'] },
): RiskAction {
  const { title = '', effect = '', cost } = action ?? {};
  const due = addDays(today, chance.whole(-20, 150));
  const isDone = chance.next() < 0.35;
  const doneAt = morning(addDays(today, -chance.whole(1, Math.min(daysAgo, 60))));
  const changedAt = isDone ? doneAt : morning(addDays(today, -Math.min(daysAgo, 20)));
  const ownerId = asset.ownerId === undefined || chance.next() < 0.3 ? byCode('jeppe') : by;
  return {
    key: stableKey('handling', asset.key, key),
    title,
    riskKey: stableKey(asset.key, key),
    assetKey: asset.key,
    ownerId,
    due,
    effect,
    note: '',
    progress: isDone ? 100 : chance.pick([0, 0, 25, 50, 75]),
    ...(cost === undefined ? {} : { cost }),
    ...(isDone ? { doneAt, doneBy: ownerId } : {}),
    changedAt,
    changedBy: ownerId,
  };
}
