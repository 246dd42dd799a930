import { t } from './texts/texts.ts';

export interface ChosenFile {
  fileName: string;
  base64: string;
}

/** 10 MB, as the reader's file manager counts them. */
const largestBytes = 10 * 1024 * 1024;

/** Why a sheet cannot be used, in words, as far as its name and size say. */
export const refusalOf = (file: { name: string; size: number }): string | undefined =>
  /\.(csv|txt|xlsx)$/i.test(file.name) ? sizeRefusal(file) : t('files.sheet.wrongKind', { name: file.name });

export function sizeRefusal({ name, size }: { name: string; size: number }): string | undefined {
  if (size > largestBytes) return t('files.sheet.tooLarge', { name });
  return size === 0 ? t('files.sheet.empty', { name }) : undefined;
}

/** The file as it is sent. Rejects when the device cannot read it, e.g. while it is open in Excel. */
export function readFile(file: File): Promise<ChosenFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(new Error('unreadable'));
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve({ fileName: file.name, base64: url.slice(url.indexOf(',') + 1) });
    };
    reader.readAsDataURL(file);
  });
}

/** Hands a text to the browser as a download, as Windows opens it best. */
export function saveText(fileName: string, lines: readonly string[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/plain;charset=utf-8' }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
