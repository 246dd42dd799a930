import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid, missing, nowOf, repeatableKey, type Actor } from '../../kernel/index.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { createOnce, longTextLimit } from '../../sharepoint/index.ts';
import type { CatalogueBody, Threat } from '../contract.ts';
import { ThreatCatalogues, type ThreatCatalogue } from '../risk-lists.ts';
import { requireScaleKeeper } from '../permissions.ts';
import { allCatalogues, findCatalogue, isShipped } from './catalogues.ts';

/** Own threats have one language; the title is the default description. */
function threatsOf(actor: Actor, { threats }: CatalogueBody, known: readonly Threat[]): Threat[] {
  const keys = new Set(known.map(({ key }) => key));
  const made = threats.map(({ key, title, description = '' }, place) => ({
    key: key !== undefined && keys.has(key) ? key : repeatableKey(actor, 'threat', String(place)),
    title: { da: title },
    description: { da: description === '' ? title : description },
  }));
  if (new Set(made.map(({ key }) => key)).size < made.length)
    throw invalid('risks.sameThreatTwice', { field: 'threats' });
  if (JSON.stringify(made).length > longTextLimit) throw invalid('risks.tooManyThreats', { field: 'threats' });
  return made;
}

/** The same catalogue, from an earlier request whose answer was lost. */
const madeAlready = (context: Context, { title, kind, threats }: CatalogueBody) => {
  const print = (all: readonly { title: string }[]) => JSON.stringify(all.map((threat) => threat.title));
  return context
    .list(ThreatCatalogues)
    .all()
    .find(
      (known) =>
        known.title === title &&
        known.kind === kind &&
        print(known.threats.map((threat) => ({ title: threat.title.da }))) === print(threats),
    );
};

function requireFreeTitle(context: Context, title: string, self?: string): void {
  const wanted = title.toLowerCase();
  const taken = allCatalogues(context).some(
    (known) => known.key !== self && [known.title.da, known.title.en].some((word) => word?.toLowerCase() === wanted),
  );
  if (taken) throw invalid('risks.catalogueTitleTaken', { field: 'title' });
}

/** Titles are unique among all catalogues: they are changed one at a time. */
const inTurn = <Value>(context: Context, work: () => Promise<Value>): Promise<Value> =>
  oneAtATime(context, 'threat catalogues', work);

/**
 * Creates a municipal catalogue (R1); idempotent, also by two at the same moment. 4 resource units. Throws AppError:
 * forbidden, invalid `risks.catalogueTitleTaken`, `risks.tooManyThreats`, `risks.sameThreatTwice`, conflict
 * `http.madeAlready`, unavailable.
 */
export async function makeCatalogue(context: Context, actor: Actor, body: CatalogueBody): Promise<string> {
  requireScaleKeeper(actor);
  return inTurn(context, () => makeInTurn(context, actor, body));
}

async function makeInTurn(context: Context, actor: Actor, body: CatalogueBody): Promise<string> {
  const known = madeAlready(context, body);
  if (known) return recordMaking(context, known);
  requireFreeTitle(context, body.title);
  const now = nowOf(context.clock);
  const { title, kind } = body;
  const fields = {
    title,
    kind,
    hidden: false,
    threats: threatsOf(actor, body, []),
    changedBy: actor.personId,
    changedAt: now,
  };
  const made = { key: repeatableKey(actor, 'catalogue'), ...fields };
  return recordMaking(context, await createOnce(context.list(ThreatCatalogues), made, ['changedAt']));
}

/** Audits it and returns the key. Idempotent. */
async function recordMaking(context: Context, made: Pick<ThreatCatalogue, 'key' | 'changedBy' | 'changedAt'>) {
  const { key, changedBy, changedAt } = made;
  await recordAct(context, { act: 'makeThreatCatalogue', subjectKey: key, actorId: changedBy, at: changedAt });
  return key;
}

/**
 * Changes an own catalogue; existing assessments keep their frozen threats. 4 resource units. Throws AppError:
 * forbidden, missing, conflict `risks.catalogueIsShipped`, invalid as above, unavailable.
 */
export async function changeCatalogue(context: Context, actor: Actor, key: string, body: CatalogueBody): Promise<void> {
  requireScaleKeeper(actor);
  if (isShipped(key)) throw conflict('risks.catalogueIsShipped');
  if (!findCatalogue(context, key)) throw missing('risks.noSuchCatalogue');
  await inTurn(context, () => changeInTurn(context, actor, key, body));
}

async function changeInTurn(context: Context, actor: Actor, key: string, body: CatalogueBody): Promise<void> {
  requireFreeTitle(context, body.title, key);
  const now = nowOf(context.clock);
  const { title, kind } = body;
  await context.list(ThreatCatalogues).update(key, ({ threats }) => ({
    title,
    kind,
    threats: threatsOf(actor, body, threats),
    changedBy: actor.personId,
    changedAt: now,
  }));
  const about = { act: 'changeThreatCatalogue', subjectKey: key, actorId: actor.personId, at: now };
  await recordAct(context, { ...about, occasion: repeatableKey(actor, 'act') });
}

/**
 * Hides a catalogue from new assessments or shows it; idempotent. 4 resource units. Throws AppError: forbidden,
 * missing, unavailable.
 */
export async function hideCatalogue(context: Context, actor: Actor, key: string, hidden: boolean): Promise<void> {
  requireScaleKeeper(actor);
  await inTurn(context, () => hideInTurn(context, actor, key, hidden));
}

async function hideInTurn(context: Context, actor: Actor, key: string, hidden: boolean): Promise<void> {
  const known = findCatalogue(context, key);
  if (!known) throw missing('risks.noSuchCatalogue');
  if (known.hidden === hidden) return;
  const now = nowOf(context.clock);
  const change = { hidden, changedBy: actor.personId, changedAt: now };
  const list = context.list(ThreatCatalogues);
  const { existed } = isShipped(key)
    ? await list.create({ key, title: known.title.da, kind: known.kind, threats: [], ...change })
    : { existed: true };
  if (existed) await list.update(key, () => change);
  const about = { act: 'hideThreatCatalogue', subjectKey: key, actorId: actor.personId, at: now, occasion: now };
  await recordAct(context, { ...about, details: { hidden } });
}
