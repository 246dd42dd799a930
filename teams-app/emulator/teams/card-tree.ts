/** Walks Adaptive Cards as plain JSON. Runs in the emulator and in the host page, so that both count alike. */
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
  /** Place in the card, counted from 0 in reading order. */
  index: number;
  action: Json;
  title: string;
  /** The inputs that this action sends: those of its card and of the cards around it. */
  inputs: readonly CardInput[];
}

const children = ['body', 'items', 'columns', 'rows', 'cells', 'inlines', 'actions'] as const;

/** All actions of a card in reading order: in action sets, containers, tables, show-cards, and select actions. */
export function actionsOf(card: Json): CardAction[] {
  const found: CardAction[] = [];
  visitCard(card, []);
  return found;

  function visitCard(own: Json, around: readonly CardInput[]): void {
    const inputs = [...around, ...inputsOf(own)];
    walk(own, (node) => {
      for (const action of actionsAt(node)) {
        found.push({ index: found.length, action, title: textOf(action['title']), inputs });
        if (isJson(action['card'])) visitCard(action['card'], inputs);
      }
    });
  }
}

/** Inputs of the card itself, without those of its show-cards. */
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

function actionsAt(node: Json): Json[] {
  const listed: unknown[] = Array.isArray(node['actions']) ? node['actions'] : [];
  const single = [node['selectAction'], node['inlineAction']];
  return [...single, ...listed].filter(isJson).filter(isAction);
}

function walk(node: Json, visit: (node: Json) => void): void {
  visit(node);
  for (const name of children) {
    const list = node[name];
    if (!Array.isArray(list)) continue;
    for (const child of list.filter(isJson)) if (!isAction(child)) walk(child, visit);
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
