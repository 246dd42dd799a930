import type { Context } from '../context.ts';
import { recordAct } from '../audit/index.ts';
import { CourseRounds } from '../awareness/index.ts';
import {
  forbidden,
  invalid,
  missing,
  nowOf,
  repeatableKey,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import { createOnce, type Stored } from '../sharepoint/index.ts';
import type { z } from 'zod';
import type { sheetBody } from './contract.ts';
import { mayRecordFor } from './permissions.ts';
import { SignSheets, type SignSheet } from './sheet-list.ts';
import { owes, subjectOf } from './subjects.ts';

export type MakeSheet = z.output<typeof sheetBody>;

/**
 * Creates a sheet for people not reached by Teams (R16): of the actor's centre, who owe the subject. 4 resource units.
 * Throws AppError: missing `signSheets.noSuchSubject`, forbidden `signSheets.notYourPeople` (oneself too), invalid
 * `signSheets.nobodyOwes` `signSheets.beforeRound`, unavailable.
 */
export async function makeSheet(context: Context, actor: Actor, given: MakeSheet): Promise<Stored<SignSheet>> {
  const { kind, subjectKey, way, place } = given;
  const heldOn = given.heldOn as LocalDate;
  const subject = subjectOf(context, kind, subjectKey);
  if (!subject) throw missing('signSheets.noSuchSubject');
  const people = [...new Set(given.personIds)] as PersonId[];
  for (const personId of people)
    if (!mayRecordFor(actor, personId, findPerson(context, personId)?.centreId))
      throw forbidden('signSheets.notYourPeople');
  const opensOn = kind === 'takeCourse' ? context.list(CourseRounds).get(subjectKey)?.opensOn : undefined;
  if (opensOn !== undefined && heldOn < opensOn) throw invalid('signSheets.beforeRound', { field: 'heldOn', opensOn });
  const owing = owes(context, kind, subjectKey);
  const asked = people.filter((personId) => owing.has(personId));
  if (asked.length === 0) throw invalid('signSheets.nobodyOwes', { field: 'personIds' });
  const sheet = await createOnce(
    context.list(SignSheets),
    {
      key: repeatableKey(actor, 'signSheet'),
      title: subject.title.slice(0, 255),
      kind,
      subjectKey,
      way,
      heldOn,
      place,
      contentHash: subject.contentHash,
      people: asked,
      ticks: [],
      madeBy: actor.personId,
      madeAt: nowOf(context.clock),
    },
    ['madeAt'],
  );
  await recordAct(context, {
    act: 'makeSignSheet',
    subjectKey: sheet.key,
    actorId: sheet.madeBy,
    at: sheet.madeAt,
    details: { kind, about: subjectKey, way, people: asked.length },
  });
  return sheet;
}
