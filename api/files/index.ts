/** Uploaded files: type detection, names safe for SharePoint, and proof of identity. */
export { sniffFile } from './sniff-file.ts';
export { fileNamed, safeFileName } from './safe-file-name.ts';
export { nameInLibrary, storeFile, type ProvenFile } from './store-file.ts';
export { frozenDownload } from './frozen-download.ts';
