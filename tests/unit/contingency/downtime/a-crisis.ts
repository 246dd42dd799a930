import { Assets, type Asset } from '../../../../api/assets/index.ts';
import type { Context } from '../../../../api/context.ts';
import { CriticalServices, type CriticalService } from '../../../../api/critical-services/index.ts';
import { declareObligationSources } from '../../../../api/obligations/index.ts';
import { obligationSources } from '../../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../../api/texts/translate.ts';
import { aTown, centre, person } from '../../organisation/builders.ts';
import { anAsset } from '../../risks/register-world.ts';
import { aContent, aPlan, aPlanVersion, aService, inForce } from '../builders.ts';

export const nowAt = '2026-11-24T09:00:00.000Z';

/**
 * A town with a journal system on a network: accepted downtime 4 hours for home care in Nord, a day for school in Syd.
 * Anne owns the journal, and Nord has an emergency procedure in force.
 */
export async function aCrisis() {
  const { context: bare, setNow } = await aTown(nowAt);
  const context: Context = { ...bare, texts: translator };
  declareObligationSources(context, obligationSources);
  const assets: Asset[] = [
    anAsset('journal', { title: 'Journalen', usedBy: [centre('nord')], dependsOn: ['net'] }),
    anAsset('net', { title: 'Netværket', usedBy: [], ownerId: person('bo') }),
    anAsset('old', { title: 'Det gamle', state: 'retired' }),
  ];
  for (const one of assets) await context.list(Assets).create(one);
  const services: CriticalService[] = [
    aService('care', { title: 'Hjemmepleje', needs: ['journal'], mtd: 4 }),
    aService('school', { title: 'Skole', needs: ['journal'], mtd: 24, centreId: centre('syd') }),
  ];
  for (const one of services) await context.list(CriticalServices).create(one);
  return { context, setNow };
}

/** Nord's emergency procedure for the journal, in force. */
export async function aProcedure(context: Context): Promise<void> {
  const content = aContent({
    contacts: [
      { key: 'c1', role: 'Vagthavende', personId: 'anne', name: '', phone: '43 57 00 00', note: '' },
      { key: 'c2', role: 'Nattevagt', name: 'Vagtcentralen', phone: '+45 43570001', note: '' },
      { key: 'c3', role: 'Uden nummer', name: 'Ingen', phone: '', note: '' },
    ],
    suppliers: [{ key: 's1', name: 'Journal A/S', phone: '70 10 20 30', agreement: 'A-17', hours: 'Døgnet rundt' }],
  });
  await inForce(context, aPlan('nord-plan'), aPlanVersion('nord-plan', { content }));
}
