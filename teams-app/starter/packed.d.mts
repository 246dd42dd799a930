export declare const packed: readonly string[];
export declare function isPacked(path: string): boolean;
