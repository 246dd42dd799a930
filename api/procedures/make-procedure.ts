import type { z } from 'zod';
import type { Context } from '../context.ts';
import { forbidden, invalid, nowOf, repeatableKey, type Actor, type CentreId } from '../kernel/index.ts';
import { centres } from '../organisation/index.ts';
import { createOnce, type Stored } from '../sharepoint/index.ts';
import type { makeProcedureBody } from './contract.ts';
import { mayWrite } from './permissions.ts';
import { Procedures, ProcedureVersions, type Procedure, type ProcedureVersion } from './procedure-list.ts';
import { procedures } from './procedures.ts';
import { draftFields } from './save-draft.ts';

export type MakeProcedure = z.output<typeof makeProcedureBody>;

/**
 * Adds a local procedure of a centre, or a guideline, with its first draft (R12, R16). 4 resource units. Throws
 * AppError: forbidden `procedures.mayNotWrite`, invalid `procedures.noSuchCentre` `procedures.noSuchArea`
 * `procedures.noSuchGuideline`, unavailable.
 */
export async function makeProcedure(context: Context, actor: Actor, given: MakeProcedure): Promise<Stored<Procedure>> {
  const { kind, centreId: asked, ...draft } = given;
  const centreId = kind === 'procedure' ? (asked as CentreId | undefined) : undefined;
  if (kind === 'procedure' && !centres(context).some(({ key }) => key === centreId))
    throw invalid('procedures.noSuchCentre', { field: 'centreId' });
  const owned = { kind, ...(centreId === undefined ? {} : { centreId }) };
  if (!mayWrite(actor, owned)) throw forbidden('procedures.mayNotWrite');
  const fields = draftFields(context, owned, draft);
  const made = { madeBy: actor.personId, madeAt: nowOf(context.clock) };
  const key = repeatableKey(actor, 'procedure');
  const procedure: Procedure = { key, title: fields.title, ...owned, ...made };
  const version: ProcedureVersion = {
    key: procedures.versionKey(key, 1),
    procedureKey: key,
    number: 1,
    fileText: '',
    ...made,
    ...fields,
  };
  const record = await createOnce(context.list(Procedures), procedure, ['madeAt']);
  await createOnce(context.list(ProcedureVersions), version, ['madeAt']);
  return record;
}
