import { it } from 'vitest';
import { People } from '../../../../api/organisation/index.ts';
import { DaySeals } from '../../../../api/trail/index.ts';
import { sealOf } from '../../../../api/trail/seals/seal.ts';
import { sealCardFor } from '../../../../bot/index.ts';
import { translator } from '../../../../api/texts/translate.ts';
import type { LocalDate } from '../../../../api/kernel/index.ts';
import { aTown, person } from '../../organisation/builders.ts';
import { at } from '../../risks/register-world.ts';
import { readCards } from './as-read.ts';

it('cards with the seal of the trail read as they are approved', async () => {
  await readCards(async (look, language) => {
    const town = await aTown();
    const context = { ...town.context, texts: translator };
    await context.list(People).update('anne', () => ({ language }));
    const day = '2026-11-23' as LocalDate;
    const parts = { day, entries: 41, late: 1, root: 'ab'.repeat(32), previous: '0'.repeat(64) };
    await context.list(DaySeals).create({
      ...{ key: 'seal', title: day, ...parts },
      ...{ seal: sealOf(parts), fileId: 'file', path: 'Historik/Segl', sealedAt: at('2026-11-24') },
    });
    look('a day is sealed', sealCardFor(context, day, person('anne')));
    look('a newer one is there', sealCardFor(context, '2026-11-20', person('anne')));
  });
});
