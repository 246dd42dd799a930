import { recordAct, recordedEntry } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { invalid, missing, nowOf, repeatableKey, type Actor } from '../../kernel/index.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { createOnce, type RecordIn } from '../../sharepoint/index.ts';
import type { RiskScale } from '../contract.ts';
import { RiskScales } from '../risk-lists.ts';
import { requireSoundScale } from './scale-rules.ts';
import { currentItemKey, currentScaleKey, findScale } from './scales.ts';
import { requireScaleKeeper } from '../permissions.ts';
import { shippedScales } from './shipped-scales.ts';

const scalesTurn = 'risk scales';

/**
 * Creates a municipal scale; scales never change, so that old assessments stay valid. The same scale and name is
 * created once, also by two at the same moment. 4 resource units. Throws AppError: forbidden, invalid
 * `risks.scaleMatrix…`, `risks.scaleTitleTaken`, conflict `http.madeAlready`, unavailable.
 */
export async function makeScale(
  context: Context,
  actor: Actor,
  { title, scale }: { title: string; scale: RiskScale },
): Promise<string> {
  requireScaleKeeper(actor);
  requireSoundScale(scale);
  return oneAtATime(context, scalesTurn, () => makeInTurn(context, actor, title, scale));
}

/** Titles are unique. */
async function makeInTurn(context: Context, actor: Actor, title: string, scale: RiskScale): Promise<string> {
  const list = context.list(RiskScales);
  const named = list
    .all()
    .find((known) => known.scale !== undefined && known.title.toLowerCase() === title.toLowerCase());
  if (named && JSON.stringify(named.scale) === JSON.stringify(scale)) return recordMaking(context, named);
  const isShipped = shippedScales.some((shipped) => shipped.title.da === title || shipped.title.en === title);
  if (named || isShipped) throw invalid('risks.scaleTitleTaken', { field: 'title' });
  const key = repeatableKey(actor, 'scale');
  const made = { key, title, scale, madeBy: actor.personId, madeAt: nowOf(context.clock) };
  return recordMaking(context, await createOnce(list, made, ['madeAt']));
}

/** Audits it and returns the key. Idempotent. */
async function recordMaking(context: Context, { key, madeBy, madeAt }: RecordIn<typeof RiskScales>): Promise<string> {
  await recordAct(context, { act: 'makeRiskScale', subjectKey: key, actorId: madeBy, at: madeAt });
  return key;
}

/**
 * Sets the scale for new assessments (R1); existing ones keep theirs. A repeat does nothing, nor after another has
 * chosen otherwise. 4 resource units. Throws AppError: forbidden, missing, unavailable.
 */
export async function chooseScale(context: Context, actor: Actor, key: string): Promise<void> {
  requireScaleKeeper(actor);
  if (key === currentItemKey || !findScale(context, key)) throw missing('risks.noSuchScale');
  await oneAtATime(context, scalesTurn, () => chooseInTurn(context, actor, key));
}

async function chooseInTurn(context: Context, actor: Actor, key: string): Promise<void> {
  const act = { act: 'chooseRiskScale', subjectKey: key, occasion: repeatableKey(actor, 'act') };
  if (currentScaleKey(context) === key || (await recordedEntry(context, act)) !== undefined) return;
  const now = nowOf(context.clock);
  const chosen = { title: key, madeBy: actor.personId, madeAt: now };
  const { existed } = await context.list(RiskScales).create({ key: currentItemKey, ...chosen });
  if (existed) await context.list(RiskScales).update(currentItemKey, () => chosen);
  await recordAct(context, { ...act, actorId: actor.personId, at: now });
}
