export { libraryLines as work } from './library-lines.ts';
