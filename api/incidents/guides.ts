import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { forbidden, nowOf, type Actor, type Language } from '../kernel/index.ts';
import { isWorkingTime } from '../working-days.ts';
import type { GuideWords } from './contract.ts';
import { IncidentGuides, type IncidentGuide } from './incident-list.ts';
import { mayKeepGuides } from './permissions.ts';
import type { IncidentKind } from './vocabulary.ts';

/** For kinds without their own text. */
export const forAll = 'all';
export type GuideOf = IncidentKind | typeof forAll;

export interface Called {
  /** Empty: no person is named. */
  name: string;
  phone: string;
}
export interface Guide {
  /** The municipality's text; absent: the built-in one. */
  firstStep?: string;
  /** People to call, first the one on duty now. */
  calls: readonly Called[];
}

/** The municipality's instructions for a kind of accident, as of now. From memory. */
export function guideFor(context: Context, kind: IncidentKind, language: Language): Guide {
  const list = context.list(IncidentGuides);
  const rows = [list.get(kind), list.get(forAll)].filter((row) => row !== undefined);
  const [own] = rows.filter((row) => row.title === kind);
  const say = (of: keyof Pick<IncidentGuide, 'callName' | 'callPhone' | 'nightPhone'>) =>
    rows.map((row) => row[of].trim()).find((text) => text !== '') ?? '';
  const firstStep = ((language === 'en' && own?.firstStepEnglish) || own?.firstStep || '').trim();
  const [day, night] = [say('callPhone'), say('nightPhone')];
  const phones = isWorkingTime(context.clock.now()) ? [day] : [night, day];
  return {
    ...(firstStep === '' ? {} : { firstStep }),
    calls: [...new Set(phones)].filter((phone) => phone !== '').map((phone) => ({ name: say('callName'), phone })),
  };
}

/** All that the municipality has said, by kind. From memory. */
export const guidesNow = (context: Context): IncidentGuide[] => [...context.list(IncidentGuides).all()];

/**
 * Sets the bot's answer about such an accident. Empty texts are the built-in ones, an empty number is that of `all`.
 * Without changes nothing is written. 4 resource units. Throws AppError: forbidden `incidents.mayNotKeepGuides`,
 * unavailable.
 */
export async function keepGuide(context: Context, actor: Actor, of: GuideOf, words: GuideWords): Promise<void> {
  if (!mayKeepGuides(actor)) throw forbidden('incidents.mayNotKeepGuides');
  const list = context.list(IncidentGuides);
  const known = list.get(of);
  const isSame =
    known !== undefined && (Object.keys(words) as (keyof GuideWords)[]).every((name) => known[name] === words[name]);
  if (isSame) return;
  const now = nowOf(context.clock);
  const fields = { title: of, ...words, changedAt: now, changedBy: actor.personId };
  const { existed } = await list.create({ key: of, ...fields });
  if (existed) await list.update(of, () => fields);
  await recordAct(context, {
    act: 'changeIncidentGuide',
    subjectKey: of,
    actorId: actor.personId,
    at: now,
    occasion: now,
  });
}
