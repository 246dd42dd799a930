import { assetRefOf } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { inLanguage, type Language } from '../../kernel/index.ts';
import { centreRef, personRef } from '../../organisation/index.ts';
import type { RiskRow } from '../contract.ts';
import { stagesViewOf } from '../levels.ts';
import type { VisibleEntry } from './filter-entries.ts';

/** View of a register line. */
export function riskRowOf(context: Context, language: Language, { entry, statuses }: VisibleEntry): RiskRow {
  const { known, actions, acceptance, assessedOn, reviewOn } = entry;
  const { key, asset, assessment, threat, risk } = known;
  const centre = centreRef(context, asset.centreId);
  return {
    key,
    title: inLanguage(threat.title, language),
    asset: assetRefOf(asset),
    ...(centre ? { centre } : {}),
    ...(asset.ownerId === undefined ? {} : { owner: personRef(context, asset.ownerId) }),
    stages: stagesViewOf(assessment.scale, statuses, language),
    ...(risk.treatment === undefined ? {} : { treatment: risk.treatment }),
    actions,
    acceptance,
    controls: risk.controlKeys.length,
    ...(assessedOn === undefined ? {} : { assessedOn }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
  };
}
