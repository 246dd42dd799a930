import { t } from './texts/texts.ts';

export interface ChosenFile {
  fileName: string;
  base64: string;
}

/** 10 MB, as file managers count. */
const largestBytes = 10 * 1024 * 1024;

/** Why a sheet is refused, in words, by its name and size. */
export const refusalOf = (file: { name: string; size: number }): string | undefined =>
  /\.(csv|txt|xlsx)$/i.test(file.name) ? sizeRefusal(file) : t('files.sheet.wrongKind', { name: file.name });

export function sizeRefusal({ name, size }: { name: string; size: number }): string | undefined {
  if (size > largestBytes) return t('files.sheet.tooLarge', { name });
  return size === 0 ? t('files.sheet.empty', { name }) : undefined;
}

/** A zip archive, as every .xlsx is, in base64. */
const zipBegins = 'UEs';

/** Why a file without rows is no list, in words. A text is read whatever it is called, as long as it has rows. */
export const emptyRefusal = ({ fileName, base64 }: ChosenFile): string => {
  const isFalseExcel = /\.xlsx$/i.test(fileName) && !base64.startsWith(zipBegins);
  return t(isFalseExcel ? 'files.sheet.notExcel' : 'files.sheet.noRows', { name: fileName });
};

/** The file as sent. Rejects when the device cannot read it, e.g. while open in Excel. */
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

/** Downloads a text in the form Windows opens best. */
export function saveText(fileName: string, lines: readonly string[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/plain;charset=utf-8' }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
