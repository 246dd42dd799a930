/** Files that people hand over: what they are, a name that SharePoint takes, and the proof that they are the same. */
export { sniffFile, type SniffedFile } from './sniff-file.ts';
export { safeFileName } from './safe-file-name.ts';
export { storeFile, type ProvenFile } from './store-file.ts';
export { frozenDownload } from './frozen-download.ts';
