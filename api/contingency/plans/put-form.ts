import { nameInLibrary, storeFile } from '../../files/index.ts';
import type { Context } from '../../context.ts';
import type { Upload } from '../../http/endpoint.ts';
import { invalid, repeatableKey, type Actor } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { ContingencyPlanVersion } from './plan-lists.ts';
import { libraryFolder } from './library-folder.ts';
import { plans } from './plans.ts';

/** Few enough to find one in a hurry, and to fit in the list. */
const mostForms = 20;

/**
 * Adds a form to the draft, creating the next version if none (R5). The same name replaces it. The kind is detected
 * from its bytes. Text concurrently edited by others is unaffected. 4 resource units and more for large files. Throws
 * AppError: missing, forbidden, conflict `contingency.planWaiting` `contingency.planRetired`, invalid
 * `files.kindNotAllowed` `contingency.tooManyForms`, unavailable.
 */
export async function putForm(
  context: Context,
  actor: Actor,
  planKey: string,
  upload: Upload,
): Promise<Stored<ContingencyPlanVersion>> {
  const now = plans.writable(context, actor, planKey);
  const { coming, plan, versions } = now;
  if (coming?.state === 'waiting') throw plans.refusals.waiting();
  const known = versions[0]?.version.forms ?? [];
  // Refused before it is stored, unless it takes the place of one.
  if (known.length >= mostForms) requireRoom(known, (await nameInLibrary(upload)).name);
  const file = await storeFile(context, [...libraryFolder(context, plan), plan.key], upload);
  const title = file.name.replace(/\.[^.]+$/, '');
  const formKey = repeatableKey(actor, 'form');
  return plans.writeDraft(context, actor, planKey, ({ forms }) => {
    // Another may have added one during the upload.
    requireRoom(forms, file.name);
    const place = forms.findIndex((form) => form.file.name === file.name);
    const form = { key: forms[place]?.key ?? formKey, title, file };
    // `changedAt` is unchanged: it guards the text, and a form must not cause an edit conflict there.
    return { forms: place < 0 ? [...forms, form] : forms.with(place, form) };
  });
}

function requireRoom(forms: ContingencyPlanVersion['forms'], name: string): void {
  if (forms.length >= mostForms && !forms.some(({ file }) => file.name === name))
    throw invalid('contingency.tooManyForms', { field: 'file' });
}

/**
 * Removes a form from the draft; it stays in the library, and in earlier versions. A repeat is a success. 2 resource
 * units. Throws as `putForm`.
 */
export async function takeForm(
  context: Context,
  actor: Actor,
  params: { planKey: string; formKey: string },
): Promise<Stored<ContingencyPlanVersion> | undefined> {
  const now = plans.writable(context, actor, params.planKey);
  if (now.coming?.state === 'waiting') throw plans.refusals.waiting();
  const has = ({ forms }: ContingencyPlanVersion) => forms.some(({ key }) => key === params.formKey);
  const latest = now.versions[0]?.version;
  if (!latest || !has(latest)) return undefined;
  return plans.writeDraft(context, actor, params.planKey, ({ forms }) => ({
    forms: forms.filter(({ key }) => key !== params.formKey),
  }));
}
