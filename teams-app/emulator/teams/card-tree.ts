/** Walks Adaptive Cards as plain JSON. Shared by the emulator and the host page, for equal numbering. */
export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface CardInput {
  id: string;
  type: string;
  value: string;
  required: boolean;
  label: string;
}

export interface CardAction {
  /** Index in the card, from 0 in reading order. */
  index: number;
  action: Json;
  title: string;
  /** Inputs sent by this action: of its card and the surrounding cards. */
  inputs: readonly CardInput[];
}

const children = ['body', 'items', 'columns', 'rows', 'cells', 'inlines'] as const;

/** A card's actions in reading order: in action sets, containers, tables, show-cards, and select actions. */
export function actionsOf(card: Json): CardAction[] {
  const found: CardAction[] = [];
  visitCard(card, []);
  return found;

  function visitCard(own: Json, around: readonly CardInput[]): void {
    const inputs = [...around, ...inputsOf(own)];
    const note = (action: Json) => {
      found.push({ index: found.length, action, title: textOf(action['title']), inputs });
      if (isJson(action['card'])) visitCard(action['card'], inputs);
    };
    // A node's select action precedes its content, its buttons follow.
    walk(
      own,
      (node) => [node['selectAction'], node['inlineAction']].filter(isJson).filter(isAction).forEach(note),
      (node) => listOf(node['actions']).filter(isAction).forEach(note),
    );
  }
}

/** Inputs of the card itself, without its show-cards. */
function inputsOf(card: Json): CardInput[] {
  const inputs: CardInput[] = [];
  walk(card, (node) => {
    const id = textOf(node['id']);
    const type = textOf(node['type']);
    if (!type.startsWith('Input.') || id === '') return;
    const off = textOf(node['valueOff']) || 'false';
    const value = textOf(node['value']) || (type === 'Input.Toggle' ? off : '');
    inputs.push({ id, type, value, required: node['isRequired'] === true, label: textOf(node['label']) });
  });
  return inputs;
}

const isAction = (node: Json) => textOf(node['type']).startsWith('Action.');

function walk(node: Json, before: (node: Json) => void, after: (node: Json) => void = () => undefined): void {
  before(node);
  for (const name of children) for (const child of listOf(node[name])) walk(child, before, after);
  after(node);
}

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
