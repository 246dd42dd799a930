import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { keepGuide } from '../../../api/incidents/guides.ts';
import { IncidentGuides, Incidents, reportIncident, takeIncident } from '../../../api/incidents/index.ts';
import { mostADay } from '../../../api/incidents/report-incident.ts';
import { closeIncident } from '../../../api/incidents/take-incident.ts';
import { translator } from '../../../api/texts/translate.ts';
import { refused } from '../../support/refused.ts';
import { aTown, the } from '../organisation/builders.ts';

let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => {
  const town = await aTown();
  context = { ...town.context, texts: translator };
  ({ setNow } = town);
});
const report = (who: string, askKey = 'one') =>
  reportIncident(context, the(context, who), { kind: 'lostDevice', askKey, text: '' });

describe('what has happened', () => {
  it('is told so many times a day by one person, and a repeat is none more', async () => {
    setNow('2026-11-24T08:00:00.000Z');
    for (let one = 1; one <= mostADay; one += 1) await report('anne', `${one}`);
    setNow('2026-11-24T22:59:00.000Z');
    expect(await refused(context, () => report('anne', 'more'))).toBe('conflict incidents.tooMany');
    expect(await report('anne', `${mostADay}`)).toMatchObject({ existed: true });
    expect(await report('bo')).toMatchObject({ existed: false });
    setNow('2026-11-24T23:00:00.000Z');
    expect(await report('anne', 'more')).toMatchObject({ existed: false });
    expect(context.list(Incidents).all()).toHaveLength(mostADay + 2);
  });

  const acts = { taken: takeIncident, closed: closeIncident };
  it.each(['taken', 'closed'] as const)('is not %s by who is not told of it', async (state) => {
    const { incident } = await report('anne');
    for (const who of ['anne', 'manager-nord', 'isk-syd', 'committee', 'auditor'])
      expect(await refused(context, () => acts[state](context, the(context, who), incident.key)), who).toBe(
        'forbidden incidents.mayNotTake',
      );
    expect(await acts[state](context, the(context, 'isk-nord'), incident.key)).toMatchObject({ state });
  });

  it('to an ISK is taken by another', async () => {
    const { incident } = await report('isk-nord');
    const take = (who: string) => takeIncident(context, the(context, who), incident.key);
    expect(await refused(context, () => take('isk-nord'))).toBe('forbidden incidents.mayNotTake');
    expect(await take('team')).toMatchObject({ takenBy: 'team' });
  });
});

it('what the bot answers is written by the CISO and the team', async () => {
  const words = { firstStep: 'Ring.', firstStepEnglish: '', callName: '', callPhone: '', nightPhone: '' };
  const keep = (who: string) => keepGuide(context, the(context, who), 'lostDevice', words);
  for (const who of ['anne', 'isk-nord', 'committee', 'auditor'])
    expect(await refused(context, () => keep(who)), who).toBe('forbidden incidents.mayNotKeepGuides');
  await keep('team');
  expect(context.list(IncidentGuides).all()).toMatchObject([{ key: 'lostDevice', changedBy: 'team' }]);
});
