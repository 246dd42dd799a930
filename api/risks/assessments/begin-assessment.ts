import { assetOrThrow, type Asset } from '../../assets/index.ts';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid, nowOf, stableKey, type Actor } from '../../kernel/index.ts';
import { isTaken, type Stored } from '../../sharepoint/index.ts';
import { cataloguesFor } from '../catalogues/catalogues.ts';
import { assessmentsOf } from '../known-risks.ts';
import { maySeeAssessment } from '../permissions.ts';
import { Assessments, type Assessment } from '../risk-lists.ts';
import { currentScale } from '../scales/scales.ts';
import type { View } from '../vocabulary.ts';
import { requireAssessor } from './assessments.ts';
import { copyRisks } from './copy-risks.ts';
import { catalogueKeysOf, cataloguesOrThrow, withCatalogues } from './threats.ts';
import { openTriggers } from './triggers.ts';

export interface ToBegin {
  assetKey: string;
  form: Assessment['form'];
  catalogueKeys?: readonly string[] | undefined;
  views?: View[] | undefined;
  copyFrom?: string | undefined;
}

/** Concurrent starts of an asset's first, second … assessment get the same key. */
export const assessmentKeyOf = (assetKey: string, number: number): string => stableKey(assetKey, String(number));

/** Default months until the next assessment: yearly (R2). */
const yearly = 12;

/**
 * Starts an assessment (R1): scale and threats are frozen in it. An existing draft is returned, and an interrupted copy
 * continues. 4 resource units, and 2 for each copied risk. Throws AppError: missing, forbidden `risks.mayNotAssess`,
 * conflict `risks.assetRetired`, invalid `risks.copySource`, unavailable.
 */
export async function beginAssessment(context: Context, actor: Actor, input: ToBegin): Promise<Stored<Assessment>> {
  const asset = assetOrThrow(context, input.assetKey);
  requireAssessor(actor, asset);
  const source = sourceOf(context, actor, input.copyFrom);
  const draft = assessmentsOf(context, asset.key).draft ?? (await begun(context, actor, asset, input, source));
  const about = { act: 'beginAssessment', subjectKey: draft.key, actorId: draft.startedBy, at: draft.startedAt };
  await recordAct(context, { ...about, details: { assetKey: asset.key, form: draft.form } });
  if (source && draft.copiedFrom === source.key) await copyRisks(context, actor, source, draft);
  return draft;
}

async function begun(
  context: Context,
  actor: Actor,
  asset: Stored<Asset>,
  input: ToBegin,
  source: Assessment | undefined,
): Promise<Stored<Assessment>> {
  if (asset.state === 'retired') throw conflict('risks.assetRetired');
  const list = context.list(Assessments);
  const fields = fieldsOf(context, actor, asset, input, source);
  for (let number = 1; ; number += 1) {
    const key = assessmentKeyOf(asset.key, number);
    if (isTaken(list, key)) continue;
    const { record, existed } = await list.create({ key, number, ...fields });
    // The number was taken concurrently: a draft is the result, anything else needs the next number.
    if (existed && record.state !== 'draft') continue;
    return record;
  }
}

function fieldsOf(
  context: Context,
  actor: Actor,
  asset: Stored<Asset>,
  { form, catalogueKeys, views, copyFrom }: ToBegin,
  source: Assessment | undefined,
) {
  const now = nowOf(context.clock);
  const kept = source?.threats ?? [];
  const usual = source
    ? catalogueKeysOf(kept)
    : cataloguesFor(context, asset.kind)
        .filter(({ kind }) => kind === asset.kind)
        .map(({ key }) => key);
  const chosen = cataloguesOrThrow(context, catalogueKeys ?? usual);
  const [trigger] = openTriggers(context, asset.key);
  return {
    title: asset.title,
    assetKey: asset.key,
    state: 'draft' as const,
    form,
    scale: currentScale(context),
    threats: withCatalogues(kept, chosen, () => source !== undefined),
    views: views ?? source?.views ?? (['dataSubject', 'organisation'] satisfies View[]),
    participantIds: [actor.personId],
    guests: '',
    reviewMonths: source?.reviewMonths ?? yearly,
    note: '',
    ...(trigger ? { trigger: trigger.reason } : {}),
    ...(copyFrom === undefined ? {} : { copiedFrom: copyFrom }),
    startedAt: now,
    startedBy: actor.personId,
    changedAt: now,
    changedBy: actor.personId,
  };
}

/** Only existing sources that the writer may read. */
function sourceOf(context: Context, actor: Actor, key: string | undefined): Stored<Assessment> | undefined {
  if (key === undefined) return undefined;
  const source = context.list(Assessments).get(key);
  const isReadable = source && source.state !== 'discarded' && maySeeAssessment(actor, ownerOf(context, source));
  if (!isReadable) throw invalid('risks.copySource', { field: 'copyFrom' });
  return source;
}
const ownerOf = (context: Context, { assetKey }: Assessment) => assetOrThrow(context, assetKey);
