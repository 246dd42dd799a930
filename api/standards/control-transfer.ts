import { conflict, forbidden } from '../kernel/index.ts';
import { transferable } from '../organisation/index.ts';
import { mayEditControl } from './permissions.ts';
import { Controls } from './standard-list.ts';

/**
 * Gives a control another owner (R3). 4 resource units. Throws AppError as `Transferable`, forbidden
 * `standards.mayNotEditControl`, conflict `standards.isRetired`.
 */
export const controlTransfer = transferable(Controls, {
  act: 'giveControl',
  ownerOf: ({ ownerId }) => ownerId,
  give: (_control, { to }) => ({ ownerId: to }),
  check: (_context, actor, control) => {
    if (!mayEditControl(actor, control)) throw forbidden('standards.mayNotEditControl');
    if (control.state === 'retired') throw conflict('standards.isRetired');
  },
});
