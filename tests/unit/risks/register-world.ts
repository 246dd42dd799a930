import { Assets, type Asset } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { instant, type LocalDate } from '../../../api/kernel/index.ts';
import { riskItemKey, riskKeyOf } from '../../../api/risks/known-risks.ts';
import type { Estimate, RiskScale } from '../../../api/risks/contract.ts';
import {
  Assessments,
  RiskActions,
  Risks,
  type Assessment,
  type FrozenThreat,
  type Risk,
  type RiskAction,
} from '../../../api/risks/index.ts';
import { currentScale } from '../../../api/risks/scales/scales.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aCentre, anAssignment, aPerson, centre, day, person, settle, the } from '../organisation/builders.ts';

export const today = day('2026-11-24');
export const at = (date: string) => instant(new Date(`${date}T10:00:00.000Z`));

/** A clean asset, without violations. */
export const anAsset = (key: string, changes: Partial<Asset> = {}): Asset => ({
  key,
  title: `System ${key}`,
  kind: 'system',
  description: '',
  centreId: centre('nord'),
  ownerId: person('anne'),
  usedBy: [],
  supplier: 'Leverandør A/S',
  personalData: ['ordinary'],
  dataSubjects: ['citizens'],
  criticality: 'medium',
  hosting: 'cloudEu',
  state: 'inUse',
  dependsOn: [],
  links: [],
  changedAt: at('2026-01-01'),
  changedBy: person('ciso'),
  ...changes,
});

export const aThreat = (key: string, title = `Trussel ${key}`): FrozenThreat => ({
  key,
  title: { da: title, en: `Threat ${key}` },
  description: { da: title, en: `Threat ${key}` },
});

/** A stage with one consequence: for confidentiality of the data subjects. */
export const aStage = (consequence: number, likelihood: number): Estimate => ({
  likelihood,
  consequence: { dataSubject: { confidentiality: consequence } },
});
/** As the previous stage. */
export const asBefore: Estimate = { consequence: {} };

/** Overrides of a threat in a clean assessment. */
export type Said = Partial<Omit<Risk, 'key' | 'assessmentKey' | 'threatKey'>>;
const clean = (said: Said): Omit<Risk, 'key' | 'assessmentKey' | 'threatKey'> => ({
  title: 'Trussel',
  vulnerability: '',
  existing: '',
  controlKeys: [],
  inherent: aStage(2, 2),
  current: aStage(1, 1),
  target: asBefore,
  treatmentNote: '',
  stamps: {},
  ...said,
});

export const anAssessment = (asset: Asset, scale: RiskScale, changes: Partial<Assessment> = {}): Assessment => ({
  key: `assessment-${asset.key}-${changes.number ?? 1}`,
  title: asset.title,
  assetKey: asset.key,
  number: 1,
  state: 'finished',
  form: 'full',
  scale,
  threats: [],
  views: ['dataSubject', 'organisation'],
  participantIds: [person('anne')],
  guests: '',
  heldOn: day('2026-06-01'),
  reviewMonths: 12,
  note: '',
  facts: {
    supplier: asset.supplier ?? '',
    hosting: asset.hosting,
    personalData: asset.personalData,
    dependsOn: asset.dependsOn,
  },
  startedAt: at('2026-05-01'),
  startedBy: person('anne'),
  changedAt: at('2026-06-01'),
  changedBy: person('anne'),
  finishedAt: at('2026-06-01'),
  finishedBy: person('anne'),
  ...changes,
});

/** A town with centres Nord and Syd, an ISK, a CISO and Anne. */
export async function aRiskWorld(now = '2026-11-24T09:00:00.000Z') {
  const { context: bare, setNow } = memoryContext(now);
  const context: Context = { ...bare, texts: translator };
  await settle(context, {
    centres: [
      aCentre('nord', { title: 'Center Nord', position: 1 }),
      aCentre('syd', { title: 'Center Syd', position: 2 }),
    ],
    people: [
      aPerson('anne', { title: 'Anne Ager' }),
      aPerson('bo', { title: 'Bo Ågård' }),
      aPerson('gone', { title: 'Gunnar Gået', leftOn: day('2026-10-01') }),
      aPerson('ciso'),
      aPerson('isk'),
    ],
    roles: [anAssignment('ciso', 'ciso'), anAssignment('isk', 'coordinator', { centreId: centre('syd') })],
  });
  return { context, setNow, ciso: the(context, 'ciso'), isk: the(context, 'isk') };
}

/** An asset with a finished assessment of these threats. Returns the keys of the risks by threat. */
export async function assess(
  context: Context,
  asset: Asset,
  threats: Readonly<Record<string, Said>> = {},
  changes: Partial<Assessment> = {},
): Promise<{ asset: Asset; assessment: Assessment; riskKey: (threat: string) => string }> {
  await context.list(Assets).create(asset);
  const frozen = Object.keys(threats).map((key) => aThreat(key));
  const assessment = anAssessment(asset, currentScale(context), { threats: frozen, ...changes });
  await context.list(Assessments).create(assessment);
  for (const [threatKey, said] of Object.entries(threats)) {
    const key = riskItemKey(assessment.key, threatKey);
    await context.list(Risks).create({ key, assessmentKey: assessment.key, threatKey, ...clean(said) });
  }
  return { asset, assessment, riskKey: (threat) => riskKeyOf(asset.key, threat) };
}

export async function act(context: Context, riskKey: string, changes: Partial<RiskAction> = {}): Promise<void> {
  const due: LocalDate = day('2027-03-01');
  await context.list(RiskActions).create({
    key: `action-${context.list(RiskActions).all().length}`,
    title: 'Slå to-faktor til',
    riskKey,
    assetKey: riskKey.split('_')[0] ?? '',
    ownerId: person('bo'),
    due,
    effect: 'Sværere at komme ind',
    progress: 0,
    note: '',
    changedAt: at('2026-06-02'),
    changedBy: person('anne'),
    ...changes,
  });
}
