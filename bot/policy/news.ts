import type { Context, Translate } from '../../api/context.ts';
import { addDays, todayOf } from '../../api/kernel/index.ts';
import type { Person } from '../../api/organisation/index.ts';
import { briefOf, firstDay, policyVersions, receiptChain, type PolicyVersion } from '../../api/policy/index.ts';
import { linesOf, paragraph, plain, shorten, type CardElement } from '../cards/index.ts';

/** Lines of news per version; longer ones are read in the tab. */
const linesOfOne = 3;
/** Versions whose news a card shows: the last major, and corrections since. */
const mostVersions = 3;
/** Days after the hire date in which a person is welcomed. */
const newFor = 60;

/** Recently hired: this is their first card. */
export const isNewcomer = (context: Context, { hiredOn }: Person): boolean => {
  const today = todayOf(context.clock);
  return hiredOn !== undefined && hiredOn <= today && hiredOn >= addDays(today, -newFor);
};

/** News for a person without a receipt of any, oldest first: the last major version and all minor ones since. */
function untold(context: Context, version: PolicyVersion): PolicyVersion[] {
  const chain = receiptChain<PolicyVersion>(version, policyVersions(context)).reverse();
  return chain.length <= mostVersions ? chain : [...chain.slice(0, 1), ...chain.slice(1 - mostVersions)];
}

/** The first version presented to the person: to those for whom 6.0 is news, 6.1 is a new policy. */
export const rootOf = (context: Context, version: PolicyVersion): PolicyVersion =>
  untold(context, version)[0] ?? version;

/** Whether the person was hired after the version with the news: nothing is new to them. */
export function cameLater(context: Context, person: Person, version: PolicyVersion): boolean {
  const { publishedAt } = rootOf(context, version);
  if (publishedAt === undefined || person.hiredOn === undefined) return false;
  return person.hiredOn > firstDay({ ...rootOf(context, version), publishedAt });
}

/** News of each version unseen by the person, or for later hires the whole policy in five lines. */
export function newsOf(context: Context, version: PolicyVersion, person: Person, t: Translate): CardElement[] {
  if (cameLater(context, person, version)) {
    const brief = briefOf(version.body);
    return brief.length === 0 ? [] : [paragraph(t('cards.policy.brief')), ...brief.map((line) => lineOf(`• ${line}`))];
  }
  const versions = untold(context, version);
  return versions.flatMap((one, place) => {
    const lines = linesOf(one.summary).slice(0, linesOfOne);
    if (lines.length === 0) return [];
    const opening =
      versions.length === 1
        ? t(one.changeKind === 'major' ? 'cards.policy.newest' : 'cards.policy.changes')
        : t(place === 0 ? 'cards.policy.newestIn' : 'cards.policy.changesIn', { number: plain(one.number) });
    return [paragraph(opening), ...lines.map(lineOf)];
  });
}

const lineOf = (line: string): CardElement => paragraph(plain(shorten(line, 300)), { spacing: 'Small' });
