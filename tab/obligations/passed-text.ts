import type { ObligationView } from '../../api/organisation/contract.ts';
import { t } from '../shared/texts/texts.ts';

/** Why it is this person's if assigned to another: `Overdraget fra Mette Sørensen`. */
export function passedText({ passed }: Pick<ObligationView, 'passed'>): string | undefined {
  if (!passed) return undefined;
  return passed.from
    ? t(`obligations.passed.${passed.reason}`, { name: passed.from.name })
    : t(`obligations.passed.${passed.reason}Unknown`);
}
