import {
  AdaptiveCard,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  SubmitAction,
  Version,
  type Action,
} from 'adaptivecards';
import { micromark } from 'micromark';
import { actionsOf, type Json } from '../teams/card-tree.ts';

/** Teams shows cards up to this version only. */
const newest = new Version(1, 5);

// Micromark escapes HTML in the text, so cards cannot inject markup.
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = micromark(text);
  result.didProcess = true;
};

const colours = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name}-subtle)` });
const foreground = {
  default: colours('card-text'),
  accent: colours('card-accent'),
  good: colours('card-good'),
  warning: colours('card-warning'),
  attention: colours('card-attention'),
  dark: colours('card-text'),
  light: colours('card-text'),
};
const style = (background: string) => ({
  backgroundColor: `var(--card-${background})`,
  foregroundColors: foreground,
});

/** Teams' measures. Colours are the page's variables, so a theme change needs no new card. */
const hostConfig = () =>
  new HostConfig({
    supportsInteractivity: true,
    fontFamily: 'inherit',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 26, extraLarge: 30 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: 'var(--line)' },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: style('surface'),
      emphasis: style('emphasis'),
      accent: style('accent-surface'),
      good: style('good-surface'),
      warning: style('warning-surface'),
      attention: style('attention-surface'),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    },
    inputs: { label: { inputSpacing: 4, requiredInputs: { suffix: ' *', color: 'attention' } } },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 120 }, value: { wrap: true }, spacing: 12 },
  });

export type CardAct = { kind: 'press'; index: number; inputs: Record<string, string> } | { kind: 'open'; url: string };

/** Renders a card by the official renderer; `undefined` when Teams would not show it. */
export function renderCard(json: Json, act: (act: CardAct) => void): HTMLElement | undefined {
  const numbered = numberActions(json);
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig();
  card.parse(numbered);
  if (!(card.version instanceof Version) || newest.compareTo(card.version) < 0) return undefined;
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) return act({ kind: 'open', url: action.url ?? '' });
    if (action instanceof ExecuteAction || action instanceof SubmitAction) {
      act({ kind: 'press', index: placeOf(action), inputs: inputsOf(card) });
    }
  };
  // Links in texts open like buttons, instead of replacing the page.
  card.onAnchorClicked = (_element, anchor) => {
    act({ kind: 'open', url: anchor.href });
    return true;
  };
  return card.render();
}

const mark = 'desk-action-';

/** Gives every action its index as id, so that a press is unambiguous with equal titles. */
function numberActions(json: Json): Json {
  const copy = structuredClone(json);
  for (const { action, index } of actionsOf(copy)) action['id'] = `${mark}${index}`;
  return copy;
}

const placeOf = (action: Action): number => Number(action.id?.slice(mark.length));

const inputsOf = (card: AdaptiveCard): Record<string, string> =>
  Object.fromEntries(card.getAllInputs().map((input) => [input.id ?? '', asText(input.value)]));

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
