import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';

export type { Node };

const grammars = {
  bicep: 'tree-sitter-bicep/tree-sitter-bicep.wasm',
  powershell: '@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm',
  bash: '@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm',
} as const;

const { resolve } = createRequire(import.meta.url);

/** The syntax tree of a text, by the grammar that editors use. */
export async function parsed(language: keyof typeof grammars, text: string): Promise<Node> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(resolve(grammars[language])));
  const tree = parser.parse(text);
  if (!tree) throw new Error(`${language} was not parsed`);
  return tree.rootNode;
}

/** All nodes below, in order. */
export const nodesOf = (node: Node): Node[] => [node, ...node.children.flatMap(nodesOf)];
export const nodesOfType = (node: Node, type: string): Node[] => nodesOf(node).filter((one) => one.type === type);

/** Line and text of what the grammar does not know; empty for a text without mistakes. */
export const mistakesOf = (node: Node): string[] =>
  nodesOf(node)
    .filter(({ isError, isMissing }) => isError || isMissing)
    .map(({ startPosition, text, type }) => `line ${startPosition.row + 1}: ${text.slice(0, 80) || `no ${type}`}`);
