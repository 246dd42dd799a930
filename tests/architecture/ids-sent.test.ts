import { expect, it } from 'vitest';
import { z } from 'zod';
import { textIfThere, translator } from '../../api/texts/translate.ts';
import { allRoutes } from '../../teams-app/program/routes.ts';
import { inputSchema } from '../fuzz/an-input.ts';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const parts = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

const isText = (schema: unknown): boolean => isJson(schema) && schema['type'] === 'string' && !('enum' in schema);

const namesRecords = /(Ids|Keys|\.keys|usedBy|dependsOn|needs|muted)$/;
const namesRecord = /(Id|Key|^key)$/;

/** The lists of a body that name records: of ids, or of items with one. */
function listsOfIds(schema: unknown, path: string, isItem = false): string[] {
  if (!isJson(schema)) return [];
  const choices = ['anyOf', 'oneOf', 'allOf'].flatMap((name) => parts(schema[name]));
  if (choices.length > 0) return choices.flatMap((one) => listsOfIds(one, path, isItem));
  const { items, properties, type } = schema;
  if (type === 'array' && isJson(items))
    return isText(items) && namesRecords.test(path) ? [path] : listsOfIds(items, path, true);
  return Object.entries(isJson(properties) ? properties : {}).flatMap(([name, member]) => {
    const within = `${path}.${name}`;
    const isId = isItem && isText(member) && namesRecord.test(name);
    return isId ? [within] : listsOfIds(member, within);
  });
}

/** By the end of the path: the code that refuses an id that no record has. */
const refused: Readonly<Record<string, string>> = {
  'agendas.requestKeys': 'approvals.noSuchRequest',
  'agendas/:agendaKey.requestKeys': 'approvals.noSuchRequest',
  'agendas/:agendaKey/vote.votes.requestKey': 'approvals.notOnAgenda',
  'wheel/catalogue/adopt.keys': 'wheel.noSuchCatalogueItem',
  'attendance.people.personId': 'wheel.unknownPerson',
  'obliged.centreIds': 'awareness.unknownCentre',
  'obliged.personIds': 'awareness.unknownPerson',
  'members.personId': 'appointments.hasLeft',
  usedBy: 'assets.unknownCentre',
  dependsOn: 'assets.unknownAsset',
  requirementKeys: 'standards.noSuchRequirement',
  procedureKeys: 'standards.noSuchProcedure',
  wheelActivityKeys: 'standards.noSuchActivity',
  catalogueKeys: 'risks.noSuchCatalogue',
  'assessments/:assessmentKey.participantIds': 'organisation.unknownPerson',
  needs: 'services.unknownAsset',
  'plans/:planKey/draft.centreIds': 'contingency.noSuchCentre',
  'contingency/tests.participantIds': 'contingency.unknownParticipant',
  'contingency/tests/:testKey.participantIds': 'contingency.unknownParticipant',
  'evaluation.results.key': 'fields.choice',
  'contingency/downtimes.centreIds': 'contingency.unknownCentre',
  'contingency/downtimes/:downtimeKey.centreIds': 'contingency.unknownCentre',
  'record.centreIds': 'contingency.unknownCentre',
  'close.testedPlanKeys': 'contingency.planNotTestable',
  'close.improvements.ownerId': 'contingency.unknownOwner',
  'reminders/nudge.rows.personId': 'reminders.mayNotNudge',
  'reminders/nudge.rows.key': 'reminders.mayNotNudge',
  'signed.personIds': 'signSheets.notYourPeople',
  'orientation/send.seen.key': 'governance.subjectsChanged',
  'answers.answers.key': 'inspections.noSuchItem',
  'walk.results.key': 'inspections.noSuchItem',
};

/** By the end of the path: why an unknown id is right, or right to go on without. */
const goesOn: Readonly<Record<string, string>> = {
  'hand-over.keys': 'the answer names each that stays, and why',
  'obliged.groupIds': 'kept; the page tells which groups cannot be read',
  'nudge.personIds': 'the answer counts those who are nudged; whoever has left holds up nobody',
  'nudge/preview.personIds': 'the same, before it is done',
  'sign-sheets.personIds': 'those who have done it since are left out; with nobody left it is refused',
  'wishes.muted': 'a kind that is there no more reminds of nothing',
  'firstHour.personId': 'kept on the plan, and told as one who is here no more',
  'steps.personId': 'kept on the plan, and told as one who is here no more',
  'contacts.personId': 'kept on the plan, and told as one who is here no more',
  'returnToNormal.personId': 'kept on the plan, and told as one who is here no more',
  'threats.key': 'a new threat gets a key of its own',
  'items.key': 'the key of an item of this list',
  'content.firstHour.key': 'the key of an item of this list',
  'content.steps.key': 'the key of an item of this list',
  'content.workarounds.key': 'the key of an item of this list',
  'content.contacts.key': 'the key of an item of this list',
  'content.suppliers.key': 'the key of an item of this list',
  'content.returnToNormal.key': 'the key of an item of this list',
  'injects.key': 'the key of an item of this list',
  'criteria.key': 'the key of an item of this list',
};

const found = [
  ...new Set(allRoutes.flatMap(({ name, endpoint: { body } }) => (body ? listsOfIds(inputSchema(body), name) : []))),
];
const endOf = (path: string) =>
  [...Object.keys(refused), ...Object.keys(goesOn)].filter((end) => new RegExp(`[./]${end}$`).test(path));

it('every list of ids that is sent refuses what no record has, or has a reason not to', () => {
  expect(found.length).toBeGreaterThan(60);
  expect(found.filter((path) => endOf(path).length !== 1)).toEqual([]);
  const known = new Set(found.flatMap(endOf));
  expect([...Object.keys(refused), ...Object.keys(goesOn)].filter((end) => !known.has(end))).toEqual([]);
});

it('every such refusal has its words', () => {
  const isWorded = (code: string) => textIfThere(translator('da'), `errors.${code}`) !== undefined;
  expect(Object.values(refused).filter((code) => !isWorded(code))).toEqual([]);
});

it('a list of ids is found wherever it stands in a body', () => {
  const key = z.string().max(9);
  const body = z.union([
    z.object({ centreIds: z.array(key), title: key, tags: z.array(key) }),
    z.object({ rows: z.array(z.object({ personId: key.optional(), note: key, planKeys: z.array(key) })) }),
  ]);
  expect(listsOfIds(inputSchema(body), '')).toEqual(['.centreIds', '.rows.personId', '.rows.planKeys']);
});
