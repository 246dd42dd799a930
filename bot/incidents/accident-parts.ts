import type { Context, Translate } from '../../api/context.ts';
import { phoneCalled } from '../../api/contingency/index.ts';
import { guideFor, toldOf, type IncidentKind } from '../../api/incidents/index.ts';
import { nowOf, type Actor, type Language, type PersonId } from '../../api/kernel/index.ts';
import { coordinatorsOf, findPerson, managersOf } from '../../api/organisation/index.ts';
import { isWorkingTime } from '../../api/working-days.ts';
import {
  namesOf,
  notice,
  paragraph,
  phoneLink,
  plain,
  shorten,
  type CardElement,
  type TextBlock,
} from '../cards/index.ts';

/** The first step, and whom to call: useful even if nobody can be informed. */
export interface FirstAid {
  /** Not escaped. */
  step: string;
  rows: TextBlock[];
}

/** Most numbers to call. */
const mostNumbers = 4;

/** Whose ISK and managers are named; without a centre nobody's. */
export type Hurt = Partial<Pick<Actor, 'personId' | 'centreId'>>;

/** The municipality's text if any, else the built-in one. From memory. */
export function firstAid(context: Context, hurt: Hurt, kind: IncidentKind, language: Language): FirstAid {
  const t = context.texts(language);
  const guide = guideFor(context, kind, language);
  const step = guide.firstStep ?? t(`incidents.kind.${kind}.first`);
  const desk = guide.calls.map(({ name, phone }) => ({ name: name || t('incidents.card.desk'), phone }));
  const own = coordinatorsOf(context, hurt.centreId)
    .filter(({ key }) => key !== hurt.personId)
    .flatMap(({ key, title }) => {
      const phone = phoneCalled(context, key);
      return phone === undefined ? [] : [{ name: title, phone }];
    });
  const calls = [...desk, ...own].slice(0, mostNumbers);
  const isNight = !isWorkingTime(context.clock.now());
  return {
    step,
    rows: [
      ...(isNight && calls.length > 0 ? [paragraph(t('incidents.card.night'), { color: 'Warning' })] : []),
      ...(calls.length === 0 ? [paragraph(whomInstead(context, hurt, t))] : calls.map((call) => numberRow(call, t))),
    ],
  };
}

/** The municipality's numbers for all kinds, one per row. */
export const deskNumbers = (context: Context, language: Language): TextBlock[] => {
  const t = context.texts(language);
  return guideFor(context, 'systemDown', language).calls.map(({ name, phone }) =>
    numberRow({ name: name || t('incidents.card.desk'), phone }, t),
  );
};

const numberRow = ({ name, phone }: { name: string; phone: string }, t: Translate): TextBlock =>
  paragraph(t('incidents.card.call', { name: plain(shorten(name, 80)), phone: phoneLink(shorten(phone, 60)) }), {
    weight: 'Bolder',
    spacing: 'Small',
  });

function whomInstead(context: Context, hurt: Hurt, t: Translate): string {
  const names = namesOf(
    managersOf(context, hurt.centreId).filter(({ key }) => key !== hurt.personId),
    t,
  );
  return names === '' ? t('incidents.card.nobody') : t('incidents.card.nobodyManager', { names: plain(names) });
}

/** First step and numbers, in a box above everything else. */
export const firstAidBox = ({ step, rows }: FirstAid): CardElement[] => [
  notice('attention', paragraph(plain(step), { weight: 'Bolder' }), ...rows),
];

/** Whom a press would inform now. Not escaped; empty without anyone. */
export function toBeTold(context: Context, actor: Actor, t: Translate) {
  const about = {
    ...({ key: '', state: 'open', reportedBy: actor.personId, reportedAt: nowOf(context.clock) } as const),
    ...(actor.centreId === undefined ? {} : { centreId: actor.centreId }),
  };
  const [first] = toldOf(context, about);
  const names = namesIn(context, first?.people ?? [], t);
  return { as: first?.as, count: first?.people.length ?? 0, names };
}

/** At most three names. Not escaped. */
export const namesIn = (context: Context, people: readonly PersonId[], t: Translate): string =>
  namesOf(
    people.flatMap((personId) => findPerson(context, personId) ?? []),
    t,
  );
