import { carryOut as carryOutWith, rolesOf, type Done } from '../../teams-app/commands/administrators.ts';
import type { Part } from '../../teams-app/commands/setup/declaration.ts';
import type { Desk } from '../../teams-app/desk/desk.ts';

/** Carries out a part as its script does, with the rights of its administrator and no other. */
export async function carryOut(desk: Desk, part: Part): Promise<Done> {
  const token = await desk.world?.entra.administratorToken(rolesOf[part.name], part.scopes, part.api);
  return carryOutWith(desk.fetch, token ?? '', part);
}
