/** The few parts of Adaptive Cards 1.5 that the product uses; every client of Teams shows them alike. */
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
/** A field to write in. What is written comes with the pressed button, under its id. */
export interface InputText {
  type: 'Input.Text';
  id: string;
  label: string;
  isMultiline: true;
  maxLength: number;
}
/** Buttons that stand right below what they are about. */
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
/** Ids, keys and a version: never a name, a text or anything that is trusted. */
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
 * `30. nov.` at the beginning of a line is a day, and no point 30 of a list: Teams reads Markdown in texts and facts, and
 * would show `0. nov.`.
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

/** A quieter line, for why the card came and whom to ask. */
export const aside = (text: string): TextBlock => paragraph(text, { isSubtle: true });

/** Pairs of words and values; nothing at all when there are none. */
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

/** A box that stands out: a notice before the card's own matter. */
export const notice = (style: NonNullable<Container['style']>, ...items: (TextBlock | FactSet)[]): Container => ({
  type: 'Container',
  style,
  items,
});

/** A button that does something: an invoke where the client knows it, else a message with the same data. */
export const execute = (title: string, verb: string, data: CardData): Execute => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  fallback: { type: 'Action.Submit', title, data: { ...data, verb, msteams: { feedback: { hide: true } } } },
});

/** Buttons below what they are about; nothing at all when there are none. */
export const buttons = (actions: CardAction[]): ActionSet[] =>
  actions.length === 0 ? [] : [{ type: 'ActionSet', actions }];

export const openUrl = (title: string, url: string): OpenUrl => ({ type: 'Action.OpenUrl', title, url });
