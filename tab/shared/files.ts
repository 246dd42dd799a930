import { t } from './texts/texts.ts';

/** Accepted file kinds, by content (the API checks the bytes). */
export const fileKinds = ['word', 'pdf', 'picture'] as const;
export type FileKind = (typeof fileKinds)[number];

const endings: Readonly<Record<FileKind, readonly string[]>> = {
  word: ['.docx'],
  pdf: ['.pdf'],
  picture: ['.png', '.jpg', '.jpeg', '.gif', '.webp'],
};
const hasEnding = (name: string, kind: FileKind) => endings[kind].some((ending) => name.toLowerCase().endsWith(ending));
const kilobyte = 1024;

/** For the browser's file dialog. */
export const acceptOf = (kinds: readonly FileKind[]): string => kinds.flatMap((kind) => endings[kind]).join(',');

/** The kind by MIME type, or by name where the browser knows no type. */
export function kindOfFile({ name, type }: { name: string; type: string }): FileKind | 'other' {
  if (type === '') return fileKinds.find((kind) => hasEnding(name, kind)) ?? 'other';
  if (type === 'application/pdf') return 'pdf';
  if (type.startsWith('image/')) return 'picture';
  return type.includes('wordprocessingml') ? 'word' : 'other';
}

/** A size in words: `312 kB`, `4,5 MB`. */
export function asSize(bytes: number): string {
  if (bytes < kilobyte) return t('files.size.bytes', { size: bytes });
  if (bytes < kilobyte ** 2) return t('files.size.kilobytes', { size: Math.round(bytes / kilobyte) });
  return t('files.size.megabytes', { size: Math.round((bytes / kilobyte ** 2) * 10) / 10 });
}

/** `Word (.docx), PDF eller billede`. */
export function kindNames(kinds: readonly FileKind[]): string {
  const names = kinds.map((kind) => t(`files.kinds.${kind}`));
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${t('files.or')} ${last}`;
}

/** Why a file is refused, in words, before the upload; undefined when acceptable. */
export function fileProblem(file: File, kinds: readonly FileKind[], largest: number): string | undefined {
  const { name, size } = file;
  if (kinds.includes('word') && /\.(doc|dot)$/i.test(name)) return t('files.oldWord', { name });
  if (!kinds.some((kind) => hasEnding(name, kind))) return t('files.wrongKind', { name, kinds: kindNames(kinds) });
  if (size === 0) return t('files.empty', { name });
  if (size > largest) return t('files.tooLarge', { name, size: asSize(size), largest: asSize(largest) });
  return undefined;
}

/** A file's name as a title: without extension, `_` as spaces, capitalised. */
export function titleOfFile(name: string): string {
  const stem = name
    .replace(/\.\p{L}[\p{L}\p{N}]{1,4}$/u, '')
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return stem.charAt(0).toLocaleUpperCase() + stem.slice(1);
}
