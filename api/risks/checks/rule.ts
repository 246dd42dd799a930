import type { Asset } from '../../assets/index.ts';
import type { LocalDate } from '../../kernel/index.ts';
import type { FrozenThreat } from '../risk-lists.ts';
import type { AssessmentCase, AssetCase, CheckWorld, ThreatCase } from './check-world.ts';
import type { TextGroups, TextKey } from '../../texts/catalogue.ts';

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** A value of a text: literal, a text key, or a day. */
export type Value = string | number | { word: TextKey } | { day: LocalDate };
/** Where a rule is broken, in no language. `values` fill its sentence. */
export interface Place {
  asset: Asset;
  /** `asset`: on the asset's page; `assessment`: in the assessment; `risk`: on the risk's page. */
  mend: { page: 'asset' } | { page: 'assessment'; key: string } | { page: 'risk'; key: string };
  threat?: FrozenThreat;
  values?: Readonly<Record<string, Value>>;
}

/**
 * A rule of the quality check (R1). Texts under `riskDocuments.checks.rules.<code>`: `rule` says what and why,
 * `finding` the problem at a place.
 */
export interface Rule {
  code: TextGroups<'riskDocuments.checks.rules'>;
  severity: Severity;
  /** Also applied to drafts, for what is in them. */
  inDrafts: boolean;
  find(world: CheckWorld): Place[];
}
/** Result for one thing: none, or the values of its text. */
type Wrong = Place['values'] | boolean | undefined;
type Head = Pick<Rule, 'code' | 'severity'>;

const valuesOf = (wrong: Exclude<Wrong, false | undefined>) => (wrong === true ? {} : { values: wrong });

/** A rule about assets; fixed on the asset's page unless `mendIn` differs. */
export const aboutAssets = (
  head: Head,
  wrong: (one: AssetCase, world: CheckWorld) => Wrong,
  mendIn: (one: AssetCase) => Place['mend'] = () => ({ page: 'asset' }),
): Rule => ({
  ...head,
  inDrafts: false,
  find: (world) =>
    world.assets.flatMap((one): Place[] => {
      const found = wrong(one, world);
      return found === undefined || found === false
        ? []
        : [{ asset: one.asset, mend: mendIn(one), ...valuesOf(found) }];
    }),
});

/** A rule about whole assessments. */
export const aboutAssessments = (
  head: Head,
  wrong: (assessed: AssessmentCase, one: AssetCase, world: CheckWorld) => Wrong,
): Rule => ({
  ...head,
  inDrafts: true,
  find: (world) =>
    world.assets.flatMap((one): Place[] => {
      const found = one.assessed && wrong(one.assessed, one, world);
      return found === undefined || found === false || !one.assessed
        ? []
        : [
            {
              asset: one.asset,
              mend: { page: 'assessment', key: one.assessed.assessment.key },
              ...valuesOf(found),
            },
          ];
    }),
});

/** A rule about single risks. Problems of a draft, or without a level, are fixed in the assessment. */
export const aboutRisks = (
  head: Head & { inDrafts: boolean },
  wrong: (risk: ThreatCase, assessed: AssessmentCase, world: CheckWorld) => Wrong,
): Rule => ({
  ...head,
  find: (world) => {
    const places: Place[] = [];
    for (const { asset, assessed } of world.assets) {
      if (!assessed) continue;
      for (const risk of assessed.threats) {
        const found = wrong(risk, assessed, world);
        if (found === undefined || found === false) continue;
        const inRegister = !assessed.isDraft && risk.statuses.current !== undefined;
        const mend: Place['mend'] = inRegister
          ? { page: 'risk', key: risk.key }
          : { page: 'assessment', key: assessed.assessment.key };
        places.push({ asset, mend, threat: risk.threat, ...valuesOf(found) });
      }
    }
    return places;
  },
});
