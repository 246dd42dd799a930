import type { Answers, QuestionId } from '../questions/index.ts';
import type { ConnectorFaults, FaultPatch, GraphFaults } from './fault-settings.ts';

type Switched = { readonly [Id in QuestionId]?: (answer: Answers[Id]) => FaultPatch };
const graph = (switches: Partial<GraphFaults>): FaultPatch => ({ graph: switches });
const connector = (switches: Partial<ConnectorFaults>): FaultPatch => ({ connector: switches });

/** Answers that a switch gives. All others are read where they apply, as `faults.tenant`. */
const switched: Switched = {
  'list.columns': (answer) => graph({ columnsLost: Number(answer === 'lost') }),
  'list.unique': (answer) => graph({ columnsPlain: Number(answer === 'lost') }),
  'list.default': (answer) => graph({ defaultsIgnored: answer === 'ignored' }),
  'item.fields': (answer) => graph({ patchFieldsRejected: answer === 'refused' }),
  'field.required': (answer) => graph({ requiredEnforced: answer === 'refused' }),
  'key.clash': (answer) => graph({ uniqueClash: answer === 'otherWords' ? 'danish' : answer }),
  'expand.plain': (answer) => graph({ strictDollar: answer === 'refused' }),
  'lookup.number': (answer) => graph({ strictLookupString: answer === 'refused' }),
  'delta.etag': (answer) => graph({ deltaEtag: answer }),
  'delta.deleted': (answer) => graph({ deltaDeleteBug: answer === 'error' }),
  'delta.repeats': (answer) => graph({ duplicateDelta: answer === 'again' }),
  subscription: (answer) => graph({ subscriptionsRefused: answer === 'refused' }),
  'file.token': (answer) => graph({ strictUploadToken: answer === 'refused' }),
  'chat.atOnce': (answer) => connector({ chatDelayMs: answer === 'atOnce' ? 0 : 200 }),
  'chat.uninstalled': (answer) => connector({ uninstalled: uninstalled[answer] }),
};

const uninstalled = {
  roster: 'BotNotInConversationRoster',
  blocked: 'MessageWritesBlocked',
  delivered: 'delivered',
} as const;

/** The switches that give these answers. */
export function switchesOf(answers: Partial<Answers>): Pick<FaultPatch, 'graph' | 'connector'> {
  const patches = idsOf(switched).map((id) => patchOf(id, answers));
  return {
    graph: Object.assign({}, ...patches.map((patch) => patch.graph)) as Partial<GraphFaults>,
    connector: Object.assign({}, ...patches.map((patch) => patch.connector)) as Partial<ConnectorFaults>,
  };
}

const idsOf = (table: Switched): QuestionId[] => Object.keys(table) as QuestionId[];

function patchOf<Id extends QuestionId>(id: Id, answers: Partial<Answers>): FaultPatch {
  const answer = answers[id];
  return answer === undefined ? {} : (switched[id]?.(answer) ?? {});
}
