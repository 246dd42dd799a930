import type { Context, Translate } from '../../api/context.ts';
import { centresOf, isCentreRole, type Actor, type Language } from '../../api/kernel/index.ts';
import {
  currentPolicy,
  maySeeCoverage,
  policyCoverage,
  type CentreShare,
  type Coverage,
} from '../../api/policy/index.ts';
import { formatMoment, formatNumber, formatPercent } from '../../api/texts/format.ts';
import { aside, cardMessage, deepLink, facts, openUrl, paragraph, plain, sayings, shorten } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** Centres in the card, most missing first; the rest are in the tab. */
const most = 6;

/** Status, the answer first: the whole organisation, or for a manager or ISK their centres (R15, R16). */
export function statusCard(context: Context, actor: Actor, language: Language): ChatMessage {
  const t = context.texts(language);
  if (!maySeeCoverage(actor)) {
    return cardMessage({
      kind: 'status.no',
      language,
      title: t('bot.status.no'),
      body: sayings(t('bot.centre.noText')),
      actions: [openUrl(t('bot.tasks.see'), deepLink(context, '/'))],
    });
  }
  const version = currentPolicy(context);
  const coverage = version && policyCoverage(context, version.key);
  const rows = coverage ? rowsFor(actor, coverage) : [];
  const people = sum(rows, (row) => row.people);
  const see = openUrl(t('bot.status.see'), deepLink(context, '/policy/coverage'));
  if (!version || !coverage || people === 0) {
    const body = sayings(t('bot.status.nobodyText'));
    return cardMessage({ kind: 'status.nobody', language, title: t('bot.status.nobody'), body, actions: [see] });
  }
  const missing = sum(rows, (row) => row.missing);
  const percent = share(people - missing, people, language);
  const { asOf, stale } = coverage.freshness;
  const moment = formatMoment(asOf, language);
  return cardMessage({
    kind: 'status.coverage',
    language,
    title: t(missing === 0 ? 'bot.status.done' : 'bot.status.title', { percent }),
    summary: t('bot.status.summary', { percent, missing: formatNumber(missing, language) }),
    body: [
      ...(missing === 0 ? [] : [paragraph(missingText(rows, missing, language, t))]),
      ...facts(rows.slice(0, most).map((row) => rowText(row, language, t))),
      ...(rows.length > most ? [aside(t('cards.more', { count: rows.length - most }))] : []),
      aside(t('bot.status.version', { number: plain(version.number), moment })),
      ...(stale ? [paragraph(t('bot.status.stale', { moment }), { color: 'Warning' })] : []),
    ],
    actions: [see],
  });
}

/** Most missing first. Centre roles see their centres only. */
function rowsFor(actor: Actor, { centres }: Coverage): CentreShare[] {
  const own: readonly string[] = centresOf(actor, 'centreManager', 'coordinator');
  const everything = actor.roles.some(
    (held) => !isCentreRole(held.role) && maySeeCoverage({ ...actor, roles: [held] }),
  );
  return centres.filter(({ centre, people }) => people > 0 && (everything || (centre && own.includes(centre.id))));
}

function missingText(rows: readonly CentreShare[], count: number, language: Language, t: Translate): string {
  const missing = formatNumber(count, language);
  const [worst] = rows;
  if (rows.length < 2 || !worst) return t('bot.status.missing', { count, missing });
  return t('bot.status.missingMost', { count, missing, centre: nameOf(worst, t) });
}

const rowText = (row: CentreShare, language: Language, t: Translate): [string, string] => [
  nameOf(row, t),
  t('bot.status.row', {
    percent: formatPercent(row.percent, language),
    missing: formatNumber(row.missing, language),
  }),
];

const nameOf = ({ centre }: CentreShare, t: Translate): string =>
  centre ? plain(shorten(centre.title, 80)) : t('bot.status.noCentre');

/** Rounded down, so that 100 % means nobody is missing. */
const share = (part: number, whole: number, language: Language): string =>
  formatPercent(Math.floor((part * 1000) / whole) / 10, language);

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0);
