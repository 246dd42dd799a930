export * from './act.ts';
export * from './card-key.ts';
export * from './card-message.ts';
export * from './deep-link.ts';
export * from './elements.ts';
export * from './markdown.ts';
export * from './people.ts';
export * from './was-told.ts';
