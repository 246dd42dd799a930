import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../../api/context.ts';
import { changeDowntime } from '../../../../api/contingency/downtime/change-downtime.ts';
import { cancelDowntime, closeDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { downtimeView } from '../../../../api/contingency/downtime/downtime-view.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { writeLog } from '../../../../api/contingency/exercises/write-log.ts';
import { CriticalServices } from '../../../../api/critical-services/index.ts';
import { DeliveryBlocks } from '../../../../api/deliveries/index.ts';
import { Cursors } from '../../../../api/deliveries/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { decisionField } from '../../../../bot/contingency/decision-field.ts';
import { createDowntimeFollower, downtimeCardFor, verbs } from '../../../../bot/index.ts';
import { lintCard } from '../../bot/lint-card.ts';
import { centre, person, the } from '../../organisation/builders.ts';
import { aCrisis, aProcedure } from './a-crisis.ts';

let context: Context;
let setNow: (moment: string) => void;
const key = 'downtime_journal_1';
beforeEach(async () => {
  ({ context, setNow } = await aCrisis());
  await aProcedure(context);
  await reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: 'Sort *skærm*' });
});

const cardOf = (id: string) => downtimeCardFor(context, key, person(id));
const textOf = (id: string) => JSON.stringify(cardOf(id).card);
const close = () =>
  closeDowntime(context, the(context, 'isk-nord'), key, {
    ...{ endedAt: '2026-11-24T11:10:00Z', cause: 'Strømmen gik', lessons: '', testedPlanKeys: [], improvements: [] },
  });

describe('the card about a downtime', () => {
  it('tells since when, what is hit in the own centre, the least time, the first steps and whom to call', () => {
    const text = textOf('isk-nord');
    for (const words of [
      'Journalen er nede',
      '24. nov. 2026 kl. 10.00',
      '1 ydelse i Center for nord',
      'Senest 24. nov. 2026 kl. 14.00 (Hjemmepleje)',
      'Gør sådan nu i Center for nord',
      'Tag mappen med nødskemaer frem (Vagthavende)',
      'Vagthavende, Anne Aagaard: [43 57 00 00](tel:43570000)',
      'Journal A/S: [70 10 20 30](tel:70102030)',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Skole');
    expect(lintCard(cardOf('isk-nord'))).toEqual([]);
  });

  it('says what to do where the centre has no procedure', () => {
    expect(textOf('isk-syd')).toContain('Der er ingen nødprocedure for Center for syd.');
    expect(textOf('isk-syd')).toContain('(Skole)');
    expect(lintCard(cardOf('isk-syd'))).toEqual([]);
  });

  it('tells the security team of all that is hit', async () => {
    await context.list(People).update('team', () => ({ centreId: undefined }));
    expect(textOf('team')).toContain('2 ydelser i 2 centre');
    expect(lintCard(cardOf('team'))).toEqual([]);
  });

  it('never says that 0 services are hit: the line is left out, or says the whole to those who lead all', async () => {
    await context.list(CriticalServices).update('care', () => ({ centreId: centre('nord') }));
    await context.list(CriticalServices).update('school', () => ({ centreId: centre('nord') }));
    expect(textOf('isk-nord')).toContain('2 ydelser i Center for nord');
    expect(textOf('isk-syd')).not.toContain('ydelse');
    expect(textOf('isk-syd')).toContain('har været nede siden 24. nov. 2026 kl. 10.00.');
    await context.list(People).update('team', () => ({ centreId: centre('syd') }));
    expect(textOf('team')).toContain('2 ydelser i 2 centre');
    for (const key of ['care', 'school']) await context.list(CriticalServices).remove(key);
    for (const id of ['isk-nord', 'team']) expect(textOf(id)).not.toContain('ydelse');
  });

  it('shows what people wrote as plain words', () => {
    expect(textOf('isk-nord')).toContain(String.raw`Sort \\*skærm\\*`);
  });

  it('says when the time has passed', () => {
    setNow('2026-11-24T13:30:00Z');
    expect(textOf('isk-nord')).toContain('Skulle have kørt igen');
  });

  it('becomes the record in short when it is over', async () => {
    setNow('2026-11-24T12:00:00Z');
    await close();
    const text = textOf('isk-syd');
    for (const words of [
      'Journalen kører igen',
      'nede i 2 timer og 10 minutter',
      'inden for den nedetid',
      'Årsag: Strømmen gik',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('contingency.logDecision');
    expect(lintCard(cardOf('isk-syd'))).toEqual([]);
  });

  it('says that it was a false alarm, and that it is gone when it is', async () => {
    await cancelDowntime(context, the(context, 'ciso'), key, 'Kun én skærm');
    expect(textOf('isk-nord')).toContain('Falsk alarm: Journalen');
    expect(lintCard(cardOf('isk-nord'))).toEqual([]);
    expect(lintCard(downtimeCardFor(context, 'downtime_none_1', person('isk-nord')))).toEqual([]);
  });
});

describe('the button on the card', () => {
  const press = (id: string, words: string) =>
    verbs['contingency.logDecision']?.read({ subjectKey: key, [decisionField]: words })?.run(context, the(context, id));

  it('writes in the log of the downtime and gives the same card back with a receipt', async () => {
    const back = await press('manager-syd', 'Vi kører på papir');
    expect(JSON.stringify(back?.card)).toContain('Det står i loggen nu.');
    expect(JSON.stringify(back?.card)).toContain('Journalen er nede');
    expect(downtimeView(context, the(context, 'ciso'), key).log).toMatchObject([
      { kind: 'decision', text: 'Vi kører på papir', by: { id: 'manager-syd' } },
    ]);
  });

  it('writes nothing for somebody who has no part in it, and says so', async () => {
    const back = await press('bo', 'Hej');
    expect(JSON.stringify(back?.card)).toContain('Kun dem, der er med, kan skrive i loggen.');
    expect(JSON.stringify(back?.card)).not.toContain('Journalen er nede');
    expect(downtimeView(context, the(context, 'ciso'), key).log).toEqual([]);
  });
});

describe('the cards that were sent', () => {
  it('are corrected when the downtime is corrected and when it is over, and not by a log entry', async () => {
    await context.list(Cursors).create({ key: 'downtime-acts', title: 'x', position: 0 });
    await context.list(DeliveryBlocks).create({
      ...{ key: 'block', title: 'x', campaignKey: 'downtimeCard_downtime_journal_1', position: 1 },
      recipients: [
        { person: person('isk-nord'), state: 'sent', activity: 'a1' },
        { person: person('isk-syd'), state: 'notInstalled' },
      ],
    });
    const edited: string[] = [];
    const follower = createDowntimeFollower(context, async (subjectKey, personId, message) => {
      edited.push(`${subjectKey} ${personId}: ${message.summary}`);
      return 'edited';
    });
    // The card's content before this start of the program is unknown.
    await follower.process();
    await follower.process();
    expect(edited.splice(0)).toHaveLength(1);
    await writeLog(context, the(context, 'isk-nord'), { subjectKey: key, kind: 'event', text: 'Strømmen er væk' });
    await follower.process();
    expect(edited).toEqual([]);
    await changeDowntime(context, the(context, 'ciso'), key, {
      ...{ startedAt: '2026-11-24T08:30:00Z', note: '', centreIds: ['nord'] },
    });
    await follower.process();
    expect(edited).toEqual([
      expect.stringContaining(`${key} isk-nord: Journalen har været nede siden 24. nov. 2026 kl. 09.30`),
    ]);
    setNow('2026-11-24T12:00:00Z');
    await close();
    await follower.process();
    expect(edited[1]).toContain('Journalen kører igen');
  });
});
