import { assetOrThrow } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { AnswerOf } from '../../http/endpoint.ts';
import { forbidden, type Actor } from '../../kernel/index.ts';
import { personRef } from '../../organisation/index.ts';
import type { risksContract } from '../contract.ts';
import { mayAssess, maySeeAssessment } from '../permissions.ts';
import { changedFacts } from './asset-facts.ts';
import { openTriggers } from './triggers.ts';

/**
 * Events of an asset since its assessment: reported by people, or detected from changes (R2). Throws AppError: missing,
 * forbidden `risks.mayNotSee`.
 */
export function triggerList(
  context: Context,
  actor: Actor,
  assetKey: string,
): AnswerOf<(typeof risksContract)['GET /api/risks/triggers']> {
  const asset = assetOrThrow(context, assetKey);
  if (!maySeeAssessment(actor, asset)) throw forbidden('risks.mayNotSee');
  return {
    triggers: (asset.state === 'retired' ? [] : openTriggers(context, assetKey)).map(
      ({ key, reason, title, due, raisedBy, raisedAt }) => ({
        key,
        reason,
        note: title,
        due,
        raisedAt,
        raisedBy: personRef(context, raisedBy),
      }),
    ),
    changed: changedFacts(context, asset, actor.language),
    abilities: { raise: mayAssess(actor, asset) },
  };
}
