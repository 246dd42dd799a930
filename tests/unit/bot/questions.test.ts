import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../api/kernel/index.ts';
import { actorOf } from '../../../api/organisation/index.ts';
import { PolicyVersions } from '../../../api/policy/index.ts';
import { ProcedureVersions } from '../../../api/procedures/index.ts';
import { answerWritten } from '../../../bot/commands/index.ts';
import { questionIn } from '../../../bot/commands/question.ts';
import { understand } from '../../../bot/commands/understand.ts';
import { aLibrary, drafted, inForce } from '../procedures/a-library.ts';
import { aDraft, publish } from '../policy/builders.ts';
import { the } from '../organisation/builders.ts';
import { draftPolicy } from '../../../api/policy/index.ts';
import { buttonsOf, lintCard, textsOf } from './lint-card.ts';

describe('a question about the texts', () => {
  it.each([
    ['Hvad siger politikken om adgangskoder?', { about: 'adgangskoder', of: 'policy', language: 'da' }],
    ['hvad sier poltikken om Åbne døre', { about: 'Åbne døre', of: 'policy', language: 'da' }],
    ['hvad står der i politikken om at have mistet en telefon', { of: 'policy', about: 'at have mistet en telefon' }],
    ['hvad siger proceduren om nøgler', { about: 'nøgler', of: 'procedures' }],
    ['hvad er reglerne for private telefoner', { about: 'private telefoner', of: 'any' }],
    ['hvad står der om orlov', { about: 'orlov', of: 'any' }],
    ['søg efter makulering', { about: 'makulering', of: 'any', language: 'da' }],
    ['What does the policy say about passwords?', { about: 'passwords', of: 'policy', language: 'en' }],
    ['what do the guidelines say about keys', { about: 'keys', of: 'procedures', language: 'en' }],
    ['what are the rules for visitors', { about: 'visitors', of: 'any', language: 'en' }],
    ['search for shredding', { about: 'shredding', of: 'any', language: 'en' }],
  ])('is %s', (text, expected) => {
    expect(questionIn(text)).toMatchObject(expected);
  });

  it.each([
    ...['politik', 'hvem er min isk', 'hvad er status i mit center', 'hvad skal jeg', 'jeg har mistet min telefon'],
    ...[
      'hvad siger du',
      'hvad siger politikken om',
      'find',
      'what is the status',
      '',
      '???',
      'find ud af det, alt er nede',
    ],
    ...['hvad siger min chef om ferie til mig', 'jeg kan ikke finde min telefon'],
    ...['constructor i systemet', '__proto__ om alt'],
  ])('is not %s', (text) => {
    expect(questionIn(text)).toBeUndefined();
  });

  it.each([
    ['hvad er status i mit center', 'centre'],
    ['hvad er status lige nu i mit center', 'centre'],
    ['what is the status in my centre', 'centre'],
    ['hvad er status', 'status'],
    ['hvem er min ISK', 'coordinator'],
  ])('%s is answered by %s', (text, command) => {
    expect(understand(text)?.command).toBe(command);
  });
});

describe('the answer', () => {
  async function aHouse() {
    const { context } = await aLibrary();
    await publish(
      context,
      the(context, 'ciso'),
      aDraft({ body: '# Adgang\n\nHold din adgangskode for dig selv.\n\n# Andet\n\nLås døren.' }),
    );
    await draftPolicy(
      context,
      the(context, 'ciso'),
      aDraft({ number: '9.0', body: 'Hemmelig kladde om robotter og laser.' }),
    );
    await inForce(context, { title: 'Nøgler', text: 'Nøglen hænger i det grønne skab.' });
    await drafted(context, { title: 'Kladde', text: 'Robotter må ikke få nøglen.' });
    await inForce(
      context,
      { title: 'Sydens nøgler', centreId: 'syd', text: 'Nøglebokse sidder ved sydporten.' },
      'isk-syd',
    );
    const ask = async (who: string, text: string) => {
      const message = await answerWritten(context, actorOf(context, who as PersonId)!, text);
      lintCard(message);
      return { said: textsOf(message).join('\n'), buttons: buttonsOf(message), message };
    };
    return { context, ask };
  }

  it('is the paragraph in force with its version and place, and a button that leads there', async () => {
    const { ask } = await aHouse();
    const { said, message } = await ask('anne', 'hvad siger politikken om adgangskoder');
    expect(said).toContain('Hold din adgangskode for dig selv.');
    expect(said).toMatch(/Version 1\.0, gælder fra .*, afsnit 2/);
    expect(decodeURIComponent(JSON.stringify(message))).toContain('/policy?paragraph=1');
  });

  it('is of published texts only, also for whoever reads drafts', async () => {
    const { context, ask } = await aHouse();
    expect(
      context
        .list(PolicyVersions)
        .all()
        .some(({ body }) => body.includes('robotter')),
    ).toBe(true);
    expect(
      context
        .list(ProcedureVersions)
        .all()
        .some(({ body }) => body.includes('Robotter')),
    ).toBe(true);
    for (const who of ['ciso', 'isk-nord', 'auditor', 'anne']) {
      const { said } = await ask(who, 'hvad siger politikken om robotter');
      expect(said).toContain('Jeg fandt ikke noget om “robotter”');
      expect(said).toContain('hvem er min ISK');
    }
  });

  it('is the procedure that the reader reads where the policy says nothing, and never another centre’s', async () => {
    const { ask } = await aHouse();
    const { said } = await ask('anne', 'hvad siger politikken om nøglen');
    expect(said).toContain('Nøglen hænger i det grønne skab.');
    expect(said).toContain('Politikken selv siger ikke noget om det.');
    expect((await ask('anne', 'søg sydporten')).said).toContain('Jeg fandt ikke noget');
    expect((await ask('bo', 'søg sydporten')).said).toContain('Nøglebokse sidder ved sydporten.');
  });
});
