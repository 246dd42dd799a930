import { conflict, countsFrom, forbidden } from '../kernel/index.ts';
import { transferable } from '../organisation/index.ts';
import { mayEditService } from './permissions.ts';
import { CriticalServices } from './service-lists.ts';

/**
 * Gives a critical service another owner (R4). 4 resource units. Throws AppError as `Transferable`, forbidden
 * `services.mayNotEdit`, conflict `services.isRetired`.
 */
export const serviceTransfer = transferable(CriticalServices, {
  act: 'giveService',
  ownerOf: ({ ownerId }) => ownerId,
  give: (service, { to }) => ({ ownerId: to, countsFrom: countsFrom(service) }),
  check: (_context, actor, service) => {
    if (!mayEditService(actor, service)) throw forbidden('services.mayNotEdit');
    if (service.state === 'retired') throw conflict('services.isRetired');
  },
});
