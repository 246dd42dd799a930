import type * as danish from './da/index.ts';

/** English has exactly the keys of the Danish reference: `export const policy: TextsOf<typeof da> = …`. */
export type TextsOf<Reference> = {
  readonly [Key in keyof Reference]: Reference[Key] extends string ? string : TextsOf<Reference[Key]>;
};

/** Values for `{{name}}` in a text; `count` chooses the plural. */
export type TextValues = Readonly<Record<string, string | number>>;

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;
/** Dotted paths of a catalogue, plural endings (`_one`, `_other`) left out. */
export type KeysOf<Texts, Prefix extends string = ''> = {
  [Key in keyof Texts & string]: Texts[Key] extends string
    ? `${Prefix}${WithoutPlural<Key>}`
    : KeysOf<Texts[Key], `${Prefix}${Key}.`>;
}[keyof Texts & string];

/** Every text that the program says. The Danish reference decides which keys exist; English has the same (tested). */
export type TextKey = KeysOf<typeof danish>;

type Below<Texts, Path extends string> = Path extends `${infer First}.${infer Rest}`
  ? First extends keyof Texts
    ? Below<Texts[First], Rest>
    : never
  : Path extends keyof Texts
    ? Texts[Path]
    : never;
/** The rest of the keys below a prefix: `TextsUnder<'documents.wheel'>` has `sheet` for `documents.wheel.sheet`. */
export type TextsUnder<Prefix extends string> = KeysOf<Below<typeof danish, Prefix>>;
/**
 * The next word of the keys below a prefix: `TextGroups<'dutyWords'>` has `training` for `dutyWords.training.title`.
 */
export type TextGroups<Prefix extends string> = keyof Below<typeof danish, Prefix> & string;

/** A text by key with values for its `{{name}}`s. */
export type Translate = (key: TextKey, values?: TextValues) => string;
