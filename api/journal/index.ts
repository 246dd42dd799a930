/** Pending work that must survive a crash: promises, and messages in flight. */
export { createJournal, journalKind, type Journal, type JournalEntry } from './journal.ts';
export { mostEntries, type JournalEngine, type JournalStatus, type RawEntry } from './engine.ts';
export { forgetJournal } from './embedded/journal-file.ts';
export { openEmbeddedEngine, StateFolderRefused, type EmbeddedOptions } from './embedded/embedded-engine.ts';
