import type { Context } from '../../context.ts';
import { frozenDownload } from '../../files/index.ts';
import { AppError } from '../../kernel/index.ts';
import type { PackForm } from '../documents/pack-paper.ts';
import { oneLine } from '../../paper/printable.ts';
import type { PackedPlan } from '../documents/pack-paper.ts';

/** Bytes of forms in a pack: it is sent, stored on phones, and opened at once. */
export const mostFormBytes = 20 * 1024 * 1024;

/**
 * The forms of the plans, byte for byte as approved, by plan; those over the limit, or changed in SharePoint, are named
 * without bytes. 1 resource unit a form. Throws AppError `unavailable`.
 */
export async function formsOf(context: Context, plans: readonly PackedPlan[]): Promise<Map<string, PackForm[]>> {
  const found = new Map<string, PackForm[]>();
  let left = mostFormBytes;
  for (const { version } of plans) {
    const forms: PackForm[] = [];
    for (const { title, file } of version.version.forms) {
      const form = { title: oneLine(title) || file.name, name: file.name, type: file.type, size: file.size };
      if (file.size > left) {
        forms.push({ ...form, why: 'tooLarge' });
        continue;
      }
      const bytes = await bytesOf(context, file);
      forms.push(bytes ? { ...form, bytes } : { ...form, why: 'lost' });
      left -= file.size;
    }
    found.set(version.version.key, forms);
  }
  return found;
}

async function bytesOf(
  context: Context,
  file: PackedPlan['version']['version']['forms'][number]['file'],
): Promise<Uint8Array | undefined> {
  try {
    return (await frozenDownload(context, file)).bytes;
  } catch (thrown) {
    const isLost = thrown instanceof AppError && (thrown.kind === 'missing' || thrown.code === 'files.changed');
    if (!isLost) throw thrown;
    context.log.warn({ code: thrown.code, file: file.id }, 'a form is not in a pack');
    return undefined;
  }
}
