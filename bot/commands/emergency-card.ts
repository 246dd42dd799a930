import type { Context, Translate } from '../../api/context.ts';
import { ownPlanPath, pocketOf } from '../../api/contingency/index.ts';
import type { PocketPlan, PocketView } from '../../api/contingency/contract.ts';
import type { Actor, Language } from '../../api/kernel/index.ts';
import { formatMoment } from '../../teams-app/texts/format.ts';
import {
  cardMessage,
  deepLink,
  openUrl,
  paragraph,
  plain,
  sayings,
  shorten,
  type CardElement,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** Plans on the card, what is down first; the rest stand in the tab. */
const mostPlans = 5;
const mostPhones = 2;

/** *Det er nede*: the plans of the person's centre, what to do first, and whom to call (R5). From memory. */
export function emergencyCard(context: Context, actor: Actor, language: Language): ChatMessage {
  const t = context.texts(language);
  const pocket = pocketOf(context, actor);
  const { plans } = pocket;
  const see = openUrl(t('pocket.command.see'), deepLink(context, '/contingency/mine'));
  if (plans.length === 0)
    return cardMessage({
      language,
      title: t('pocket.command.none'),
      body: [...sayings(t('pocket.command.noneText')), ...peopleOf(pocket, t)],
      actions: [see],
    });
  const down = plans.filter((plan) => plan.down !== undefined).length;
  const title =
    down > 0 ? t('pocket.command.down', { count: down }) : t('pocket.command.title', { count: plans.length });
  return cardMessage({
    language,
    title,
    body: [
      ...plans.slice(0, mostPlans).flatMap((plan) => planLines(context, plan, language)),
      ...(plans.length > mostPlans
        ? [paragraph(t('cards.more', { count: plans.length - mostPlans }), { isSubtle: true })]
        : []),
      ...peopleOf(pocket, t),
      paragraph(t('pocket.command.offline'), { isSubtle: true }),
    ],
    actions: [see],
  });
}

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
      return paragraph(t('pocket.command.phone', { who, phone: plain(phone) }), small);
    }),
  ];
}

/** The ISK and the manager, with the phone that they are called on, else the address that they are written to. */
function peopleOf({ call: { coordinators, managers } }: PocketView, t: Translate): CardElement[] {
  const line = (key: 'ask' | 'manager', people: PocketView['call']['managers']) => {
    const names = people.slice(0, 3).map(({ name, phone = '', mail = '' }) => {
      const reached = phone === '' ? mail : phone;
      return reached === '' ? name : `${name} (${reached})`;
    });
    return names.length === 0 ? [] : [paragraph(t(`pocket.command.${key}`, { names: plain(names.join(', ')) }))];
  };
  return [...line('ask', coordinators), ...line('manager', managers)];
}
