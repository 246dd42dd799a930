import { describe, expect, it } from 'vitest';
import { continuePacks, pocketOf } from '../../../api/contingency/index.ts';
import { packHtml } from '../../../api/contingency/documents/pack-html.ts';
import { packPaper, type PackPaper } from '../../../api/contingency/documents/pack-paper.ts';
import { reportDowntime } from '../../../api/contingency/downtime/report-downtime.ts';
import { packContentOf } from '../../../api/contingency/packs/pack-content.ts';
import { visiblePacks } from '../../../api/contingency/packs/visible-packs.ts';
import { planView } from '../../../api/contingency/plan-pages/plan-view.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { answerCommand } from '../../../bot/commands/index.ts';
import { downtimeCardFor, offlinePackCardFor } from '../../../bot/index.ts';
import { textsOf } from '../bot/lint-card.ts';
import { person, the } from '../organisation/builders.ts';
import { aFullContent, aPaperTown, aVitalSystem } from './documents/papers.ts';
import { nord, theLatest } from './packs/pack-town.ts';

const isk = 'isk-nord';
const paperOf = (context: Context, madeAt: string) => {
  const content = packContentOf(context, nord);
  if (!content) throw new Error('nothing to pack');
  const fixed = { centreTitle: 'Center for Nord', number: 1, madeAt, language: 'da' as const };
  return packPaper(context, { ...content, ...fixed, centreId: nord });
};
const htmlOf = (context: Context, paper: PackPaper) => new TextDecoder().decode(packHtml(paper, context.texts('da')));
const words = (card: Parameters<typeof textsOf>[0]) => textsOf(card).join('\n');

describe('a person’s phone number', () => {
  const contact = (personId: string, phone: string) => ({
    ...{ key: personId, role: 'Vagthavende', personId, name: '', phone, note: '' },
  });

  it.each([
    ['the plan’s, where the plan has one', '43 57 00 00', '43 57 00 00'],
    ['the directory’s, where the plan has none', '', '20 11 22 33'],
  ])('is %s: the same in pack, tab and chat', async (_, written, expected) => {
    const { context } = await aPaperTown();
    for (const who of ['anne', isk]) await context.list(People).update(who, () => ({ phone: '20 11 22 33' }));
    const content = aFullContent({ contacts: [contact('anne', written), contact(isk, written)], suppliers: [] });
    await aVitalSystem(context, 'journal', { title: 'Omsorgsjournal', content });
    await reportDowntime(context, the(context, isk), { assetKey: 'journal', note: '' });

    const paper = paperOf(context, '2026-11-24T09:00:00.000Z');
    const pocket = pocketOf(context, the(context, 'anne'));
    const places = {
      'the pack’s list of whom to call': paper.people.find(({ name }) => name === 'Mette Sørensen')?.phone,
      'the pack’s plan': paper.sheets[0]?.phones.map(({ phone }) => phone),
      'the plan in the tab': planView(context, the(context, isk), 'plan-journal').current?.content.contacts.map(
        ({ phone }) => phone,
      ),
      'the own plans in the tab': pocket.plans[0]?.content.contacts.map(({ phone }) => phone),
      'whom to call in the tab': pocket.call.coordinators[0]?.phone,
    };
    expect(places).toEqual({
      'the pack’s list of whom to call': expected,
      'the pack’s plan': [expected, expected],
      'the plan in the tab': [expected, expected],
      'the own plans in the tab': [expected, expected],
      'whom to call in the tab': expected,
    });
    for (const said of [
      words(answerCommand(context, the(context, 'anne'), 'det er nede')),
      words(downtimeCardFor(context, 'downtime_journal_1', person(isk))),
      htmlOf(context, paper),
    ]) {
      expect(said).toContain(expected);
      expect(said).not.toContain(written === '' ? '43 57 00 00' : '20 11 22 33');
    }
  });
});

describe('a day', () => {
  it.each([
    ['in summer', '2026-06-30T22:30:00.000Z', '2026-07-01', '1. jul. 2026', '15. juli'],
    ['in winter', '2026-11-30T23:30:00.000Z', '2026-12-01', '1. dec. 2026', '15. december'],
    ['just before midnight in summer', '2026-06-30T21:30:00.000Z', '2026-06-30', '30. jun. 2026', '14. juli'],
    ['just before midnight in winter', '2026-11-30T22:30:00.000Z', '2026-11-30', '30. nov. 2026', '14. december'],
  ])('is the Danish one %s: of the pack on paper and in the list, and of its card', async (_, now, day, said, due) => {
    const { context, setNow } = await aPaperTown();
    await aVitalSystem(context, 'journal', { title: 'Omsorgsjournal' });
    setNow(now);
    await continuePacks(context);
    const pack = theLatest(context);
    expect(todayOf(context.clock)).toBe(day);
    expect(htmlOf(context, paperOf(context, pack.madeAt))).toContain(said);
    const card = words(offlinePackCardFor(context, pack.key, person(isk)));
    expect(card).toContain(`fra ${said}`);
    expect(card).toContain(`senest ${due}`);
    const row = visiblePacks(context, the(context, 'ciso')).rows.find(({ latest }) => latest !== undefined);
    expect(row?.latest?.madeAt).toBe(pack.madeAt);
  });
});
