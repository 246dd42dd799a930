import { beforeEach, describe, expect, test } from 'vitest';
import { acknowledgementKey, giveReceipt } from '../../../api/acknowledgements/index.ts';
import type { Instant, LocalDate } from '../../../api/kernel/index.ts';
import { actorOf, People } from '../../../api/organisation/index.ts';
import { acknowledgePolicy } from '../../../api/policy/index.ts';
import { shorten } from '../../../bot/cards/index.ts';
import { policyCardFor } from '../../../bot/policy/index.ts';
import { receiptCardFor } from '../../../teams-app/program/card-kinds.ts';
import { aCentre, anne, aPerson, aPolicy, aRole, botContext, mette, voksne } from './bot-context.ts';
import { buttonsOf, lintCard, textsOf } from './lint-card.ts';

const nasty = {
  title: '[Klik](https://evil.example) "Åse" <b>O’Brien</b> 🙂 **fed** {{name}}',
  summary: shorten(
    `${'**Vigtigt** [her](javascript:alert(1)) 🙂 '.repeat(7)}\n# Overskrift\n- ${'å'.repeat(600)}`,
    600,
  ),
  number: '4.0',
};

describe.each(['da', 'en'] as const)('policy card in %s', (language) => {
  let context: ReturnType<typeof botContext>['context'];
  let setNow: (moment: string) => void;
  beforeEach(async () => {
    ({ context, setNow } = botContext('2026-11-24T09:12:00.000Z'));
    await aCentre(context, voksne, 'Center for Voksne og Velfærd');
    await aPerson(context, anne, { title: 'Anne "Ane" Holm', language });
    await aPerson(context, mette, { title: 'Mette Sørensen' });
    await aRole(context, mette, 'coordinator', voksne);
  });
  const card = (key = 'policy-4.0') => policyCardFor(context, key, anne);
  const acknowledge = async (versionKey: string) => {
    const actor = actorOf(context, anne);
    if (!actor) throw new Error('Anne is not employed');
    await acknowledgePolicy(context, actor, { versionKey, channel: 'tab' });
  };

  test('asks: what is new, by when, why, whom to ask, and two buttons', async () => {
    await aPolicy(context);
    const texts = textsOf(card()).join('\n');
    expect(texts).toContain('To trin ved login');
    expect(texts).toContain(language === 'da' ? 'senest 12. december' : 'by 12 December');
    expect(texts).toContain('Prøve Kommune');
    expect(texts).toContain('Mette Sørensen');
    expect(buttonsOf(card())).toHaveLength(2);
    expect(lintCard(card())).toEqual([]);
  });

  test('says so when the change is minor', async () => {
    await aPolicy(context, { changeKind: 'minor', number: '4.1' });
    expect(card().summary).toContain(language === 'da' ? 'justeret' : 'updated');
    expect(lintCard(card())).toEqual([]);
  });

  test('says that one can still confirm after the deadline', async () => {
    await aPolicy(context);
    setNow('2026-12-20T09:00:00Z');
    expect(card().summary).toContain(language === 'da' ? 'Fristen var 12. december' : 'deadline was 12 December');
    expect(buttonsOf(card())).toHaveLength(2);
    expect(lintCard(card())).toEqual([]);
  });

  test('is the receipt once it has been given', async () => {
    await aPolicy(context);
    await acknowledge('policy-4.0');
    expect(card().summary).toBe(
      language === 'da'
        ? 'Tak, Anne. Du bekræftede version 4.0 den 24. nov. 2026 kl. 10.12.'
        : 'Thank you, Anne. You acknowledged version 4.0 on 24 Nov 2026 at 10:12.',
    );
    expect(buttonsOf(card())).toHaveLength(1);
    expect(lintCard(card())).toEqual([]);
  });

  test('says of a signature that it was on paper, and only the day', async () => {
    await aPolicy(context);
    await giveReceipt(context, {
      ...{ key: acknowledgementKey('policy-4.0', anne), title: 'Anne', versionKey: 'policy-4.0', personId: anne },
      ...{ outcome: 'acknowledged', channel: 'signature', contentHash: 'hash', recordedBy: mette },
      at: '2026-11-24T08:08:00.000Z' as Instant,
    });
    expect(card().summary).toBe(
      language === 'da'
        ? 'Tak, Anne. Du bekræftede version 4.0 på papir den 24. nov. 2026.'
        : 'Thank you, Anne. You acknowledged version 4.0 on paper on 24 Nov 2026.',
    );
    expect(textsOf(card()).join(' ')).toContain(language === 'da' ? 'på papir den 24. nov.' : 'on paper on 24 Nov');
    expect(textsOf(card()).join(' ')).not.toMatch(/\d\d[.:]08/);
  });

  test('says that a receipt carries over to a minor version', async () => {
    await aPolicy(context);
    await acknowledge('policy-4.0');
    await aPolicy(context, {
      key: 'policy-4.1',
      number: '4.1',
      changeKind: 'minor',
      publishedAt: new Date('2026-11-24T09:00:00Z').toISOString() as never,
    });
    const texts = textsOf(card('policy-4.1')).join('\n');
    expect(texts).toContain('version 4.0');
    expect(texts).toContain('version 4.1');
    expect(lintCard(card('policy-4.1'))).toEqual([]);
  });

  test('shows the version in force in place of a superseded one', async () => {
    await aPolicy(context, { key: 'policy-3.0', number: '3.0', publishedAt: '2025-11-24T08:00:00.000Z' as never });
    await aPolicy(context);
    const shown = card('policy-3.0');
    expect(shown.summary).toContain('3.0');
    expect(shown.summary).toContain('4.0');
    expect(JSON.stringify(shown.card)).toContain('"versionKey":"policy-4.0"');
    expect(lintCard(shown)).toEqual([]);
  });

  test('becomes its receipt when the version is replaced before the card is edited', async () => {
    await aPolicy(context);
    await acknowledge('policy-4.0');
    await aPolicy(context, { key: 'policy-5.0', number: '5.0', publishedAt: '2026-11-24T09:00:00.000Z' as never });
    const edited = receiptCardFor(context, 'policy-4.0', anne);
    expect(edited.summary).toContain('4.0');
    expect(edited.summary).not.toContain('5.0');
    expect(buttonsOf(edited)).toHaveLength(1);
    expect(lintCard(edited)).toEqual([]);
    expect(receiptCardFor(context, 'policy-4.0', mette)).toEqual(policyCardFor(context, 'policy-4.0', mette));
  });

  test('shows the version in force for a key that nobody knows', async () => {
    await aPolicy(context);
    expect(card('gone')).toEqual(card());
  });

  test('says that there is none before the first, and asks nothing of somebody who left', async () => {
    expect(buttonsOf(card())).toHaveLength(1);
    expect(lintCard(card())).toEqual([]);
    await aPolicy(context);
    await context.list(People).update(anne, () => ({
      leftOn: '2026-11-01' as LocalDate,
    }));
    expect(buttonsOf(card())).toHaveLength(1);
    expect(lintCard(card())).toEqual([]);
  });

  test('keeps long and nasty texts harmless and small', async () => {
    await aPolicy(context, nasty);
    expect(lintCard(card())).toEqual([]);
    expect(textsOf(card()).join('\n')).not.toContain('](javascript:');
    expect(textsOf(card()).join('\n')).not.toContain('**Vigtigt**');
  });
});
