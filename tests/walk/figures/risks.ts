import { dayIn, rawItems, text, type Fields } from '../raw-items.ts';
import { acceptedRisks, finished, register } from '../raw-risks.ts';
import { assessmentsOwed } from '../raw-vital.ts';
import { inUse, number, numberOf, share, textsIn, thing, type Asked, type Recount } from './thing.ts';

/** Known risks, and their treatment. */
export function riskRecounts({ world, day }: Asked): Record<string, Recount> {
  const placed = inUse(world);
  const at = (asset: Fields): string[] => placed([text(asset, 'CentreId'), ...textsIn(asset, 'UsedBy')]);
  const risks = register(world);
  const actions = Map.groupBy(
    rawItems(world, 'RiskActions').filter((one) => text(one, 'DoneAt') === '' && text(one, 'CancelledAt') === ''),
    (one) => text(one, 'RiskKey'),
  );
  const assets = rawItems(world, 'Assets').filter((asset) => text(asset, 'State') !== 'retired');
  const assessed = new Set(finished(world).map((one) => text(one, 'AssetKey')));
  const due = new Map(assessmentsOwed(world).map(({ key, due: by }) => [key, by]));
  const ends = new Map([...acceptedRisks(world)].map(([key, { asked }]) => [key, dayIn(asked, 'Until')]));
  return {
    risks: numberOf(risks.map(({ asset }) => thing(at(asset), true))),
    risksWorst: numberOf(risks.map(({ asset, fromTop }) => thing(at(asset), fromTop === 0))),
    risksSecond: numberOf(risks.map(({ asset, fromTop, levels }) => thing(at(asset), fromTop === 1 && levels > 2))),
    assetsAssessed: share(
      assets.map((asset) => {
        const isAssessed = assessed.has(text(asset, 'Key'));
        const mustBe = text(asset, 'NotNeeded') === '' && text(asset, 'State') === 'inUse';
        return thing(at(asset), isAssessed, isAssessed || mustBe);
      }),
    ),
    assessmentsLate: number(
      assets
        .filter((asset) => assessed.has(text(asset, 'Key')))
        .map((asset) => thing(at(asset), (due.get(text(asset, 'Key')) ?? day) < day)),
    ),
    treatmentsLate: numberOf(
      risks.flatMap(({ key, asset }) =>
        (actions.get(key) ?? []).map((action) => thing(at(asset), dayIn(action, 'Due') < day)),
      ),
    ),
    acceptancesOver: number(risks.map(({ key, asset }) => thing(at(asset), (ends.get(key) ?? day) < day))),
    risksUntreated: numberOf(risks.map(({ risk, asset }) => thing(at(asset), text(risk, 'Treatment') === ''))),
  };
}
