import { expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { addSubject, changeSubject, writeIntro } from '../../../api/governance/orientation/collect-subjects.ts';
import { CouncilOrientations } from '../../../api/governance/index.ts';
import { changeCatalogue, makeCatalogue } from '../../../api/risks/catalogues/keep-catalogues.ts';
import { catalogueBody } from '../../../api/risks/contract.ts';
import { aTown, the } from '../organisation/builders.ts';

it('a press that comes again later, since its answer was lost with the program, is named once', async () => {
  const { context, setNow } = await aTown();
  const ciso = { ...the(context, 'ciso'), idempotencyKey: 'press-0001' };
  const body = (title: string) => catalogueBody.parse({ title, kind: 'system', threats: [{ title: 'Tyveri' }] });
  const catalogue = await makeCatalogue(context, ciso, body('Skoler'));
  await addSubject(context, ciso, { title: 'Emne', text: 'Tekst' });
  const subject = context.list(CouncilOrientations).all()[0]?.subjects[0]?.key ?? 'none';
  const acts = [
    () => changeCatalogue(context, ciso, catalogue, body('Skole')),
    () => changeSubject(context, ciso, subject, { title: 'Emnet', text: 'Tekst' }),
    () => writeIntro(context, ciso, 'Kære Byråd'),
  ];
  const named = () => context.list(AuditEntries).all().length;
  for (const [place, act] of acts.entries()) {
    const before = named();
    await act();
    setNow(`2026-11-24T1${place}:30:00.000Z`);
    await act();
    expect(named() - before).toBe(1);
  }
});
