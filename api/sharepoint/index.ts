export * from './columns.ts';
export * from './define-list.ts';
export * from './list-handle.ts';
