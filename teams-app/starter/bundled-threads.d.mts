import type { Plugin } from 'vite';
export declare function bundledName(file: string): string;
export declare function bundledThreads(folder: string): Plugin;
