import type { ControlWritten } from '../../../api/standards/contract.ts';
import { addControl } from '../../../api/standards/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aTown, the } from '../organisation/builders.ts';

export const aBody = (changes: Partial<ControlWritten> = {}): ControlWritten => ({
  title: 'Adgange gennemgås hvert halve år',
  description: 'Lederen får en liste og retter den.',
  state: 'running',
  evidence: [],
  reviewMonths: 12,
  requirementKeys: ['iso27001.A.5.18'],
  procedureKeys: [],
  wheelActivityKeys: [],
  ...changes,
});

/** A town with the real texts, and a way to add controls as the CISO. */
export async function aStandardsTown(today = '2026-11-24T09:00:00.000Z') {
  const { context, setNow } = await aTown(today);
  context.texts = translator;
  const ciso = the(context, 'ciso');
  const add = async (changes: Partial<ControlWritten> = {}) => (await addControl(context, ciso, aBody(changes))).key;
  return { context, setNow, ciso, add };
}
