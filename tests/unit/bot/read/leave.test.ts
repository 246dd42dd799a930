import { it } from 'vitest';
import { Campaigns } from '../../../../api/deliveries/index.ts';
import { endAbsence, recordAbsence } from '../../../../api/obligations/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { leaveCardFor } from '../../../../bot/obligations/index.ts';
import { translator } from '../../../../api/texts/translate.ts';
import { aTown, centre, day, person, the } from '../../organisation/builders.ts';
import { readCards } from './as-read.ts';

const nord = centre('nord');

it('cards about leave read as they are approved', async () => {
  await readCards(async (look, language) => {
    const town = await aTown();
    const context = { ...town.context, texts: translator };
    await context.list(People).update('anne', () => ({ language }));
    await context.list(People).update('manager-nord', () => ({ title: 'Hanne Lauridsen' }));
    const record = (from: string, to: string) =>
      recordAbsence(context, the(context, 'manager-nord'), {
        ...{ personId: person('anne'), from: day(from), to: day(to) },
      });
    const card = (place: number) =>
      leaveCardFor(context, context.list(Campaigns).all().at(place)?.subjectKey ?? '', person('anne'));

    await record('2026-11-24', '2026-12-24');
    look('somebody else has recorded it', card(0));
    town.setNow('2026-11-24T11:00:00Z');
    await record('2026-11-24', '2027-01-31');
    look('it was recorded anew', card(0));
    await endAbsence(context, the(context, 'manager-nord'), person('anne'));
    look('somebody else has ended it', card(1));
    await context.list(People).update('bo', () => ({ title: 'Bo Lund', centreId: nord }));
    await recordAbsence(context, the(context, 'bo'), {
      ...{ personId: person('bo'), from: day('2026-11-30'), to: day('2026-12-04'), standInId: person('anne') },
    });
    look('somebody is to stand in for a colleague', card(2));
    await endAbsence(context, the(context, 'bo'), person('bo'));
    look('the colleague is back', card(2));
    look('it is gone', leaveCardFor(context, 'nobody_at-all', person('anne')));
  });
});
