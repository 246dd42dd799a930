import { z } from 'zod';
import type { World } from '../../teams-app/emulator/world.ts';
import { addDays, latest } from './raw-dates.ts';
import { byKey, dayIn, jsonIn, momentIn, owed, rawItems, text, type Fields, type Work } from './raw-items.ts';

const estimate = z.looseObject({
  likelihood: z.number().optional(),
  consequence: z.record(z.string(), z.record(z.string(), z.number())).default({}),
});
const scale = z.looseObject({ levels: z.array(z.unknown()), matrix: z.array(z.array(z.number())) });

/** A risk of the register with its current controls. */
export interface Risk {
  key: string;
  risk: Fields;
  asset: Fields;
  assessment: Fields;
  consequence: number;
  likelihood: number;
  /** Levels of its scale, and how many are worse: 0 is the worst. */
  levels: number;
  fromTop: number;
}

/** Content of each asset's latest finished assessment, for assets in use or planned: relevant, rated threats. */
export function register(world: World): Risk[] {
  const assets = byKey(world, 'Assets');
  const newest = new Map(
    finished(world)
      .toSorted((one, other) => Number(one['Number']) - Number(other['Number']))
      .map((one) => [text(one, 'AssetKey'), one]),
  );
  const byAssessment = Map.groupBy(rawItems(world, 'Risks'), (risk) => text(risk, 'AssessmentKey'));
  return [...newest].flatMap(([assetKey, assessment]) => {
    const asset = assets.get(assetKey);
    if (!asset || text(asset, 'State') === 'retired') return [];
    const { levels, matrix } = jsonIn(assessment, 'Scale', scale);
    return (byAssessment.get(text(assessment, 'Key')) ?? []).flatMap((risk): Risk[] => {
      const cell = cellOf(risk);
      const level = cell && matrix[cell.consequence - 1]?.[cell.likelihood - 1];
      if (text(risk, 'NotRelevant') !== '' || cell === undefined || level === undefined) return [];
      const key = `${assetKey}_${text(risk, 'ThreatKey')}`;
      return [
        { ...{ key, risk, asset, assessment, ...cell }, levels: levels.length, fromTop: levels.length - 1 - level },
      ];
    });
  });
}
export const finished = (world: World): Fields[] =>
  rawItems(world, 'Assessments').filter((one) => !['draft', 'discarded'].includes(text(one, 'State')));

/** The worst consequence and the likelihood; missing values are those of the previous stage. */
function cellOf(risk: Fields): Pick<Risk, 'consequence' | 'likelihood'> | undefined {
  const [before, now] = [jsonIn(risk, 'Inherent', estimate), jsonIn(risk, 'Current', estimate)];
  const said = new Map<string, number>();
  for (const { consequence } of [before, now])
    for (const [view, steps] of Object.entries(consequence))
      for (const [dimension, step] of Object.entries(steps)) said.set(`${view} ${dimension}`, step);
  const likelihood = now.likelihood ?? before.likelihood;
  if (likelihood === undefined || said.size === 0) return undefined;
  return { consequence: Math.max(...said.values()), likelihood };
}

/** An acceptance: what was requested, and when it was given. */
export interface Accepted {
  asked: Fields;
  request: Fields;
}
/** For each risk the request of its latest accepted round. */
export function acceptedRisks(world: World): Map<string, Accepted> {
  const asked = Map.groupBy(rawItems(world, 'RiskAcceptances'), (one) => text(one, 'RiskKey'));
  return new Map(
    roundsOf(world)
      .filter((one) => text(one, 'State') === 'approved')
      .flatMap((request): [string, Accepted][] => {
        const key = text(request, 'SubjectKey');
        const [own] = (asked.get(key) ?? [])
          .filter((one) => text(one, 'AskedAt') <= text(request, 'SubmittedAt'))
          .toSorted((one, other) => text(other, 'AskedAt').localeCompare(text(one, 'AskedAt')));
        return own ? [[key, { asked: own, request }]] : [];
      }),
  );
}
const roundsOf = (world: World): Fields[] =>
  rawItems(world, 'ApprovalRequests')
    .filter((one) => text(one, 'SubjectKind') === 'riskAcceptance')
    .toSorted((one, other) => Number(one['Round']) - Number(other['Round']));

const cell = z.looseObject({ consequence: z.number(), likelihood: z.number() });
/** By its last day, or within 14 days after the risk moved: until requested again, or rejected. */
export function acceptancesToRenew(world: World): Work[] {
  const newest = new Map(roundsOf(world).map((one) => [text(one, 'SubjectKey'), one]));
  const accepted = acceptedRisks(world);
  return register(world).flatMap(({ key, asset, assessment, consequence, likelihood }) => {
    const { asked, request } = accepted.get(key) ?? {};
    if (!asked || !request || !['approved', 'withdrawn'].includes(text(newest.get(key) ?? {}, 'State'))) return [];
    const [then, until] = [jsonIn(asked, 'Current', cell), dayIn(asked, 'Until')];
    const hasMoved = then.consequence !== consequence || then.likelihood !== likelihood;
    const moved = addDays(latest(momentIn(assessment, 'FinishedAt'), momentIn(request, 'EndedAt')), 14);
    return [owed(asked, asset, hasMoved && moved < until ? moved : until)];
  });
}
