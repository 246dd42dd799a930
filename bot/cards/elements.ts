/** The few parts of Adaptive Cards 1.5 that we use; all Teams clients render them alike. */
export interface TextBlock {
  type: 'TextBlock';
  text: string;
  wrap: true;
  size?: 'Medium' | 'Large';
  weight?: 'Bolder';
  color?: 'Attention' | 'Good' | 'Warning';
  isSubtle?: true;
  spacing?: 'None' | 'Small' | 'Medium';
  separator?: true;
  style?: 'heading';
}
export interface FactSet {
  type: 'FactSet';
  facts: { title: string; value: string }[];
}
export interface Container {
  type: 'Container';
  items: (TextBlock | FactSet)[];
  style?: 'emphasis' | 'good' | 'warning' | 'attention';
  separator?: true;
}
/** A text field. Its value comes with the pressed button, under its id. */
export interface InputText {
  type: 'Input.Text';
  id: string;
  label: string;
  isMultiline: true;
  maxLength: number;
}
/** Buttons directly below their content. */
export interface ActionSet {
  type: 'ActionSet';
  actions: CardAction[];
}
export type CardElement = TextBlock | FactSet | Container | InputText | ActionSet;

export interface OpenUrl {
  type: 'Action.OpenUrl';
  title: string;
  url: string;
}
/** Ids, keys and a version: never names, texts or trusted data. */
export type CardData = Readonly<Record<string, string>>;
export interface Execute {
  type: 'Action.Execute';
  title: string;
  verb: string;
  data: CardData;
  fallback: { type: 'Action.Submit'; title: string; data: Record<string, unknown> };
}
export type CardAction = Execute | OpenUrl;

/**
 * `30. nov.` at the start of a line is a day, not list item 30: Teams renders Markdown in texts and facts, and would
 * show `0. nov.`.
 */
const withoutLists = (text: string): string => text.replace(/^([ \t]*\d{1,9})(?=\.[ \t])/gm, '$1\u200b');

export const heading = (text: string): TextBlock => ({
  type: 'TextBlock',
  text: withoutLists(text),
  wrap: true,
  size: 'Medium',
  weight: 'Bolder',
  style: 'heading',
});

export const paragraph = (
  text: string,
  look: Pick<TextBlock, 'isSubtle' | 'spacing' | 'weight' | 'color' | 'separator'> = {},
): TextBlock => ({
  type: 'TextBlock',
  text: withoutLists(text),
  wrap: true,
  ...look,
});

/** A subdued line, e.g. for the reason of the card. */
export const aside = (text: string): TextBlock => paragraph(text, { isSubtle: true });

/** Pairs of names and values; empty without any. */
export const facts = (rows: readonly (readonly [title: string, value: string])[]): FactSet[] =>
  rows.length === 0
    ? []
    : [{ type: 'FactSet', facts: rows.map(([title, value]) => ({ title, value: withoutLists(value) })) }];

/** A field for a few lines. */
export const field = (id: string, label: string, maxLength: number): InputText => ({
  type: 'Input.Text',
  id,
  label,
  isMultiline: true,
  maxLength,
});

/** A highlighted box: a notice above the card's content. */
export const notice = (style: NonNullable<Container['style']>, ...items: (TextBlock | FactSet)[]): Container => ({
  type: 'Container',
  style,
  items,
});

/** An acting button: an invoke if the client supports it, else a message with the same data. */
export const execute = (title: string, verb: string, data: CardData): Execute => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  fallback: { type: 'Action.Submit', title, data: { ...data, verb, msteams: { feedback: { hide: true } } } },
});

/** Buttons below their content; empty without any. */
export const buttons = (actions: CardAction[]): ActionSet[] =>
  actions.length === 0 ? [] : [{ type: 'ActionSet', actions }];

export const openUrl = (title: string, url: string): OpenUrl => ({ type: 'Action.OpenUrl', title, url });
