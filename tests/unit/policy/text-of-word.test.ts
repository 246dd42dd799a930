import { expect, it } from 'vitest';
import { textOfWord } from '../../../api/policy/routes.ts';
import { refusal } from '../organisation/builders.ts';
import { wordFile } from '../../support/word-file.ts';

const sent = (bytes: Uint8Array) => textOfWord({ bytes: Buffer.from(bytes), fileName: 'politik.docx' });

it('takes the words of a Word document for a draft', async () => {
  expect(await sent(wordFile('Lås skærmen', 'Ring til din ISK'))).toEqual({
    text: 'Lås skærmen\n\nRing til din ISK',
    notes: [],
  });
});

it('cuts what no draft can hold, and says after which words', async () => {
  const { text, notes } = await sent(wordFile(...new Array<string>(3_000).fill('Ord nok til en meget lang politik.')));
  expect(text).toHaveLength(55_000);
  expect(notes).toEqual([
    {
      kind: 'cut',
      near: text
        .slice(-60)
        .replaceAll(/\n{2,}/g, '\n\n')
        .trim(),
    },
  ]);
});

it.each([
  ['what is no Word document', new TextEncoder().encode('Lås skærmen'), 'policy.noWord'],
  ['a document without words', wordFile(), 'policy.emptyWord'],
])('refuses %s, and says what to do', async (_what, bytes, code) => {
  expect(await refusal(() => sent(bytes))).toBe(code);
});
