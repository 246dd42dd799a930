/** Forms that change an existing record: refused when another has saved since the form was opened. */
export { editing } from './editing.ts';
export { etagOf } from './etag.ts';
export { isOwnRepeat, says } from './says.ts';
export { updateIfNew } from './update-if-new.ts';
export { mergedOver } from './merged-over.ts';
