import { beforeEach, describe, expect, test } from 'vitest';
import type { Language, LocalDate, PersonId, SharedWork } from '../../../api/kernel/index.ts';
import { declareObligationSources, handOver } from '../../../api/obligations/index.ts';
import { actorOf, People } from '../../../api/organisation/index.ts';
import { answerCommand } from '../../../bot/commands/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { aCentre, anne, aPerson, aPolicy, aRole, born, botContext, mette, voksne } from './bot-context.ts';
import { lintCard, textsOf } from './lint-card.ts';

const bo = '11111111-0000-4000-8000-00000000000c' as PersonId;
let context: ReturnType<typeof botContext>['context'];

const aTask = (key: string, due: string, personId: PersonId = anne): SharedWork => ({
  key,
  kind: 'doWheelTask',
  subject: { key, title: `Gennemgå ${key}` },
  due: due as LocalDate,
  since: '2026-11-01' as LocalDate,
  path: `/wheel/tasks/${key}`,
  state: 'open',
  responsible: { personId, centreId: voksne },
  centreId: voksne,
});
const give = (...work: SharedWork[]) =>
  declareObligationSources(context, {
    ...obligationSources,
    shared: [{ kinds: ['doWheelTask'], lists: [People], work: () => work }],
  });
const act = (who: PersonId) => {
  const actor = actorOf(context, who);
  if (!actor) throw new Error('not employed');
  return actor;
};
const ask = (text: string, who = anne) => answerCommand(context, act(who), text);
const shown = (text: string, who?: PersonId) => textsOf(ask(text, who)).join('\n');

/** Today is Tuesday 24 November. */
beforeEach(async () => {
  ({ context } = botContext());
  give(aTask('adgange', '2026-11-20'), aTask('planer', '2026-11-29'), aTask('tilsyn', '2026-11-30'));
  await aCentre(context, voksne, 'Center for *Voksne*');
  await aCentre(context, born, 'Center for Børn');
  await aPerson(context, anne);
  await aPerson(context, bo, { title: 'Bo Dam' });
  await aPerson(context, mette, { title: 'Mette Sørensen' });
  await aRole(context, mette, 'coordinator', voksne);
  await aPolicy(context);
});

describe('mine opgaver', () => {
  test('has what is overdue first, then by date, in words', () => {
    expect(ask('mine opgaver').summary).toBe('Du har 4 opgaver om informationssikkerhed');
    const text = shown('mine opgaver');
    const order = ['Gennemgå adgange', '20. november (for 4 dage siden)', 'Gennemgå planer', 'Gennemgå tilsyn'];
    const places = [...order, 'Læs og bekræft Informationssikkerhedspolitik 4.0'].map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  test('names the centre of what is of another than the own, so that no two read the same', () => {
    const title = { key: 'adgange', title: 'Gennemgå adgange' };
    give(aTask('adgange', '2026-11-20'), {
      ...aTask('i-boern', '2026-11-20'),
      ...{ subject: title, centreId: born, responsible: { personId: anne, centreId: born } },
    });
    const text = shown('mine opgaver');
    expect(text.match(/Gennemgå adgange/g)).toHaveLength(2);
    expect(text.match(/Center for Børn/g)).toHaveLength(1);
    expect(text).not.toContain('Voksne');
  });

  test('can be only what is overdue, or only this week’s', () => {
    expect(ask('mine opgaver overskredne').summary).toBe('1 opgave er over tiden');
    expect(ask('mine opgaver denne uge').summary).toBe('Du har 1 opgave denne uge');
    expect(shown('my tasks this week')).toContain('planer');
    expect(shown('my tasks this week')).not.toContain('adgange');
    give();
    expect(ask('my tasks overdue').summary).toBe('Nothing is overdue');
    expect(shown('my tasks overdue')).toContain('You have 1 task in all');
  });

  test('says from whom something came, and why', async () => {
    const note = 'Orlov';
    await handOver(context, act(mette), { fromPersonId: anne, toPersonId: bo, keys: ['adgange'], note });
    expect(shown('mine opgaver', bo)).toContain('Anne Holm har givet den videre til dig. »Orlov«');
    expect(shown('mine opgaver')).not.toContain('adgange');
    await context.list(People).update(anne, () => ({ absentFrom: '2026-11-24' as LocalDate }));
    expect(shown('mine opgaver', mette)).toContain('Anne Holm er på ferie eller orlov');
    expect(shown('mine opgaver')).toContain('1 opgave venter, til du er tilbage fra orlov.');
  });
});

describe('mit center', () => {
  test('is a polite no to an employee, without a number', () => {
    expect(ask('mit center').summary).toContain('Det er for ISK’er');
    expect(shown('mit center')).not.toContain('adgange');
  });

  test('tells the ISK what is overdue in the centre, whose it is, and what fell to a stand-in', async () => {
    expect(ask('mit center', mette).summary).toBe('1 opgave er over tiden i Center for *Voksne*');
    expect(shown('mit center', mette)).toContain('Anne Holm: Gennemgå adgange');
    expect(shown('mit center', mette)).toContain('6 mangler at blive gjort. 2 af dem skal gøres inden for to uger.');
    await context.list(People).update(anne, () => ({ absentFrom: '2026-11-24' as LocalDate }));
    expect(shown('my centre', mette)).toContain('3 tasks have gone to somebody else');
    expect(shown('my centre', mette)).toContain('Mette Sørensen: Gennemgå adgange');
  });

  test('has every centre for the CISO, the worst first', async () => {
    await aRole(context, bo, 'ciso');
    await context.list(People).update(bo, () => ({ centreId: born }));
    expect(ask('mit center', bo).summary).toBe('1 opgave er over tiden i dine centre');
    expect(shown('mit center', bo)).toContain('1 over tiden · 5 i alt');
  });

  test('says so when nothing is overdue', () => {
    give();
    expect(ask('mit center', mette).summary).toBe('Ingenting er over tiden i Center for *Voksne*');
  });
});

test.each(['da', 'en'] as const)('every such card passes the lint in %s', async (language: Language) => {
  const name = '[Åse](https://evil.example) **Bølle** 🙂 <b>x</b>';
  for (const who of [anne, bo, mette]) await context.list(People).update(who, () => ({ title: name }));
  const many = Array.from({ length: 30 }, (_, place) => ({
    ...aTask(`${place}`, '2026-11-01'),
    subject: { key: `${place}`, title: name.repeat(5) },
  }));
  give(...many);
  const texts =
    language === 'da'
      ? ['mine opgaver', 'mine opgaver denne uge', 'mit center']
      : ['my tasks', 'my tasks this week', 'my centre'];
  await aRole(context, bo, 'ciso');
  const cards = [anne, bo, mette].flatMap((who) => texts.map((text) => ask(text, who)));
  expect(cards.flatMap(lintCard)).toEqual([]);
  expect(cards.flatMap(textsOf).join('\n')).not.toContain('[Åse](');
});
