import { tasksOfYear } from '../../api/annual-wheel/index.ts';
import type { Context } from '../../api/context.ts';
import { vitalEntries } from '../../api/contingency/index.ts';
import { figureValues } from '../../api/figures/index.ts';
import { suggestions } from '../../api/governance/orientation/suggestions.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { allMeasures } from '../../api/measures/measures.ts';
import { obligationsOf } from '../../api/obligations/index.ts';
import { People, rolesOf } from '../../api/organisation/index.ts';
import { allProcedures } from '../../api/procedures/procedures.ts';
import { cadenceOf, reminderKinds } from '../../api/reminders/cadences.ts';
import { requirementsNow } from '../../api/standards/index.ts';

/** What everybody owes and may, every figure, and where everything stands. */
export async function whatIsKnown(context: Context): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const tell = (what: string, value: unknown) => void found.set(what, JSON.stringify(value));
  for (const { key, title } of context.list(People).all()) {
    for (const { key: of, due, since, state, passed, path } of obligationsOf(context, key as PersonId))
      tell(`${title} owes ${of}`, [due, since, state, passed, path]);
    tell(`${title} holds`, rolesOf(context, key as PersonId));
  }
  for (const [figure, values] of await figureValues(context, Infinity))
    for (const [owner, value] of values) tell(`${figure} of ${owner}`, value);
  for (const year of [2026, 2027])
    for (const { key, state, due } of tasksOfYear(context, year)) tell(key, [state, due]);
  for (const [key, { status }] of requirementsNow(context)) tell(key, status);
  for (const [key, { row }] of vitalEntries(context))
    tell(key, [row.basis, row.plan, row.testing, row.gaps.map(({ gap }) => gap)]);
  for (const { procedure, versions } of allProcedures(context).values())
    tell(
      procedure.key,
      versions.map(({ state, reviewOn, renewing }) => [state, reviewOn, renewing]),
    );
  for (const { measure, state } of allMeasures(context)) tell(measure.key, state);
  for (const { key } of await suggestions(context, 'da')) tell(`to tell Byrådet ${key}`, true);
  for (const kind of reminderKinds(context)) tell(`cadence of ${kind}`, cadenceOf(context, kind));
  return found;
}
