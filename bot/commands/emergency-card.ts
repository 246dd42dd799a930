import type { Context, Translate } from '../../api/context.ts';
import { fold } from '../../api/organisation/index.ts';
import { ownPlanPath, pocketOf } from '../../api/contingency/index.ts';
import type { PocketPlan, PocketView } from '../../api/contingency/contract.ts';
import { asAppError, type Actor, type Language } from '../../api/kernel/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import {
  cardMessage,
  deepLink,
  openUrl,
  paragraph,
  phoneLink,
  plain,
  sayings,
  shorten,
  type CardAction,
  type CardElement,
} from '../cards/index.ts';
import { deskNumbers, tellButton, tellPart } from '../incidents/index.ts';
import type { Answer } from './command.ts';

/** Plans on the card, those down first; the rest are in the tab. */
const mostPlans = 5;
const mostPhones = 2;

/** *Det er nede*: the centre's plans, first steps, and whom to call (R5). From memory. */
export const emergencyCard: Answer = (context, actor, language, _only, text = '') => {
  const t = context.texts(language);
  const pocket = pocketOf(context, actor);
  const age = ageOf(pocket, t, language);
  const plans = meant(pocket.plans, text);
  const desk = deskNumbers(context, language);
  const tell = tellOf(context, actor, t);
  const see = openUrl(t('pocket.command.see'), deepLink(context, '/contingency/mine'));
  if (plans.length === 0)
    return cardMessage({
      kind: 'emergency.none',
      language,
      title: t('pocket.none.title'),
      body: [...age, ...sayings(t('pocket.command.noneText')), ...desk, ...peopleOf(pocket, t), ...tell.part],
      actions: [...tell.button, see],
    });
  const down = plans.filter((plan) => plan.down !== undefined).length;
  const title =
    down > 0 ? t('pocket.command.down', { count: down }) : t('pocket.command.title', { count: plans.length });
  return cardMessage({
    kind: 'emergency.plans',
    language,
    title,
    body: [
      ...age,
      ...desk,
      ...plans.slice(0, mostPlans).flatMap((plan) => planLines(context, plan, language)),
      ...(plans.length > mostPlans
        ? [paragraph(t('cards.more', { count: plans.length - mostPlans }), { isSubtle: true })]
        : []),
      ...peopleOf(pocket, t),
      ...tell.part,
      paragraph(t('pocket.command.offline'), { isSubtle: true }),
    ],
    actions: [...tell.button, see],
  });
};

/** The reporting button; none while only the plans are loaded, and nobody could be informed. */
function tellOf(context: Context, actor: Actor, t: Translate): { part: CardElement[]; button: CardAction[] } {
  try {
    return { part: tellPart(context, actor, t), button: [tellButton(context, actor, 'systemDown', t)] };
  } catch (thrown) {
    if (asAppError(thrown).kind !== 'unavailable') throw thrown;
    return { part: [], button: [] };
  }
}

/** Age of the data while Microsoft 365 is unavailable. */
const ageOf = ({ freshness: { asOf, stale } }: Pick<PocketView, 'freshness'>, t: Translate, language: Language) =>
  stale && asOf !== ''
    ? [paragraph(t('pocket.command.asOf', { moment: formatMoment(asOf, language) }), { color: 'Warning' })]
    : [];

/** Shorter words are no system names. */
const shortestName = 4;

/**
 * The plans of a named system, "omsorgsjournalen er nede"; all without a name. Words match when most of the shorter
 * begins both, as in "telefonerne" and "telefoni". Pure.
 */
export function meant<Plan extends { title: string; asset: { title: string } }>(
  plans: readonly Plan[],
  text: string,
): readonly Plan[] {
  const wordsOf = (said: string) =>
    fold(said)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= shortestName && !everyday.has(word));
  const typed = wordsOf(text);
  const named = plans.filter(({ title, asset }) =>
    wordsOf(`${title} ${asset.title}`).some((word) => typed.some((one) => isSame(word, one))),
  );
  return named.length > 0 ? named : plans;
}
function isSame(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let same = 0;
  while (same < shorter && one[same] === other[same]) same += 1;
  return same >= Math.max(shortestName, shorter * 0.75);
}
/** Generic words of many plans' titles. */
const everyday = new Set(
  [
    'nede',
    'virker',
    'ikke',
    'system',
    'systemet',
    'uden',
    'naar',
    'nødprocedure',
    'nødplan',
    'plan',
    'down',
    'when',
    'without',
  ].map(fold),
);

function planLines(context: Context, plan: PocketPlan, language: Language): CardElement[] {
  const t = context.texts(language);
  const { firstHour, contacts } = plan.content;
  const small = { spacing: 'Small' } as const;
  const [first] = firstHour;
  const phones = contacts.filter(({ phone, left }) => phone !== '' && !left).slice(0, mostPhones);
  return [
    paragraph(`[${plain(shorten(plan.title, 120))}](${deepLink(context, ownPlanPath(plan.key))})`, {
      weight: 'Bolder',
    }),
    ...(plan.down
      ? [
          paragraph(t('pocket.command.downSince', { moment: formatMoment(plan.down.since, language) }), {
            ...small,
            color: 'Warning',
          }),
        ]
      : []),
    ...(first ? [paragraph(t('pocket.command.first', { text: plain(shorten(first.text, 200)) }), small)] : []),
    ...phones.map(({ person, name, role, phone }) => {
      const who = plain(shorten(person?.name ?? (name === '' ? role : name), 80));
      return paragraph(t('pocket.command.phone', { who, phone: phoneLink(phone) }), small);
    }),
  ];
}

/** The ISK and the manager, with phone, else mail address. */
function peopleOf({ call: { coordinators, managers } }: PocketView, t: Translate): CardElement[] {
  const line = (key: 'ask' | 'manager', people: PocketView['call']['managers']) => {
    const names = people.slice(0, 3).map(({ name, phone = '', mail = '' }) => {
      const reached = phone === '' ? plain(mail) : phoneLink(phone);
      return reached === '' ? plain(name) : `${plain(name)} (${reached})`;
    });
    return names.length === 0 ? [] : [paragraph(t(`pocket.command.${key}`, { names: names.join(', ') }))];
  };
  return [...line('ask', coordinators), ...line('manager', managers)];
}
