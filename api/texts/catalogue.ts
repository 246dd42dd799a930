/** English has exactly the keys of the Danish reference: `export const policy: TextsOf<typeof da> = …`. */
export type TextsOf<Reference> = {
  readonly [Key in keyof Reference]: Reference[Key] extends string ? string : TextsOf<Reference[Key]>;
};

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;
/** Dotted paths of a catalogue, plural endings (`_one`, `_other`) left out. */
export type KeysOf<Texts, Prefix extends string = ''> = {
  [Key in keyof Texts & string]: Texts[Key] extends string
    ? `${Prefix}${WithoutPlural<Key>}`
    : KeysOf<Texts[Key], `${Prefix}${Key}.`>;
}[keyof Texts & string];

/** Values for `{{name}}` in a text; `count` chooses the plural. */
export type TextValues = Readonly<Record<string, string | number>>;
