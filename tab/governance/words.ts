import type { DutyRow, ManagementDutyView } from '../../api/governance/contract.ts';
import { t } from '../shared/texts/texts.ts';

/** A body's collective name. */
export const bodyText = (body: DutyRow['body']): string =>
  body === 'network' || body === 'centreManager' || body === 'coordinator'
    ? t(`governance.body.${body}`)
    : t(`roles.${body}`);

type Body = ManagementDutyView['bodies'][number];
export const bodiesText = (all: readonly Body[]): string => all.map((body) => t(`roles.${body}`)).join(', ');
