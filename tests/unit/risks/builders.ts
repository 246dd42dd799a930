import { Assets, type Asset } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import type { Instant } from '../../../api/kernel/index.ts';
import type { Estimate, FieldChange } from '../../../api/risks/contract.ts';
import { Assessments, Risks, type Assessment, type Risk } from '../../../api/risks/index.ts';
import { riskItemKey } from '../../../api/risks/known-risks.ts';
import { shippedScales } from '../../../api/risks/scales/shipped-scales.ts';
import { centre, day, person } from '../organisation/builders.ts';

export const moment = (text: string) => text as Instant;

export const anAsset = (key: string, changes: Partial<Asset> = {}): Asset => ({
  ...{ key, title: `Aktiv ${key}`, kind: 'system', description: '', centreId: centre('nord') },
  ...{ usedBy: [], personalData: ['ordinary'], dataSubjects: ['citizens'], criticality: 'high', hosting: 'own' },
  ...{ state: 'inUse', dependsOn: [], links: [] },
  ...{ changedAt: moment('2026-01-01T09:00:00.000Z'), changedBy: person('ciso') },
  ...changes,
});
export async function assets(context: Context, ...all: Asset[]): Promise<void> {
  for (const asset of all) await context.list(Assets).create(asset);
}

export const scaleOf = (key: string) => {
  const found = shippedScales.find((shipped) => shipped.key === key)?.scale;
  if (!found) throw new Error(`no scale ${key}`);
  return found;
};

/** Finished on 1 June 2026, with two own threats. */
export const anAssessment = (assetKey: string, changes: Partial<Assessment> = {}): Assessment => ({
  ...{ key: `${assetKey}_1`, title: `Aktiv ${assetKey}`, assetKey, number: 1, state: 'finished', form: 'full' },
  scale: scaleOf('kl'),
  threats: ['t1', 't2'].map((key) => ({ key, title: { da: `Trussel ${key}` }, description: { da: 'Fordi.' } })),
  ...{ views: ['dataSubject', 'organisation'], participantIds: [], guests: '', reviewMonths: 12, note: '' },
  ...{ startedAt: moment('2026-06-01T08:00:00.000Z'), startedBy: person('isk-nord') },
  ...{ changedAt: moment('2026-06-01T09:00:00.000Z'), changedBy: person('isk-nord') },
  ...{ finishedAt: moment('2026-06-01T09:00:00.000Z'), finishedBy: person('isk-nord'), heldOn: day('2026-06-01') },
  ...changes,
});

/** A consequence for the organisation’s confidentiality, with a likelihood. */
export const anEstimate = (consequence: number, likelihood: number): Estimate => ({
  likelihood,
  consequence: { organisation: { confidentiality: consequence } },
});
export const nothing: Estimate = { consequence: {} };

export const aRisk = (assessmentKey: string, threatKey: string, changes: Partial<Risk> = {}): Risk => ({
  ...{ key: riskItemKey(assessmentKey, threatKey), title: `Trussel ${threatKey}`, assessmentKey, threatKey },
  ...{ vulnerability: '', existing: '', controlKeys: [], inherent: nothing, current: nothing, target: nothing },
  ...{ treatmentNote: '', stamps: {} },
  ...changes,
});

/** An assessment with a current cell for each of its threats, as `[consequence, likelihood]`. */
export async function assessed(
  context: Context,
  assessment: Assessment,
  ...cells: (readonly [number, number])[]
): Promise<void> {
  await context.list(Assessments).create(assessment);
  for (const [place, [consequence, likelihood]] of cells.entries())
    await context
      .list(Risks)
      .create(aRisk(assessment.key, `t${place + 1}`, { inherent: anEstimate(consequence, likelihood) }));
}

export const change = (field: string, to: FieldChange['to'], from: FieldChange['from'] = null): FieldChange => ({
  ...{ field, from, to },
});
